import { sql } from "kysely";
import type { Context } from "../../../house/context.ts";
import { isKeyTaken, keyConflict, once } from "../../../house/idempotency.ts";
import { refused } from "../../../house/refusal.ts";
import type { Transaction } from "../../../live/write.ts";
import { MessageSchema, type ThreadRow } from "../entities.ts";
import { threadPolicy } from "../policy.ts";
import { cleanBody, compose } from "./compose.ts";
import { inThread } from "./scene.ts";

/** What the acknowledgement says: the message is in the log for ever, at this place. */
export interface Sent {
  messageId: string;
  /** The seq in the group's channel. */
  channelSeq: number;
  groupId: string;
}

/** Sends one message. Under the same clientKey it is sent once, whoever repeats it wherever. */
export async function sendMessage(
  ctx: Context,
  input: { threadId: string; body: string; clientKey: string; quoteId: string | null },
): Promise<Sent> {
  const body = cleanBody(input.body);
  const { threadId, clientKey, quoteId } = input;
  try {
    return await inThread(ctx, threadId, ({ tx, thread, speaker }) =>
      once(
        tx,
        {
          personId: speaker.personId,
          clientKey,
          request: ["sendMessage", threadId, body, quoteId],
        },
        async () => {
          if (!threadPolicy.SEND(speaker, thread)) throw closed();
          if (quoteId) await checkQuote(tx, { thread, quoteId });
          const { message, channelSeq } = await compose(tx, {
            thread,
            speaker,
            body,
            clientKey,
            quoteId,
          });
          await forgetDraft(tx, { personId: speaker.personId, threadId, body });
          return { messageId: message.id, channelSeq, groupId: thread.groupId };
        },
      ),
    );
  } catch (error) {
    if (isKeyTaken(error)) throw keyConflict();
    throw error;
  }
}

const closed = () =>
  refused(
    "THREAD_CLOSED",
    "This thread is closed: ask a coordinator to open it again, or start a new one.",
    ["threadId"],
  );

async function checkQuote(
  tx: Transaction,
  { thread, quoteId }: { thread: ThreadRow; quoteId: string },
): Promise<void> {
  const quoted = await tx.em.findOne(MessageSchema, { id: quoteId, threadId: thread.id });
  if (!quoted)
    throw refused("INVALID_INPUT", "Only a message of the same thread can be quoted.", ["quoteId"]);
  if (quoted.withdrawnAt)
    throw refused("MESSAGE_WITHDRAWN", "The message that you quote was withdrawn.", ["quoteId"]);
}

/** What was just sent is no draft any more on the author's other devices; another text begun there stays. */
async function forgetDraft(
  tx: Transaction,
  { personId, threadId, body }: { personId: string; threadId: string; body: string },
): Promise<void> {
  await tx.db
    .deleteFrom("draft")
    .where("personId", "=", personId)
    .where("threadId", "=", threadId)
    .where(sql<boolean>`btrim(body, E' \\n\\t') = ${body}`)
    .execute();
}
