import { sql } from "kysely";
import type { Context } from "../../../house/context.ts";
import {
  hashOf,
  isKeyTaken,
  keepOutcomes,
  keyConflict,
  outcomeOf,
  type Done,
} from "../../../house/idempotency.ts";
import { refused } from "../../../house/refusal.ts";
import { each, type Gathered } from "../../../live/gathered.ts";
import type { Transaction } from "../../../live/write.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import type { MessageRow } from "../entities.ts";
import { groupOfThread } from "../loaders/threads.ts";
import { threadPolicy } from "../policy.ts";
import { cleanBody, compose, keepMessages } from "./compose.ts";
import { demandUnsealed } from "./scene.ts";
import { readScenes, type Send, type SendScene } from "./sendScene.ts";

/** What the acknowledgement says: the message is in the log for ever, at this place. */
export interface Sent {
  messageId: string;
  /** The seq in the group's channel. */
  channelSeq: number;
  groupId: string;
}

/** The message when it was sent just now; a repetition does not know what became of it. */
type SentNow = Sent & { message: MessageRow | null };

/** Sends one message. Under the same clientKey it is sent once, whoever repeats it wherever. */
export async function sendMessage(
  ctx: Context,
  input: { threadId: string; body: string; clientKey: string; quoteId: string | null },
): Promise<SentNow> {
  const body = cleanBody(input.body);
  const { personId } = ctx;
  const groupId = await groupOfThread(ctx, input.threadId);
  if (!groupId) throw notFound();
  try {
    return await ctx.live.writeTogether(sending, { ...input, body, groupId, personId });
  } catch (error) {
    if (isKeyTaken(error)) throw keyConflict();
    throw error;
  }
}

/** What is sent in one moment shares a transaction; each message is judged by itself, in the order of their coming. */
const sending: Gathered<Send, SentNow> = {
  channelOf: ({ groupId }) => groupId,
  async meet(tx, sends) {
    const scenes = await readScenes(tx, sends);
    const done = new Map<string, Done>();
    const messages: MessageRow[] = [];
    const outcomes = each(sends, (send, i) => {
      const scene = scenes[i];
      if (!scene) throw notFound();
      const { personId, clientKey, threadId, body, quoteId } = send;
      const requestHash = hashOf(["sendMessage", threadId, body, quoteId]);
      const key = `${personId} ${clientKey}`;
      const first = scene.first ?? done.get(key);
      if (first) return { ...outcomeOf<Sent>(first, requestHash), message: null };
      demandSend(scene, send);
      const { message, channelSeq } = compose(tx, { ...scene, ...send });
      const outcome = { messageId: message.id, channelSeq, groupId: message.groupId };
      done.set(key, { personId, clientKey, requestHash, outcome });
      messages.push(message);
      return { ...outcome, message };
    });
    keepMessages(tx, messages);
    forgetDrafts(tx, messages);
    keepOutcomes(tx, [...done.values()]);
    return outcomes;
  },
};

function demandSend({ thread, group, speaker, quoted }: SendScene, { quoteId }: Send): void {
  demandUnsealed(speaker, group);
  if (!threadPolicy.SEND(speaker, thread))
    throw refused(
      "THREAD_CLOSED",
      "This thread is closed: ask a coordinator to open it again, or start a new one.",
      ["threadId"],
    );
  if (quoteId && !quoted)
    throw refused("INVALID_INPUT", "Only a message of the same thread can be quoted.", ["quoteId"]);
  if (quoted?.withdrawnAt)
    throw refused("MESSAGE_WITHDRAWN", "The message that you quote was withdrawn.", ["quoteId"]);
}

/** What was just sent is no draft any more on the author's other devices; another text begun there stays. */
function forgetDrafts(tx: Transaction, messages: readonly MessageRow[]): void {
  if (messages.length === 0) return;
  tx.defer(sql`
    delete from draft
    using unnest(${messages.map(({ authorId }) => authorId)}::uuid[],
      ${messages.map(({ threadId }) => threadId)}::uuid[],
      ${messages.map(({ body }) => body)}::text[]) as sent (person_id, thread_id, body)
    where draft.person_id = sent.person_id and draft.thread_id = sent.thread_id
      and btrim(draft.body, E' \\n\\t') = sent.body`);
}
