import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { threadForViewer } from "../loaders/threads.ts";
import { canRead } from "../policy.ts";
import { BODY_MAX } from "./compose.ts";

/** Keeps what the viewer is writing, for their other devices; empty text forgets it. Nobody else is told. */
export async function saveDraft(
  ctx: Context,
  { threadId, body }: { threadId: string; body: string },
): Promise<string> {
  const seen = await ctx.load(threadForViewer, threadId);
  if (!seen || !canRead(seen.standing)) throw notFound();
  if (body.length > 2 * BODY_MAX)
    throw refused("INVALID_INPUT", "This draft is too long to be kept.", ["body"]);
  const { personId } = ctx;
  return ctx.live.write({ channels: [], actorId: personId }, async ({ db, at }) => {
    const kept = body.toWellFormed().replaceAll("\u0000", "");
    if (kept.trim() === "")
      await db
        .deleteFrom("draft")
        .where("personId", "=", personId)
        .where("threadId", "=", threadId)
        .execute();
    else
      await db
        .insertInto("draft")
        .values({ personId, threadId, body: kept, updatedAt: at })
        .onConflict((conflict) =>
          conflict.columns(["personId", "threadId"]).doUpdateSet({ body: kept, updatedAt: at }),
        )
        .execute();
    return threadId;
  });
}
