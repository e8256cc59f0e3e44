import { sql, type OperationNodeSource } from "kysely";
import type { Db } from "../platform/database/database.ts";
import { prepared } from "../platform/database/prepared.ts";
import type { Entry } from "./entities.ts";

/** An entry before it is in the log. */
export type Stated = Omit<Entry, "labelPrev">;

/**
 * Writes what was stated into the log, the heads of its channels, and besides what the command left for its end: one
 * statement, whatever their number.
 * @returns the entries, in the order in which they were stated.
 */
export async function append(
  db: Db,
  { stated, besides }: { stated: readonly Stated[]; besides: readonly OperationNodeSource[] },
): Promise<Entry[]> {
  if (stated.length === 0 && besides.length === 0) return [];
  const column = <Name extends keyof Stated>(name: Name) => stated.map((entry) => entry[name]);
  const heads = new Map(stated.map(({ channelId, seq }) => [channelId, seq]));
  // PostgreSQL runs each of them to its end, although nothing reads them.
  const parts = besides.map((part, i) => sql`${sql.raw(`beside_${i}`)} as (${part}), `);
  const { rows } = await sql<{ of: string; seq: number; labelPrev: number }>`${prepared}
    with ${sql.join(parts, sql``)}stated as (
      insert into channel_update
        (channel_id, seq, at, name, version, label, subject, actor_id, data, label_prev)
      select channel_id, seq, at, name, version, label, subject, actor_id, data, coalesce(here,
        (select max(seq) from channel_update
          where channel_id = entry.channel_id and label = entry.label), 0)
      from unnest(${column("channelId")}::uuid[], ${column("seq")}::integer[],
        ${column("at")}::timestamptz[], ${column("name")}::text[], ${column("version")}::smallint[],
        ${column("label")}::uuid[], ${column("subject")}::uuid[], ${column("actorId")}::uuid[],
        ${stated.map(({ data }) => JSON.stringify(data))}::jsonb[], ${labelPrevs(stated)}::integer[])
        as entry (channel_id, seq, at, name, version, label, subject, actor_id, data, here)
      returning channel_id, seq, label_prev
    ), moved as (
      update channel set head_seq = head.seq
      from unnest(${[...heads.keys()]}::uuid[], ${[...heads.values()]}::integer[]) as head (id, seq)
      where channel.id = head.id and channel.head_seq < head.seq
    )
    select channel_id as of, seq, label_prev from stated`.execute(db);
  const written = new Map(rows.map(({ of, seq, labelPrev }) => [`${of}:${seq}`, labelPrev]));
  return stated.map((entry) => ({
    ...entry,
    labelPrev: written.get(`${entry.channelId}:${entry.seq}`) ?? 0,
  }));
}

/** For each the seq of the one before it with the same label, where that is among them; else null: it is in the log. */
function labelPrevs(stated: readonly Stated[]): (number | null)[] {
  const last = new Map<string, number>();
  return stated.map(({ channelId, label, seq }) => {
    const key = `${channelId}:${label}`;
    const before = label === null ? null : (last.get(key) ?? null);
    last.set(key, seq);
    return before;
  });
}
