import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { readMarkMoved } from "../facts.ts";
import { canRead } from "../policy.ts";
import { threadForViewer } from "../loaders/threads.ts";

/** Moves the viewer's mark forward to a message's number; an older mark changes nothing. */
export async function markRead(
  ctx: Context,
  input: { threadId: string; seq: number },
): Promise<string> {
  const seen = await seenThread(ctx, input);
  if (input.seq <= seen.lastReadSeq) return input.threadId;
  return moveMark(ctx, input);
}

/** The one way back: everything from the message with this number on is unread again. */
export async function markUnread(
  ctx: Context,
  input: { threadId: string; seq: number },
): Promise<string> {
  const seen = await seenThread(ctx, input);
  if (input.seq < 1) throw outOfRange(seen.row.lastMessageSeq);
  return moveMark(ctx, { threadId: input.threadId, seq: input.seq - 1, back: true });
}

async function seenThread(ctx: Context, { threadId, seq }: { threadId: string; seq: number }) {
  const seen = await ctx.load(threadForViewer, threadId);
  if (!seen || !canRead(seen.standing)) throw notFound();
  if (seq < 0 || seq > seen.row.lastMessageSeq) throw outOfRange(seen.row.lastMessageSeq);
  return seen;
}

const outOfRange = (last: number) =>
  refused("INVALID_INPUT", `The thread's messages have the numbers 1 to ${last}.`, ["seq"]);

/** Under the lock of the person's own channel, so that two devices agree on the order of their marks. */
async function moveMark(
  ctx: Context,
  { threadId, seq, back = false }: { threadId: string; seq: number; back?: boolean },
): Promise<string> {
  const { personId } = ctx;
  return ctx.live.write({ channels: [personId], actorId: personId }, async (tx) => {
    const moved = await tx.db
      .insertInto("readMark")
      .values({ personId, threadId, lastReadSeq: seq, updatedAt: tx.at })
      .onConflict((conflict) =>
        conflict
          .columns(["personId", "threadId"])
          .doUpdateSet({ lastReadSeq: seq, updatedAt: tx.at })
          .where("readMark.lastReadSeq", back ? "!=" : "<", seq),
      )
      .returning("lastReadSeq")
      .executeTakeFirst();
    if (moved) tx.state(readMarkMoved, { channelId: personId, data: { threadId, seq } });
    return threadId;
  });
}
