import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { messageRestored } from "../facts.ts";
import { messagePolicy, UNDO_SECONDS } from "../policy.ts";
import { inMessage } from "./scene.ts";

/** Takes a withdrawal back within five seconds. The text counts as a new version; its history is gone. */
export async function restoreMessage(
  ctx: Context,
  { messageId }: { messageId: string },
): Promise<string> {
  return inMessage(ctx, messageId, async ({ tx, thread, message, speaker }) => {
    if (!message.withdrawnAt) return message.id;
    if (!messagePolicy.RESTORE(speaker, message))
      throw refused("FORBIDDEN", "Only who withdrew a message can take that back.", ["messageId"]);
    const kept = await tx.db
      .deleteFrom("withdrawnBody")
      .where("messageId", "=", message.id)
      .where("withdrawnAt", ">", new Date(tx.at.getTime() - UNDO_SECONDS * 1000))
      .returning("body")
      .executeTakeFirst();
    if (!kept)
      throw refused(
        "UNDO_EXPIRED",
        "It is too late to undo this: the text is gone. Write it again.",
        ["messageId"],
      );
    message.body = kept.body;
    message.version += 1;
    message.withdrawnAt = null;
    message.withdrawnBy = null;
    tx.state(messageRestored, {
      channelId: thread.groupId,
      label: thread.id,
      subject: message.id,
      data: { threadId: thread.id, messageId: message.id, version: message.version },
    });
    return message.id;
  });
}
