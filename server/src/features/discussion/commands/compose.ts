import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { cleanText } from "../../../house/text.ts";
import type { Transaction } from "../../../live/write.ts";
import type { MessageRow, ThreadRow } from "../entities.ts";
import { messageSent } from "../facts.ts";
import type { Speaker } from "../policy.ts";

/** Characters in a message at the most. */
export const BODY_MAX = 10_000;

export const cleanBody = (body: string) => cleanText(body, { field: "body", max: BODY_MAX });

/** Where a message goes; its number rises with each. */
export type Home = Pick<ThreadRow, "id" | "groupId" | "lastMessageSeq">;

/** A message that takes its place: as its row will be, and its seq in the group's channel. */
export interface Composed {
  message: MessageRow;
  channelSeq: number;
}

/** Gives the next message of a thread its numbers and states that it was sent. `keepMessages` writes it down. */
export function compose(
  tx: Transaction,
  {
    thread,
    speaker,
    body,
    clientKey,
    quoteId,
  }: { thread: Home; speaker: Speaker; body: string; clientKey: string; quoteId: string | null },
): Composed {
  thread.lastMessageSeq += 1;
  const sent = {
    threadId: thread.id,
    groupId: thread.groupId,
    seq: thread.lastMessageSeq,
    authorId: speaker.personId,
    authorRole: speaker.role ?? "MEMBER",
    body,
    quoteId,
    clientKey,
  };
  const id = uuidv7();
  const channelSeq = tx.state(messageSent, {
    channelId: thread.groupId,
    label: thread.id,
    subject: id,
    actorId: speaker.personId,
    data: { messageId: id, ...sent },
  });
  return {
    message: {
      id,
      ...sent,
      version: 1,
      createdAt: tx.at,
      editedAt: null,
      withdrawnAt: null,
      withdrawnBy: null,
      pinnedAt: null,
    },
    channelSeq,
  };
}

/** Writes composed messages at the transaction's end: the rows, their threads' and groups' last, their authors' own marks. */
export function keepMessages(tx: Transaction, messages: readonly MessageRow[]): void {
  if (messages.length === 0) return;
  const column = <Name extends keyof MessageRow>(name: Name) => messages.map((row) => row[name]);
  tx.defer(sql`
    insert into message (id, thread_id, group_id, seq, author_id, author_role, body, quote_id,
      client_key, version, created_at)
    select sent.*, 1, ${tx.at}::timestamptz
    from unnest(${column("id")}::uuid[], ${column("threadId")}::uuid[],
      ${column("groupId")}::uuid[], ${column("seq")}::integer[], ${column("authorId")}::uuid[],
      ${column("authorRole")}::text[], ${column("body")}::text[], ${column("quoteId")}::uuid[],
      ${column("clientKey")}::uuid[]) as sent`);
  const last = [...new Map(messages.map((message) => [message.threadId, message])).values()];
  tx.defer(sql`
    update thread set last_message_seq = last.seq, last_message_id = last.id,
      last_activity_at = ${tx.at}
    from unnest(${last.map(({ threadId }) => threadId)}::uuid[],
      ${last.map(({ seq }) => seq)}::integer[], ${last.map(({ id }) => id)}::uuid[])
      as last (thread_id, seq, id)
    where thread.id = last.thread_id`);
  tx.defer(sql`
    update "group" set last_activity_at = ${tx.at}
    where id = any(${[...new Set(column("groupId"))]}::uuid[])`);
  keepOwnMarks(tx, messages);
}

/** Messages of one author that follow on each other in a thread. */
interface Run {
  personId: string;
  threadId: string;
  groupId: string;
  first: number;
  last: number;
}

/** The first run of each author in each thread: behind it lies a gap, which stays unread. */
function runsOf(messages: readonly MessageRow[]): Run[] {
  const runs = new Map<string, Run>();
  for (const { authorId, threadId, groupId, seq } of messages) {
    const key = `${authorId} ${threadId}`;
    const run = runs.get(key);
    if (!run) runs.set(key, { personId: authorId, threadId, groupId, first: seq, last: seq });
    else if (run.last === seq - 1) run.last = seq;
  }
  return [...runs.values()];
}

/**
 * Whoever had read all before has read their own messages too; a gap before them stays unread. Without a mark they
 * had read all when the message before is older than their membership.
 */
function keepOwnMarks(tx: Transaction, messages: readonly MessageRow[]): void {
  const runs = runsOf(messages);
  tx.defer(sql`
    insert into read_mark as mark (person_id, thread_id, last_read_seq, updated_at)
    select run.person_id, run.thread_id, run.last, ${tx.at}
    from ${runTable(runs)}
    where run.first = 1
      or exists (select 1 from read_mark as old
        where old.person_id = run.person_id and old.thread_id = run.thread_id)
      or exists (select 1 from message, membership
        where message.thread_id = run.thread_id and message.seq = run.first - 1
          and membership.group_id = run.group_id and membership.person_id = run.person_id
          and membership.state = 'ACTIVE' and message.created_at < membership.since)
    on conflict (person_id, thread_id) do update
      set last_read_seq = excluded.last_read_seq, updated_at = excluded.updated_at
      where mark.last_read_seq = (select run.first - 1 from ${runTable(runs)}
        where run.person_id = mark.person_id and run.thread_id = mark.thread_id)`);
}

const runTable = (runs: readonly Run[]) => sql`
  unnest(${runs.map(({ personId }) => personId)}::uuid[],
    ${runs.map(({ threadId }) => threadId)}::uuid[],
    ${runs.map(({ groupId }) => groupId)}::uuid[],
    ${runs.map(({ first }) => first)}::integer[], ${runs.map(({ last }) => last)}::integer[])
    as run (person_id, thread_id, group_id, first, last)`;
