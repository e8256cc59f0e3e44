import { sql } from "kysely";
import { LRUCache } from "lru-cache";
import type { Context } from "../../../house/context.ts";
import { defineLoader, inOrder } from "../../../house/loaders.ts";
import type { Database, Db, Prepared } from "../../../platform/database/database.ts";
import { columnsOf } from "../../../platform/database/prepared.ts";
import { together } from "../../../platform/database/together.ts";
import { joinStandings, standingOf, type Standing } from "../../groups/public.ts";
import { ThreadSchema, type ThreadRow } from "../entities.ts";
import { canRead } from "../policy.ts";

/** A thread with what belongs to one statement's snapshot: the channel's head and the viewer's mark. */
export interface ThreadForViewer {
  row: ThreadRow;
  /** The head of the group's channel, read with the row: a cursor made of it misses nothing. */
  headSeq: number;
  lastReadSeq: number;
  standing: Standing;
}

/**
 * Where the viewer has read to. Without a mark: all that was there when they joined counts as read, and the
 * numbers are found by the index, not by counting rows.
 */
const lastRead = `coalesce(read_mark.last_read_seq, case
  when mine.since is null or thread.last_activity_at < mine.since then thread.last_message_seq
  else coalesce((select seq from message where thread_id = thread.id and created_at < mine.since
    order by created_at desc limit 1), 0) end)`;
export const lastReadSeq = sql.raw<number>(lastRead);

/** Threads with the viewer's mark and membership, for every read that shows them. */
export function threadsFor(ctx: Context) {
  const personId = ctx.viewer?.personId ?? null;
  return ctx.db
    .selectFrom("thread")
    .innerJoin("channel", "channel.id", "thread.groupId")
    .leftJoin("readMark", (join) =>
      join.onRef("readMark.threadId", "=", "thread.id").on("readMark.personId", "=", personId),
    )
    .leftJoin("membership as mine", (join) =>
      join
        .onRef("mine.groupId", "=", "thread.groupId")
        .on("mine.personId", "=", personId)
        .on("mine.state", "=", "ACTIVE"),
    )
    .selectAll("thread")
    .select(["channel.headSeq", lastReadSeq.as("lastReadSeq"), "mine.role"]);
}

export type Joined = ThreadRow & { headSeq: number; lastReadSeq: number };

export const withoutJoined = ({ headSeq, lastReadSeq: read, ...row }: Joined) => ({
  row,
  headSeq,
  lastReadSeq: read,
});

interface AskedThread {
  threadId: string;
  personId: string;
}

type FoundThread = Joined & Parameters<typeof standingOf>[0] & { asker: string };

const threadsForViewers: Prepared = {
  name: "threads_for_viewers",
  text: `select ${columnsOf("thread", Object.keys(ThreadSchema.properties))}, asked.person_id as asker,
      channel.head_seq as "headSeq", ${lastRead} as "lastReadSeq",
      "group".state, mine.role as "viewerRole", place.role as "networkRole"
    from (select thread.group_id as id, wanted.person_id, wanted.thread_id
      from unnest($1::uuid[], $2::uuid[]) as wanted (thread_id, person_id)
      join thread on thread.id = wanted.thread_id) as asked
    ${joinStandings}
    join thread on thread.id = asked.thread_id
    left join read_mark on read_mark.thread_id = thread.id and read_mark.person_id = asked.person_id`,
};

const threadKey = ({ threadId, personId }: AskedThread) => `${threadId} ${personId}`;

/** One statement for all who ask at once: thread, mark and standing of each are of one moment. */
const readThreads = together(
  async (database: Database, asked: readonly AskedThread[]) => {
    const rows = await database.find<FoundThread>(threadsForViewers, [
      asked.map((each) => each.threadId),
      asked.map((each) => each.personId),
    ]);
    const found = new Map<string, ThreadForViewer>();
    for (const { asker, state, viewerRole, networkRole, ...joined } of rows) {
      const standing = standingOf({ state, viewerRole, networkRole });
      if (canRead(standing))
        found.set(threadKey({ threadId: joined.id, personId: asker }), {
          ...withoutJoined(joined),
          standing,
        });
    }
    return asked.map((each) => found.get(threadKey(each)) ?? null);
  },
  { same: threadKey },
);

/** The thread, when the viewer may read it; else null. */
export const threadForViewer = defineLoader<string, ThreadForViewer | null>(async (ctx, ids) => {
  const { viewer } = ctx;
  if (!viewer) return ids.map(() => null);
  const { personId } = viewer;
  const { database } = ctx.house;
  return Promise.all(ids.map((threadId) => readThreads(database, { threadId, personId })));
});

const groupsOf = together(async (db: Db, ids: readonly string[]) => {
  const rows = await db
    .selectFrom("thread")
    .select(["id", "groupId"])
    .where(sql<boolean>`id = any(${sql.val(ids)}::uuid[])`)
    .execute();
  const found = new Map(rows.map((row) => [row.id, row.groupId]));
  return ids.map((id) => found.get(id) ?? null);
});

/** Threads stay in their group, so where they are needs no second look. */
const homes = new LRUCache<string, string>({ max: 50_000 });

/** The group that a thread is in, whoever asks; null when there is no such thread. */
export async function groupOfThread(ctx: Context, id: string): Promise<string | null> {
  const known = homes.get(id);
  if (known) return known;
  const groupId = await groupsOf(ctx.db, id);
  if (groupId) homes.set(id, groupId);
  return groupId;
}

/** The viewer's unfinished text in a thread. */
export const draftIn = defineLoader<string, string | null>(async (ctx, ids) => {
  const rows = await ctx.db
    .selectFrom("draft")
    .select(["threadId", "body"])
    .where("personId", "=", ctx.personId)
    .where(sql<boolean>`thread_id = any(${sql.val(ids)}::uuid[])`)
    .execute();
  return inOrder(ids, rows, {
    key: (row) => row.threadId,
    value: (row): string | null => row.body,
    missing: null,
  });
});

/** How many have acknowledged a thread, and when the viewer did. */
export const acknowledgementIn = defineLoader<string, { count: number; viewerAt: Date | null }>(
  async (ctx, ids) => {
    const { rows } = await sql<{ threadId: string; count: number; viewerAt: Date | null }>`
    select thread_id, count(*)::int as count, max(at) filter (where person_id = ${ctx.personId}) as viewer_at
    from acknowledgement where thread_id = any(${sql.val(ids)}::uuid[]) group by thread_id`.execute(
      ctx.db,
    );
    return inOrder(ids, rows, {
      key: (row) => row.threadId,
      value: ({ count, viewerAt }) => ({ count, viewerAt }),
      missing: { count: 0, viewerAt: null as Date | null },
    });
  },
);

interface AskedGroup {
  groupId: string;
  personId: string;
}

const unreadThreads: Prepared = {
  name: "unread_threads",
  text: `select asked.group_id as "groupId", asked.person_id as "personId", count(*)::int as unread
    from unnest($1::uuid[], $2::uuid[]) as asked (group_id, person_id)
    join membership mine on mine.group_id = asked.group_id and mine.person_id = asked.person_id
      and mine.state = 'ACTIVE'
    join thread on thread.group_id = asked.group_id
    left join read_mark on read_mark.thread_id = thread.id and read_mark.person_id = asked.person_id
    where thread.last_message_seq > ${lastRead}
    group by asked.group_id, asked.person_id`,
};

const groupKey = ({ groupId, personId }: AskedGroup) => `${groupId} ${personId}`;

const countUnreadThreads = together(
  async (database: Database, asked: readonly AskedGroup[]) => {
    const rows = await database.find<AskedGroup & { unread: number }>(unreadThreads, [
      asked.map((each) => each.groupId),
      asked.map((each) => each.personId),
    ]);
    const found = new Map(rows.map((row) => [groupKey(row), row.unread]));
    return asked.map((each) => found.get(groupKey(each)) ?? 0);
  },
  { same: groupKey },
);

/** In how many of a group's threads something is unread for the viewer. All who follow the group ask at once. */
export const unreadThreadsIn = defineLoader<string, number>((ctx, ids) => {
  const { personId } = ctx;
  const { database } = ctx.house;
  return Promise.all(ids.map((groupId) => countUnreadThreads(database, { groupId, personId })));
});

/** In how many threads of all groups something is unread for the viewer. */
export async function unreadThreadCount(ctx: Context): Promise<number> {
  const row = await threadsFor(ctx)
    .clearSelect()
    .select(sql<number>`count(*)::int`.as("unread"))
    .where("mine.role", "is not", null)
    .where("thread.lastMessageSeq", ">", lastReadSeq)
    .executeTakeFirstOrThrow();
  return row.unread;
}
