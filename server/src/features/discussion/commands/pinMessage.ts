import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { messagePinned } from "../facts.ts";
import { messagePolicy } from "../policy.ts";
import { inMessage } from "./scene.ts";

/** Pins a message to the top of its thread, or takes the pin away. */
export async function pinMessage(
  ctx: Context,
  input: { messageId: string; on: boolean },
): Promise<string> {
  return inMessage(ctx, input.messageId, async ({ tx, thread, message, speaker }) => {
    if (message.withdrawnAt)
      throw refused("MESSAGE_WITHDRAWN", "A withdrawn message cannot be pinned.", ["messageId"]);
    if (!messagePolicy.PIN(speaker, message))
      throw refused("FORBIDDEN", "Coordinators, moderators and managers pin messages.", [
        "messageId",
      ]);
    if (input.on === (message.pinnedAt !== null)) return message.id;
    message.pinnedAt = input.on ? tx.at : null;
    tx.state(messagePinned, {
      channelId: thread.groupId,
      label: thread.id,
      subject: message.id,
      data: { threadId: thread.id, messageId: message.id, on: input.on },
    });
    return message.id;
  });
}
