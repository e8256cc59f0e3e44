import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { cleanText } from "../../../house/text.ts";
import type { Transaction } from "../../../live/write.ts";
import { MessageSchema, type MessageRow, type ThreadRow } from "../entities.ts";
import { messageSent } from "../facts.ts";
import type { Speaker } from "../policy.ts";

/** Characters in a message at the most. */
export const BODY_MAX = 10_000;

export const cleanBody = (body: string) => cleanText(body, { field: "body", max: BODY_MAX });

/** Puts the next message into a thread: row, numbers, the author's own mark, the fact. Returns it with its place in the channel. */
export async function compose(
  tx: Transaction,
  {
    thread,
    speaker,
    body,
    clientKey,
    quoteId,
  }: {
    thread: ThreadRow;
    speaker: Speaker;
    body: string;
    clientKey: string;
    quoteId: string | null;
  },
): Promise<{ message: MessageRow; channelSeq: number }> {
  const seq = thread.lastMessageSeq + 1;
  const authorRole = speaker.role ?? "MEMBER";
  const message = tx.em.create(MessageSchema, {
    id: uuidv7(),
    threadId: thread.id,
    groupId: thread.groupId,
    seq,
    authorId: speaker.personId,
    authorRole,
    body,
    quoteId,
    clientKey,
    version: 1,
    createdAt: tx.at,
  });
  thread.lastMessageSeq = seq;
  thread.lastMessageId = message.id;
  thread.lastActivityAt = tx.at;
  await tx.em.flush();
  await tx.db
    .updateTable("group")
    .set({ lastActivityAt: tx.at })
    .where("id", "=", thread.groupId)
    .execute();
  await readOwn(tx, { thread, personId: speaker.personId, seq });
  const channelSeq = tx.state(messageSent, {
    channelId: thread.groupId,
    label: thread.id,
    subject: message.id,
    data: {
      messageId: message.id,
      threadId: thread.id,
      groupId: thread.groupId,
      seq,
      authorId: speaker.personId,
      authorRole,
      body,
      quoteId,
      clientKey,
    },
  });
  return { message, channelSeq };
}

/**
 * Whoever had read all before has read their own message too; a gap before it stays unread. Without a mark they
 * had read all when the message before is older than their membership.
 */
async function readOwn(
  tx: Transaction,
  { thread, personId, seq }: { thread: ThreadRow; personId: string; seq: number },
): Promise<void> {
  await sql`
    insert into read_mark as mark (person_id, thread_id, last_read_seq, updated_at)
    select ${personId}, ${thread.id}, ${seq}, ${tx.at}
    where ${seq} = 1
      or exists (select 1 from read_mark where person_id = ${personId} and thread_id = ${thread.id})
      or exists (select 1 from message, membership
        where message.thread_id = ${thread.id} and message.seq = ${seq} - 1
          and membership.group_id = ${thread.groupId} and membership.person_id = ${personId}
          and membership.state = 'ACTIVE' and message.created_at < membership.since)
    on conflict (person_id, thread_id) do update
      set last_read_seq = excluded.last_read_seq, updated_at = excluded.updated_at
      where mark.last_read_seq = excluded.last_read_seq - 1`.execute(tx.db);
}
