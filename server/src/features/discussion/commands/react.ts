import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { reactionsChanged } from "../facts.ts";
import { messagePolicy } from "../policy.ts";
import { inMessage } from "./scene.ts";

/** The six leadership values, as reactions that celebrate. */
const VALUES = new Set(
  [
    "compassion",
    "inclusivity",
    "collaboration",
    "curiosity",
    "trustworthiness",
    "celebrating-success",
  ].map((value) => `value:${value}`),
);
/** One emoji as people see it, whatever it is made of. */
const EMOJI = /^\p{RGI_Emoji}$/v;
/** Different reactions on one message at the most. */
const KINDS_MAX = 40;

/** Sets or takes away one reaction of the viewer. Asking for what is so already changes nothing. */
export async function react(
  ctx: Context,
  input: { messageId: string; emoji: string; on: boolean },
): Promise<string> {
  const { emoji, on } = input;
  if (!VALUES.has(emoji) && !EMOJI.test(emoji))
    throw refused(
      "INVALID_INPUT",
      "A reaction is one emoji, or a value such as value:compassion.",
      ["emoji"],
    );
  return inMessage(ctx, input.messageId, async ({ tx, thread, message, speaker }) => {
    if (!messagePolicy.REACT(speaker, message))
      throw refused("MESSAGE_WITHDRAWN", "This message was withdrawn.", ["messageId"]);
    const { personId } = speaker;
    const key = { messageId: message.id, emoji, personId };
    if (on) await refuseTooMany(tx.db, key);
    const changed = on
      ? await tx.db
          .insertInto("reaction")
          .values({ ...key, at: tx.at })
          .onConflict((c) => c.doNothing())
          .returning("emoji")
          .execute()
      : await tx.db
          .deleteFrom("reaction")
          .where("messageId", "=", message.id)
          .where("emoji", "=", emoji)
          .where("personId", "=", personId)
          .returning("emoji")
          .execute();
    if (changed.length > 0)
      tx.state(reactionsChanged, {
        channelId: thread.groupId,
        label: thread.id,
        subject: message.id,
        data: { threadId: thread.id, messageId: message.id, emoji, personId, on },
      });
    return message.id;
  });
}

async function refuseTooMany(
  db: Context["db"],
  { messageId, emoji }: { messageId: string; emoji: string },
): Promise<void> {
  const kinds = await db
    .selectFrom("reaction")
    .select("emoji")
    .distinct()
    .where("messageId", "=", messageId)
    .execute();
  if (kinds.length >= KINDS_MAX && !kinds.some((kind) => kind.emoji === emoji))
    throw refused(
      "LIMIT_REACHED",
      `A message can have ${KINDS_MAX} different reactions: use one that is there.`,
      ["emoji"],
    );
}
