import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import type { Transaction } from "../../../live/write.ts";
import { MessageSchema, type ThreadRow } from "../entities.ts";
import { answerAccepted } from "../facts.ts";
import { threadPolicy } from "../policy.ts";
import { inThread } from "./scene.ts";

/** Says which message answers a question; null takes that back. The question itself is no answer. */
export async function acceptAnswer(
  ctx: Context,
  { threadId, messageId }: { threadId: string; messageId: string | null },
): Promise<string> {
  return inThread(ctx, threadId, async ({ tx, thread, speaker }) => {
    if (thread.kind !== "QUESTION")
      throw refused("INVALID_INPUT", "Only a question has an accepted answer.", ["threadId"]);
    if (!threadPolicy.ACCEPT_ANSWER(speaker, thread))
      throw refused("FORBIDDEN", "Who asked, or a coordinator, accepts the answer.", ["threadId"]);
    if (messageId) {
      const answer = await tx.em.findOne(MessageSchema, { id: messageId, threadId });
      if (!answer || answer.seq === 1)
        throw refused("INVALID_INPUT", "The answer must be a later message of this thread.", [
          "messageId",
        ]);
      if (answer.withdrawnAt)
        throw refused("MESSAGE_WITHDRAWN", "This message was withdrawn.", ["messageId"]);
    }
    if (thread.acceptedMessageId === messageId) return thread.id;
    acceptInstead(tx, { thread, messageId });
    return thread.id;
  });
}

/** The choice itself, also made when an accepted answer is withdrawn or comes back. */
export function acceptInstead(
  tx: Transaction,
  { thread, messageId }: { thread: ThreadRow; messageId: string | null },
): void {
  thread.acceptedMessageId = messageId;
  tx.state(answerAccepted, {
    channelId: thread.groupId,
    label: thread.id,
    data: { threadId: thread.id, messageId },
  });
}
