import { sql } from "kysely";
import type { Db } from "../platform/database/database.ts";
import type { Entry } from "./entities.ts";

/** A consumer's place in a channel: it has taken, or need not take, everything up to `seq`. */
export interface Place {
  consumer: string;
  channelId: string;
  seq: number;
}

/** What is new in a channel for those who hear certain facts. */
export interface News {
  channelId: string;
  /** Entries with the facts that were asked for, in order. */
  entries: Entry[];
  /** There are no others up to here. */
  through: number;
}

/** Entries of these facts behind a place in each of the channels, at most `limit` in each. */
export async function readNews(
  db: Db,
  query: { after: ReadonlyMap<string, number>; facts: readonly string[]; limit: number },
): Promise<News[]> {
  const { after, facts, limit } = query;
  // One snapshot: the head that it shows is the last of the entries that it shows.
  const { rows } = await sql<{ of: string; head: number } & (Entry | { seq: null })>`
    select channel.id as of, channel.head_seq as head, entry.*
    from unnest(${[...after.keys()]}::uuid[], ${[...after.values()]}::integer[]) as wanted (id, after)
    join channel on channel.id = wanted.id
    left join lateral (
      select * from channel_update
      where channel_id = wanted.id and seq > wanted.after and name = any(${facts}::text[])
      order by seq limit ${limit}
    ) entry on true
    order by channel.id, entry.seq`.execute(db);
  const news = new Map<string, News>();
  for (const { of: channelId, head, ...entry } of rows) {
    const each = news.get(channelId) ?? { channelId, entries: [], through: head };
    news.set(channelId, each);
    if (entry.seq !== null) each.entries.push(entry);
    if (each.entries.length === limit) each.through = each.entries.at(-1)?.seq ?? head;
  }
  return [...news.values()];
}

/** Where the consumers stand in these channels; where they have never been, they are absent. */
export async function readPlaces(
  db: Db,
  { consumers, channelIds }: { consumers: readonly string[]; channelIds: readonly string[] },
): Promise<Place[]> {
  return db
    .selectFrom("consumerPosition")
    .selectAll()
    .where(sql<boolean>`consumer = any(${consumers}::text[])`)
    .where(sql<boolean>`channel_id = any(${channelIds}::uuid[])`)
    .execute();
}

/**
 * Moves places forward over entries that do not concern their consumers; a place that somebody works at just now
 * stays. They are locked in one order, so two nodes that do so do not wait for each other in a ring.
 */
export async function movePlaces(db: Db, places: readonly Place[]): Promise<void> {
  const [consumers, ids, seqs] = [
    places.map(({ consumer }) => consumer),
    places.map(({ channelId }) => channelId),
    places.map(({ seq }) => seq),
  ];
  await sql`
    with wanted as (
      select * from unnest(${consumers}::text[], ${ids}::uuid[], ${seqs}::integer[])
        as each (consumer, channel_id, seq)
    ), free as (
      select consumer, channel_id, wanted.seq from wanted
      join consumer_position place using (consumer, channel_id)
      where place.seq < wanted.seq
      order by channel_id, consumer
      for update of place skip locked
    ), moved as (
      update consumer_position place set seq = free.seq from free
      where place.consumer = free.consumer and place.channel_id = free.channel_id
        and place.seq < free.seq
    )
    insert into consumer_position (consumer, channel_id, seq)
    select consumer, channel_id, wanted.seq from wanted join channel on channel.id = channel_id
    order by channel_id, consumer
    on conflict do nothing`.execute(db);
}

/** Of the next channels in the order of their ids: how many they are, the last, and which hold news for somebody. */
export async function findBehind(
  db: Db,
  query: { consumers: readonly string[]; after: string; limit: number },
): Promise<{ count: number; last: string | null; behind: string[] }> {
  const { consumers, after, limit } = query;
  // Positions of the page's stretch alone: a join without it would read all that there are.
  const { rows } = await sql<{ count: number; last: string | null; behind: string[] }>`
    with page as (
      select id, head_seq from channel where id > ${after}::uuid order by id limit ${limit}
    ), place as (
      select channel_id, seq from consumer_position
      where consumer = any(${consumers}::text[]) and channel_id > ${after}::uuid
        and channel_id <= (select id from page order by id desc limit 1)
    )
    select (select count(*) from page)::integer as count,
      (select id from page order by id desc limit 1) as last,
      array(
        select page.id::text from page left join place on place.channel_id = page.id
        group by page.id, page.head_seq
        having page.head_seq > 0
          and count(*) filter (where place.seq >= page.head_seq) < ${consumers.length}
      ) as behind`.execute(db);
  return rows[0] ?? { count: 0, last: null, behind: [] };
}
