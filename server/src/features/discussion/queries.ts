import { sql } from "kysely";
import {
  forward,
  pageOf,
  pageSize,
  readKey,
  toPage,
  writeKey,
  type ForwardArgs,
  type Page,
} from "../../house/connection.ts";
import type { Context } from "../../house/context.ts";
import { badInput, notFound } from "../../platform/graphql/errors.ts";
import {
  groupForViewer,
  presentMembership,
  viewerStandingIn,
  type Membership,
} from "../groups/public.ts";
import { messageById } from "./loaders/messages.ts";
import { groupThreads, messagesIn, pendingIn } from "./loaders/pages.ts";
import {
  groupOfThread,
  lastReadSeq,
  threadForViewer,
  threadsFor,
  withoutJoined,
} from "./loaders/threads.ts";
import { canRead, threadPolicy } from "./policy.ts";
import { Message, Thread, type MessagesArgs } from "./types.ts";

export async function findThread(ctx: Context, id: string): Promise<Thread | null> {
  const found = await ctx.load(threadForViewer, id);
  return found && Thread.of(found);
}

/** The group of a thread that the viewer may follow, which is whoever may read it. Throws NOT_FOUND. */
export async function groupToFollow(ctx: Context, threadId: string): Promise<string> {
  const groupId = await groupOfThread(ctx, threadId);
  const standing = groupId && (await viewerStandingIn(ctx, groupId));
  if (!standing || !canRead(standing)) throw notFound();
  return groupId;
}

/** A thread that is known to be readable here. */
export async function getThread(ctx: Context, id: string): Promise<Thread> {
  const thread = await findThread(ctx, id);
  if (!thread) throw notFound();
  return thread;
}

export async function findMessage(ctx: Context, id: string): Promise<Message | null> {
  const row = await ctx.load(messageById, id);
  if (!row || !(await ctx.load(threadForViewer, row.threadId))) return null;
  return Message.of(row);
}

export async function getMessage(ctx: Context, id: string): Promise<Message> {
  const message = await findMessage(ctx, id);
  if (!message) throw notFound();
  return message;
}

/** A group's threads: pinned ones first, then by their last activity. None for who sees the group from outside. */
export async function listThreads(
  ctx: Context,
  groupId: string,
  args: ForwardArgs,
): Promise<Page<Thread>> {
  const { limit, after } = forward(args, ["number", "instant", "uuid"]);
  const group = await ctx.load(groupForViewer, groupId);
  if (!group || !canRead(group.standing))
    return toPage([], { hasNextPage: false, hasPreviousPage: false });
  const rows = await ctx.load(groupThreads, { parentId: groupId, limit, after, filter: null });
  return pageOf(rows, {
    limit,
    after,
    key: (row) => [row.pinnedAt ? 1 : 0, row.lastActivityAt.toISOString(), row.id],
    present: (row) => Thread.of({ ...withoutJoined(row), standing: group.standing }),
  });
}

/** The viewer's threads with something unread, in all groups, the latest activity first. */
export async function listUnreadThreads(ctx: Context, args: ForwardArgs): Promise<Page<Thread>> {
  const { limit, after } = forward(args, ["instant", "uuid"]);
  let query = threadsFor(ctx)
    .where("mine.role", "is not", null)
    .where("thread.lastMessageSeq", ">", lastReadSeq)
    .orderBy("thread.lastActivityAt", "desc")
    .orderBy("thread.id", "desc")
    .limit(limit + 1);
  if (after)
    query = query.where(
      sql<boolean>`(thread.last_activity_at, thread.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    );
  const rows = await query.execute();
  const groups = await Promise.all(rows.map((row) => ctx.load(groupForViewer, row.groupId)));
  // Who left between the two readings has no standing in it any more.
  const seen = rows.flatMap((row, at) => {
    const standing = groups[at]?.standing;
    return standing ? [{ ...row, standing }] : [];
  });
  return pageOf(seen, {
    limit,
    after,
    key: (row) => [row.lastActivityAt.toISOString(), row.id],
    present: ({ standing, ...row }) => Thread.of({ ...withoutJoined(row), standing }),
  });
}

/** Members who have not acknowledged an announcement; none for who may not see that. */
export async function listPending(
  ctx: Context,
  thread: Thread,
  args: ForwardArgs,
): Promise<Page<Membership>> {
  const { limit, after } = forward(args, ["instant", "uuid"]);
  const speaker = { ...thread.standing, personId: ctx.personId };
  if (!threadPolicy.SEE_ACKNOWLEDGEMENTS(speaker, thread.state))
    return toPage([], { hasNextPage: false, hasPreviousPage: false });
  const rows = await ctx.load(pendingIn, { parentId: thread.key, limit, after, filter: null });
  return pageOf(rows, {
    limit,
    after,
    key: (row) => [row.since.toISOString(), row.id],
    present: presentMembership,
  });
}

/**
 * A page of a thread's messages. Their numbers have no gaps, so every page is a range of numbers, whatever
 * the depth.
 */
export async function listMessages(
  ctx: Context,
  thread: Thread,
  args: MessagesArgs,
): Promise<Page<Message>> {
  const { from, to } = rangeOf(thread, args);
  const asOf = { channelId: thread.groupKey, seq: thread.headSeq };
  const rows =
    from > to ? [] : await ctx.load(messagesIn, { threadId: thread.key, from, to, asOf });
  const edges = rows.map((row) => ({ cursor: writeKey([row.seq]), node: Message.of(row) }));
  return toPage(edges, { hasPreviousPage: from > 1, hasNextPage: to < thread.lastMessageSeq });
}

function rangeOf(
  { lastReadSeq: read, lastMessageSeq: last }: Thread,
  args: MessagesArgs,
): { from: number; to: number } {
  const backward = args.last !== null && args.last !== undefined;
  if (backward && (args.first ?? null) !== null) throw badInput("Ask for first or last, not both.");
  const size = backward ? pageSize(args.last, "last") : pageSize(args.first, "first");
  if (args.around !== null && args.around !== undefined)
    return centred(args.around, { size, last });
  if (args.aroundUnread) return centred(Math.min(read + 1, last), { size, last });
  const after = args.after ? (readKey(args.after, ["number"])[0] as number) : 0;
  const before = args.before
    ? Math.min(readKey(args.before, ["number"])[0] as number, last + 1)
    : last + 1;
  if (backward)
    return { from: Math.max(after + 1, before - size, 1), to: Math.min(before - 1, last) };
  return { from: Math.max(after + 1, 1), to: Math.min(after + size, before - 1, last) };
}

/** A third of the page before the message, the rest from it on; full at either end of the thread. */
function centred(
  seq: number,
  { size, last }: { size: number; last: number },
): { from: number; to: number } {
  const wanted = Math.min(Math.max(seq, 1), Math.max(last, 1));
  const to = Math.min(last, Math.max(wanted - Math.floor(size / 3), 1) + size - 1);
  return { from: Math.max(1, to - size + 1), to };
}
