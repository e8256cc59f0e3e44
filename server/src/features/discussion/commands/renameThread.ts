import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanLine } from "../../../house/text.ts";
import { threadRenamed } from "../facts.ts";
import { threadPolicy } from "../policy.ts";
import { inThread } from "./scene.ts";
import { TITLE_MAX } from "./startThread.ts";

export async function renameThread(
  ctx: Context,
  input: { threadId: string; title: string },
): Promise<string> {
  const title = cleanLine(input.title, { field: "title", max: TITLE_MAX });
  return inThread(ctx, input.threadId, async ({ tx, thread, speaker }) => {
    if (!threadPolicy.RENAME(speaker, thread))
      throw refused("FORBIDDEN", "Who began a thread, coordinators and moderators can rename it.", [
        "threadId",
      ]);
    if (thread.title === title) return thread.id;
    thread.title = title;
    tx.state(threadRenamed, {
      channelId: thread.groupId,
      label: thread.id,
      data: { threadId: thread.id, title },
    });
    return thread.id;
  });
}
