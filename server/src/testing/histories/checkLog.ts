import { sql } from "kysely";
import type { Entry, MembershipSpanRow } from "../../live/entities.ts";
import { readGlobalId } from "../../platform/graphql/ids.ts";
import type { World } from "../world.ts";
import type { Page } from "./page.ts";
import type { Segment } from "./stream.ts";
import { inboxField } from "./truth/inbox.ts";

const uuidIn = (id: string | null) => (id ? (readGlobalId(id)?.uuid ?? "") : "");

/** The channel of what a page follows. */
export const channelOf = (page: Page, personId: string): string =>
  page.field === inboxField ? personId : uuidIn(page.groupId ?? page.target);

/** I4: every channel's seqs are exactly 1 to its head. */
export async function checkChannels(world: World): Promise<void> {
  const { rows } = await sql<{ id: string; head: number; count: number; last: number }>`
    select channel.id, head_seq as head, count(seq)::int as count, coalesce(max(seq), 0) as last
    from channel left join channel_update on channel_id = channel.id group by channel.id`.execute(
    world.house.database.db,
  );
  for (const { id, head, count, last } of rows)
    if (head !== count || head !== last)
      throw new Error(`I4: channel ${id} has ${count} entries up to ${last}, its head is ${head}`);
}

/**
 * I5, I8, I9, I10: each connection was told exactly what the log has for it, inside the person's spans, in the log's
 * order. Of a thread's activity, a later telling stands for the earlier ones.
 */
export async function checkTold(world: World, page: Page, personId: string): Promise<void> {
  const { db } = world.house.database;
  const channelId = channelOf(page, personId);
  const [entries, spans] = await Promise.all([
    db
      .selectFrom("channelUpdate")
      .selectAll()
      .where("channelId", "=", channelId)
      .orderBy("seq")
      .execute(),
    db
      .selectFrom("membershipSpan")
      .selectAll()
      .where("channelId", "=", channelId)
      .where("personId", "=", personId)
      .execute(),
  ]);
  const concerning = entries.filter((entry) => concerns(page, entry, spans));
  // What is about threads that the person may not see any more is passed over in their own channel.
  const mayLack = page.field === inboxField && entries.some(({ name }) => name === "GroupLeft");
  for (const segment of page.segments) checkSegment(page, { segment, concerning, mayLack });
}

function concerns(page: Page, entry: Entry, spans: readonly MembershipSpanRow[]): boolean {
  if (!page.field.facts[entry.name]) return false;
  if (page.field === inboxField) return true;
  const ofThread = page.field.argument === "threadId";
  if (ofThread && entry.label !== uuidIn(page.target)) return false;
  return spans.some(
    ({ fromSeq, toSeq }) => fromSeq <= entry.seq && (toSeq === null || entry.seq < toSeq),
  );
}

function checkSegment(
  { field }: Page,
  {
    segment: { from, last, told },
    concerning,
    mayLack,
  }: { segment: Segment; concerning: readonly Entry[]; mayLack: boolean },
): void {
  const expected = new Map(
    concerning.filter(({ seq }) => seq > from && seq <= last).map((entry) => [entry.seq, entry]),
  );
  const lastMoves = new Map<string | null, number>();
  for (const { seq, name } of told) {
    const entry = expected.get(seq);
    if (!entry) throw new Error(`I9, I10: told ${name} ${seq}, which is not in the log for them`);
    if (field.facts[entry.name] !== name)
      throw new Error(`I5: ${entry.name} ${seq} was told as ${name}`);
    expected.delete(seq);
    if (field.coalesced.has(name)) lastMoves.set(entry.label, seq);
  }
  for (const { seq, name, label } of expected.values()) {
    const stoodFor = field.coalesced.has(field.facts[name]) && (lastMoves.get(label) ?? 0) > seq;
    if (!stoodFor && !mayLack) throw new Error(`I8: ${name} ${seq} was never told`);
  }
}
