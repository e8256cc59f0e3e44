import { sql } from "kysely";
import { defineLoader } from "../../../house/loaders.ts";
import { definePages } from "../../../house/pagesByParent.ts";
import type { LiveDelivery } from "../../../live/live.ts";
import { columnsOf, preparedQuery } from "../../../platform/database/prepared.ts";
import { together } from "../../../platform/database/together.ts";
import type { presentMembership } from "../../groups/public.ts";
import { MessageSchema, type MessageRow } from "../entities.ts";
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

const rangeKey = ({ threadId, from, to }: MessageRange) => `${threadId} ${from} ${to}`;
const rangesText = `select ${columnsOf("message", Object.keys(MessageSchema.properties))}, asked.range::int as range
  from unnest($1::uuid[], $2::int[], $3::int[]) with ordinality as asked (thread_id, from_seq, to_seq, range)
  join message on message.thread_id = asked.thread_id and message.seq between asked.from_seq and asked.to_seq
  order by message.seq`;

/** Ranges in one statement: each may be a hundred messages. */
const RANGES = 20;

/** Those who open the same page in the same moment, as after a cut, read it once. */
const readRanges = together(
  async (live: LiveDelivery, ranges: readonly MessageRange[]) => {
    const query = preparedQuery<MessageRow & { range: number }>(rangesText, [
      ranges.map((each) => each.threadId),
      ranges.map((each) => each.from),
      ranges.map((each) => each.to),
    ]);
    const { rows } = await live.readAsOf(
      ranges.map((each) => each.asOf),
      (db) => db.withoutPlugins().executeQuery(query),
    );
    const byRange = Map.groupBy(rows, (row) => row.range);
    return ranges.map((_, at) => byRange.get(at + 1) ?? []);
  },
  // How far the log was when it was asked: whoever knows of more is not answered with less.
  { most: RANGES, same: (range) => `${rangeKey(range)} ${range.asOf.seq}` },
);

/** Messages of ranges, each in its order. Whoever asks: the caller has the thread. */
export const messagesIn = defineLoader<MessageRange, MessageRow[]>(
  (ctx, ranges) => Promise.all(ranges.map((range) => readRanges(ctx.live, range))),
  { cacheKey: rangeKey },
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
