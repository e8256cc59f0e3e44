import { sql } from "kysely";
import { defineLoader } from "../../../house/loaders.ts";
import { definePages } from "../../../house/pagesByParent.ts";
import type { presentMembership } from "../../groups/public.ts";
import type { MessageRow } from "../entities.ts";
import { threadsFor, type Joined } from "./threads.ts";

/** Pages of groups' threads: pinned ones first, then by their last activity. Whoever asks: the caller has the group. */
export const groupThreads = definePages<Joined & { parentId: string }, null>(
  (ctx, { parentIds, limit, after }) =>
    threadsFor(ctx)
      .select("thread.groupId as parentId")
      .where("thread.id", "in", (where) =>
        where
          .selectFrom("group")
          .innerJoinLateral(
            (db) => {
              let threads = db
                .selectFrom("thread as one")
                .select("one.id")
                .whereRef("one.groupId", "=", "group.id")
                .orderBy(sql`(one.pinned_at is not null)`, "desc")
                .orderBy("one.lastActivityAt", "desc")
                .orderBy("one.id", "desc")
                .limit(limit + 1);
              if (after)
                threads = threads.where(
                  sql<boolean>`((one.pinned_at is not null), one.last_activity_at, one.id)
                    < (${after[0] === 1}, ${after[1]}::timestamptz, ${after[2]}::uuid)`,
                );
              return threads.as("page");
            },
            (join) => join.onTrue(),
          )
          .select("page.id")
          .where(sql<boolean>`"group".id = any(${sql.val(parentIds)}::uuid[])`),
      )
      .orderBy(sql`(thread.pinned_at is not null)`, "desc")
      .orderBy("thread.lastActivityAt", "desc")
      .orderBy("thread.id", "desc")
      .execute(),
);

/** A thread's messages from one number to another, both included. */
export interface MessageRange {
  threadId: string;
  from: number;
  to: number;
  /** The group's log as far as the thread is known: nobody who is behind it answers. */
  asOf: { channelId: string; seq: number };
}

/** Messages of ranges, each in its order. Whoever asks: the caller has the thread. */
export const messagesIn = defineLoader<MessageRange, MessageRow[]>(
  async (ctx, ranges) => {
    const { rows } = await ctx.live.readAsOf(
      ranges.map((each) => each.asOf),
      (db) =>
        sql<MessageRow & { range: number }>`
          select message.*, asked.range::int as range
          from unnest(${ranges.map((each) => each.threadId)}::uuid[], ${ranges.map((each) => each.from)}::int[],
            ${ranges.map((each) => each.to)}::int[]) with ordinality as asked (thread_id, from_seq, to_seq, range)
          join message on message.thread_id = asked.thread_id
            and message.seq between asked.from_seq and asked.to_seq
          order by message.seq`.execute(db),
    );
    const byRange = Map.groupBy(rows, (row) => row.range);
    return ranges.map((_, at) => byRange.get(at + 1) ?? []);
  },
  { cacheKey: ({ threadId, from, to }) => `${threadId} ${from} ${to}` },
);

type MembershipRow = Parameters<typeof presentMembership>[0];

/** Pages of the members who have not acknowledged threads, the longest in the group first. */
export const pendingIn = definePages<MembershipRow & { parentId: string }, null>(
  (ctx, { parentIds, limit, after }) =>
    ctx.db
      .selectFrom("thread")
      .innerJoinLateral(
        (db) => {
          let members = db
            .selectFrom("membership")
            .selectAll()
            .whereRef("membership.groupId", "=", "thread.groupId")
            .where("state", "=", "ACTIVE")
            .whereRef("membership.personId", "!=", "thread.createdBy")
            .where((where) =>
              where.not(
                where.exists(
                  where
                    .selectFrom("acknowledgement")
                    .select("at")
                    .whereRef("acknowledgement.threadId", "=", "thread.id")
                    .whereRef("acknowledgement.personId", "=", "membership.personId"),
                ),
              ),
            )
            .orderBy("since")
            .orderBy("id")
            .limit(limit + 1);
          if (after)
            members = members.where(
              sql<boolean>`(since, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`,
            );
          return members.as("member");
        },
        (join) => join.onTrue(),
      )
      .selectAll("member")
      .select("thread.id as parentId")
      .where(sql<boolean>`thread.id = any(${sql.val(parentIds)}::uuid[])`)
      .orderBy("member.since")
      .orderBy("member.id")
      .execute(),
);
