import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { threadPinned } from "../facts.ts";
import { threadPolicy } from "../policy.ts";
import { inThread } from "./scene.ts";

/** Keeps a thread at the top of its group's list, or lets it go. */
export async function pinThread(
  ctx: Context,
  input: { threadId: string; on: boolean },
): Promise<string> {
  return inThread(ctx, input.threadId, async ({ tx, thread, speaker }) => {
    if (!threadPolicy.PIN(speaker, thread))
      throw refused("FORBIDDEN", "Coordinators, moderators and managers pin threads.", [
        "threadId",
      ]);
    if (input.on === (thread.pinnedAt !== null)) return thread.id;
    thread.pinnedAt = input.on ? tx.at : null;
    tx.state(threadPinned, {
      channelId: thread.groupId,
      label: thread.id,
      data: { threadId: thread.id, on: input.on },
    });
    return thread.id;
  });
}
