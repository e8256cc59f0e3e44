import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { messageRestored } from "../facts.ts";
import { messagePolicy, UNDO_SECONDS } from "../policy.ts";
import { acceptInstead } from "./acceptAnswer.ts";
import { inMessage } from "./scene.ts";

/**
 * Takes a withdrawal back within five seconds: text, earlier texts, pin and acceptance are as they were. The
 * text counts as a new version, so that nobody takes the tombstone for the newer one.
 */
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
      .returningAll()
      .executeTakeFirst();
    if (!kept)
      throw refused(
        "UNDO_EXPIRED",
        "It is too late to undo this: the text is gone. Write it again.",
        ["messageId"],
      );
    const earlier = kept.versions as { version: number; body: string; at: string }[];
    if (earlier.length > 0)
      await tx.db
        .insertInto("messageVersion")
        .values(
          earlier.map(({ version, body, at }) => ({ messageId, version, body, at: new Date(at) })),
        )
        .execute();
    message.body = kept.body;
    message.pinnedAt = kept.pinnedAt;
    message.version += 1;
    message.withdrawnAt = null;
    message.withdrawnBy = null;
    tx.state(messageRestored, {
      channelId: thread.groupId,
      label: thread.id,
      subject: message.id,
      data: { threadId: thread.id, messageId: message.id, version: message.version },
    });
    if (kept.wasAnswer && !thread.acceptedMessageId) acceptInstead(tx, { thread, messageId });
    return message.id;
  });
}
