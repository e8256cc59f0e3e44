import { sql } from "kysely";
import { defineCommonLoader, defineLoader, inOrder } from "../../../house/loaders.ts";
import type { MessageRow } from "../entities.ts";

/** Messages by id, whoever asks: the caller has the thread. */
export const messageById = defineCommonLoader<MessageRow | null>(async ({ database }, ids) => {
  const rows = await database.db
    .selectFrom("message")
    .selectAll()
    .where(sql<boolean>`id = any(${sql.val(ids)}::uuid[])`)
    .execute();
  return inOrder(ids, rows, {
    key: (row) => row.id,
    value: (row): MessageRow | null => row,
    missing: null,
  });
});

export interface ReactionRow {
  messageId: string;
  emoji: string;
  count: number;
  /** False where many ask. */
  viewerReacted: boolean;
  /** The first to react, at most 50. */
  people: string[];
}

/** A message's reactions, the oldest first. */
export const reactionsOf = defineLoader<string, ReactionRow[]>(async (ctx, ids) => {
  const { rows } = await sql<ReactionRow>`
    select message_id, emoji, count(*)::int as count,
      bool_or(person_id = ${ctx.viewerIdOrNobody}::uuid) is true as viewer_reacted,
      (array_agg(person_id order by at))[1:50] as people
    from reaction where message_id = any(${sql.val(ids)}::uuid[])
    group by message_id, emoji order by min(at), emoji`.execute(ctx.db);
  return ids.map((id) => rows.filter((row) => row.messageId === id));
});

/** Earlier texts of a message, the oldest first. */
export const historyOf = defineCommonLoader(async ({ database }, ids) => {
  const rows = await database.db
    .selectFrom("messageVersion")
    .selectAll()
    .where(sql<boolean>`message_id = any(${sql.val(ids)}::uuid[])`)
    .orderBy("version")
    .execute();
  return ids.map((id) => rows.filter((row) => row.messageId === id));
});

/** The messages pinned in a thread, the newest pin first; at most 50. */
export const pinnedIn = defineLoader<string, MessageRow[]>(async (ctx, ids) => {
  const { rows } = await sql<MessageRow>`
    select pinned.* from unnest(${sql.val(ids)}::uuid[]) as asked (id) cross join lateral (
      select * from message where thread_id = asked.id and pinned_at is not null
      order by pinned_at desc, seq desc limit 50) as pinned
    order by pinned.pinned_at desc, pinned.seq desc`.execute(ctx.db);
  return ids.map((id) => rows.filter((row) => row.threadId === id));
});
