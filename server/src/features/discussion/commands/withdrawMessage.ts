import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanOptional } from "../../../house/text.ts";
import { messageWithdrawn } from "../facts.ts";
import { messagePolicy, UNDO_SECONDS } from "../policy.ts";
import { acceptInstead } from "./acceptAnswer.ts";
import { inMessage } from "./scene.ts";

/**
 * Takes a message's text out of the row, its history and the log; the tombstone stays. For the undo the text
 * lies aside for five seconds, where no read goes.
 */
export async function withdrawMessage(
  ctx: Context,
  input: { messageId: string; reason: string | null },
): Promise<{ messageId: string; undoUntil: Date | null }> {
  const reason = cleanOptional(input.reason, { field: "reason", max: 500 });
  return inMessage(ctx, input.messageId, async ({ tx, thread, message, speaker }) => {
    // A second click finds it done.
    if (message.withdrawnAt) return { messageId: message.id, undoUntil: null };
    if (!messagePolicy.WITHDRAW(speaker, message))
      throw refused(
        "FORBIDDEN",
        "Only who wrote a message, a coordinator or a moderator can withdraw it.",
        ["messageId"],
      );
    const wasAnswer = thread.acceptedMessageId === message.id;
    const versions = await tx.db
      .deleteFrom("messageVersion")
      .where("messageId", "=", message.id)
      .returningAll()
      .execute();
    const { id: messageId, body, pinnedAt } = message;
    await tx.db
      .insertInto("withdrawnBody")
      .values({
        messageId,
        body,
        versions: JSON.stringify(versions),
        pinnedAt,
        wasAnswer,
        withdrawnAt: tx.at,
      })
      .execute();
    message.body = "";
    message.withdrawnAt = tx.at;
    message.withdrawnBy = speaker.personId;
    message.pinnedAt = null;
    tx.redact(thread.groupId, messageId);
    tx.state(messageWithdrawn, {
      channelId: thread.groupId,
      label: thread.id,
      subject: messageId,
      data: { threadId: thread.id, messageId, reason },
    });
    if (wasAnswer) acceptInstead(tx, { thread, messageId: null });
    return { messageId, undoUntil: new Date(tx.at.getTime() + UNDO_SECONDS * 1000) };
  });
}
