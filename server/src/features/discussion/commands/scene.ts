import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import type { Transaction } from "../../../live/write.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { groupPolicy, standingIn, type GroupState } from "../../groups/public.ts";
import { MessageSchema, ThreadSchema, type MessageRow, type ThreadRow } from "../entities.ts";
import { canRead, type Speaker } from "../policy.ts";

/** What a command about a thread works with, once the group's channel is locked and the viewer may be there. */
export interface ThreadScene {
  tx: Transaction;
  thread: ThreadRow;
  speaker: Speaker;
}
export interface MessageScene extends ThreadScene {
  message: MessageRow;
}

/** Locks the channel of the thread's group, then asks whether the viewer may be there at all, and change anything there. */
export async function inThread<T>(
  ctx: Context,
  threadId: string,
  work: (scene: ThreadScene) => Promise<T>,
): Promise<T> {
  const { personId } = ctx;
  const found = await ctx.db
    .selectFrom("thread")
    .select("groupId")
    .where("id", "=", threadId)
    .executeTakeFirst();
  if (!found) throw notFound();
  return ctx.live.write({ channels: [found.groupId], actorId: personId }, async (tx) => {
    const { speaker, group } = await speakerIn(tx, { groupId: found.groupId, personId });
    demandUnsealed(speaker, group);
    const thread = await tx.em.findOneOrFail(ThreadSchema, { id: threadId });
    return work({ tx, thread, speaker });
  });
}

/** The same by a message. */
export async function inMessage<T>(
  ctx: Context,
  messageId: string,
  work: (scene: MessageScene) => Promise<T>,
): Promise<T> {
  const found = await ctx.db
    .selectFrom("message")
    .select("threadId")
    .where("id", "=", messageId)
    .executeTakeFirst();
  if (!found) throw notFound();
  return inThread(ctx, found.threadId, async (scene) => {
    const message = await scene.tx.em.findOneOrFail(MessageSchema, { id: messageId });
    return work({ ...scene, message });
  });
}

/** Refuses every change in a sealed group. */
export function demandUnsealed(speaker: Speaker, group: GroupState): void {
  demand(groupPolicy.START_THREAD, { standing: speaker, state: group });
}

/** The viewer's standing in a group, behind the lock. Throws NOT_FOUND for whom the group's content does not exist. */
export async function speakerIn(
  tx: Transaction,
  about: { groupId: string; personId: string },
): Promise<{ speaker: Speaker; group: GroupState }> {
  const found = await standingIn(tx.db, about);
  if (!found || !canRead(found.standing)) throw notFound();
  return { speaker: { ...found.standing, personId: about.personId }, group: found.group };
}
