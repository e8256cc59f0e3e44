import { sql } from "kysely";
import { prepared } from "../platform/database/prepared.ts";
import { together } from "../platform/database/together.ts";
import type { Db } from "../platform/database/database.ts";
import type { Entry, MembershipSpanRow } from "./entities.ts";
import type { Span } from "./spans.ts";

/** Which part of a channel's log there is: the entries behind `floor`, up to `head`. */
export interface Extent {
  head: number;
  /** Entries up to here are kept no longer. It only rises. */
  floor: number;
}

/** How far the logs of the given channels reach; a channel that does not exist is absent. */
export async function readHeads(db: Db, ids: readonly string[]): Promise<Map<string, Extent>> {
  const rows = await db
    .selectFrom("channel")
    .select(["id", "headSeq as head", "floorSeq as floor"])
    .where(sql<boolean>`id = any(${sql.val(ids)}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, head, floor }) => [id, { head, floor }]));
}

/** Entries after `after`, in order, at most `limit`; only those of `label` when one is given. */
export async function readEntries(
  db: Db,
  query: { channelId: string; after: number; upTo?: number; label?: string; limit: number },
): Promise<Entry[]> {
  let rows = db
    .selectFrom("channelUpdate")
    .selectAll()
    .where("channelId", "=", query.channelId)
    .where("seq", ">", query.after)
    .orderBy("seq")
    .limit(query.limit);
  if (query.upTo !== undefined) rows = rows.where("seq", "<=", query.upTo);
  if (query.label !== undefined) rows = rows.where("label", "=", query.label);
  return rows.execute();
}

/** Who stated an entry; null when nobody did, or there is no such entry. */
export async function readActor(
  db: Db,
  { channelId, seq }: { channelId: string; seq: number },
): Promise<string | null> {
  const row = await db
    .selectFrom("channelUpdate")
    .select("actorId")
    .where("channelId", "=", channelId)
    .where("seq", "=", seq)
    .executeTakeFirst();
  return row?.actorId ?? null;
}

/** A person's spans in a channel, oldest first. */
export const readSpans = together(
  async (db: Db, asked: readonly { channelId: string; personId: string }[]) => {
    const { rows } = await sql<MembershipSpanRow>`${prepared}
      select channel_id, person_id, from_seq, to_seq from membership_span
      where (channel_id, person_id) in (select * from unnest(${sql.val(asked.map(({ channelId }) => channelId))}::uuid[],
          ${sql.val(asked.map(({ personId }) => personId))}::uuid[]))
      order by from_seq`.execute(db);
    const key = ({ channelId, personId }: (typeof asked)[number]) => `${channelId} ${personId}`;
    const found = Map.groupBy(rows, key);
    // Followers keep them for as long as they follow.
    return asked.map((each): Span[] =>
      (found.get(key(each)) ?? []).map(({ fromSeq, toSeq }) => ({ fromSeq, toSeq })),
    );
  },
  { apartMs: 8 },
);

/** How far one channel's log reaches; null when there is no such channel. */
export const readHead = together(async (db: Db, ids: readonly string[]) => {
  const heads = await readHeads(db, [...new Set(ids)]);
  return ids.map((id) => heads.get(id) ?? null);
});

/** Which of these people may see what happens in the channel now. */
export async function readMembers(
  db: Db,
  { channelId, people }: { channelId: string; people: readonly string[] },
): Promise<Set<string>> {
  const rows = await db
    .selectFrom("membershipSpan")
    .select("personId")
    .where("channelId", "=", channelId)
    .where(sql<boolean>`person_id = any(${sql.val(people)}::uuid[])`)
    .where("toSeq", "is", null)
    .execute();
  return new Set(rows.map((row) => row.personId));
}

export async function readEpoch(db: Db): Promise<string> {
  const row = await db.selectFrom("installation").select("epoch").executeTakeFirstOrThrow();
  return row.epoch;
}
