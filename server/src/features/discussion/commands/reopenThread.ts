import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { threadReopened } from "../facts.ts";
import { threadPolicy } from "../policy.ts";
import { inThread } from "./scene.ts";

export async function reopenThread(
  ctx: Context,
  { threadId }: { threadId: string },
): Promise<string> {
  return inThread(ctx, threadId, async ({ tx, thread, speaker }) => {
    if (!thread.closedAt) return thread.id;
    if (!threadPolicy.REOPEN(speaker, thread))
      throw refused(
        "FORBIDDEN",
        "Who began a thread, coordinators and moderators can open it again.",
        ["threadId"],
      );
    thread.closedAt = null;
    tx.state(threadReopened, {
      channelId: thread.groupId,
      label: thread.id,
      data: { threadId: thread.id },
    });
    return thread.id;
  });
}
