import type { Context } from "../../../house/context.ts";
import { Refused, refused } from "../../../house/refusal.ts";
import { messageEdited } from "../facts.ts";
import { messagePolicy } from "../policy.ts";
import { Message, VersionConflict } from "../types.ts";
import { cleanBody } from "./compose.ts";
import { inMessage } from "./scene.ts";

/** Changes the author's own text; the earlier one stays in the history. */
export async function editMessage(
  ctx: Context,
  input: { messageId: string; body: string; expectedVersion: number },
): Promise<string> {
  const body = cleanBody(input.body);
  return inMessage(ctx, input.messageId, async ({ tx, thread, message, speaker }) => {
    if (message.withdrawnAt)
      throw refused("MESSAGE_WITHDRAWN", "This message was withdrawn: write a new one.", [
        "messageId",
      ]);
    if (!messagePolicy.EDIT(speaker, message))
      throw refused("FORBIDDEN", "Only who wrote a message can edit it.", ["messageId"]);
    // The same text again, from a repeated request, is no conflict.
    if (message.body === body) return message.id;
    if (message.version !== input.expectedVersion) throw new Refused(conflict(Message.of(message)));
    await tx.db
      .insertInto("messageVersion")
      .values({
        messageId: message.id,
        version: message.version,
        body: message.body,
        at: message.editedAt ?? message.createdAt,
      })
      .execute();
    message.body = body;
    message.version += 1;
    message.editedAt = tx.at;
    tx.state(messageEdited, {
      channelId: thread.groupId,
      label: thread.id,
      subject: message.id,
      data: { threadId: thread.id, messageId: message.id, version: message.version },
    });
    return message.id;
  });
}

function conflict(current: Message): VersionConflict {
  return Object.assign(new VersionConflict(), {
    code: "VERSION_CONFLICT" as const,
    message:
      "The message was changed since you opened it, perhaps on another device: look at both and save again.",
    field: ["expectedVersion"],
    current,
  });
}
