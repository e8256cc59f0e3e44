import { v7 as uuidv7 } from "uuid";
import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { isKeyTaken, keyConflict, once } from "../../../house/idempotency.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanLine } from "../../../house/text.ts";
import type { Transaction } from "../../../live/write.ts";
import { ThreadSchema, type ThreadKind } from "../entities.ts";
import { threadStarted } from "../facts.ts";
import { canStart, type Speaker } from "../policy.ts";
import { cleanBody, compose, keepMessages, type Composed } from "./compose.ts";
import { speakerIn } from "./scene.ts";
import type { Sent } from "./sendMessage.ts";

export const TITLE_MAX = 200;

export interface StartThread {
  groupId: string;
  title: string;
  kind: ThreadKind;
  body: string;
  clientKey: string;
  askAcknowledgement: boolean;
}

/** Begins a thread with its first message. */
export async function startThread(
  ctx: Context,
  input: StartThread,
): Promise<Sent & { threadId: string }> {
  const { groupId, kind, clientKey, askAcknowledgement } = input;
  const title = cleanLine(input.title, { field: "title", max: TITLE_MAX });
  const body = cleanBody(input.body);
  const { personId } = ctx;
  if (askAcknowledgement && kind !== "ANNOUNCEMENT")
    throw refused("INVALID_INPUT", "Only an announcement can ask to be acknowledged.", [
      "askAcknowledgement",
    ]);
  const request = ["startThread", groupId, title, kind, body, askAcknowledgement];
  try {
    return await ctx.live.write({ channels: [groupId], actorId: personId }, async (tx) => {
      const { speaker, group } = await speakerIn(tx, { groupId, personId });
      return once(tx, { personId, clientKey, request }, async () => {
        demand(canStart[kind], { standing: speaker, state: group }, ["kind"]);
        const { message, channelSeq } = beginThread(tx, { ...input, title, body, speaker });
        keepMessages(tx, [message]);
        return { threadId: message.threadId, messageId: message.id, channelSeq, groupId };
      });
    });
  } catch (error) {
    if (isKeyTaken(error)) throw keyConflict();
    throw error;
  }
}

/** A thread with its first message. The command holds the group's channel, has asked the policy, and keeps the message. */
export function beginThread(
  tx: Transaction,
  {
    groupId,
    kind,
    title,
    body,
    clientKey,
    askAcknowledgement,
    speaker,
  }: StartThread & { speaker: Speaker },
): Composed {
  const thread = tx.em.create(ThreadSchema, {
    id: uuidv7(),
    groupId,
    kind,
    title,
    createdBy: speaker.personId,
    createdAt: tx.at,
    lastMessageSeq: 0,
    lastActivityAt: tx.at,
    asksAcknowledgement: askAcknowledgement,
  });
  tx.state(threadStarted, {
    channelId: groupId,
    label: thread.id,
    data: { threadId: thread.id, kind, title },
  });
  const home = { id: thread.id, groupId, lastMessageSeq: 0 };
  return compose(tx, { thread: home, speaker, body, clientKey, quoteId: null });
}
