import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanOptional } from "../../../house/text.ts";
import { threadClosed } from "../facts.ts";
import { threadPolicy } from "../policy.ts";
import { inThread } from "./scene.ts";

/** Closes a thread: it stays readable, nobody writes in it. */
export async function closeThread(
  ctx: Context,
  input: { threadId: string; reason: string | null },
): Promise<string> {
  const reason = cleanOptional(input.reason, { field: "reason", max: 500 });
  return inThread(ctx, input.threadId, async ({ tx, thread, speaker }) => {
    if (thread.closedAt) return thread.id;
    if (!threadPolicy.CLOSE(speaker, thread))
      throw refused("FORBIDDEN", "Who began a thread, coordinators and moderators can close it.", [
        "threadId",
      ]);
    thread.closedAt = tx.at;
    tx.state(threadClosed, {
      channelId: thread.groupId,
      label: thread.id,
      data: { threadId: thread.id, reason },
    });
    return thread.id;
  });
}
