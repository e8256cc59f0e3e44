import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { threadAcknowledged } from "../facts.ts";
import { threadPolicy } from "../policy.ts";
import { inThread } from "./scene.ts";

/** Says that the viewer has taken note of an announcement. Saying it twice changes nothing. */
export async function acknowledgeThread(
  ctx: Context,
  { threadId }: { threadId: string },
): Promise<string> {
  return inThread(ctx, threadId, async ({ tx, thread, speaker }) => {
    if (!threadPolicy.ACKNOWLEDGE(speaker, thread))
      throw refused("INVALID_INPUT", "This thread does not ask you to acknowledge it.", [
        "threadId",
      ]);
    const { personId } = speaker;
    const made = await tx.db
      .insertInto("acknowledgement")
      .values({ threadId, personId, at: tx.at })
      .onConflict((conflict) => conflict.doNothing())
      .returning("at")
      .executeTakeFirst();
    if (made)
      tx.state(threadAcknowledged, {
        channelId: thread.groupId,
        label: thread.id,
        data: { threadId, personId },
      });
    return thread.id;
  });
}
