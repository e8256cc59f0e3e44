import { randomUUID } from "node:crypto";
import { v7 } from "uuid";
import type { MessageRow, ThreadRow } from "../features/discussion/entities.ts";
import {
  answerAccepted,
  messageEdited,
  messageSent,
  reactionsChanged,
  threadAcknowledged,
  threadClosed,
  threadPinned,
  threadStarted,
} from "../features/discussion/facts.ts";
import type { Fact } from "../live/fact.ts";
import type { Tables } from "../platform/database/tables.ts";
import { instantOf, soonAfter } from "./clock.ts";
import { demoAccounts } from "./content/world.ts";
import type { DemoMessage, DemoThread } from "./content/types.ts";
import type { Journal } from "./journal.ts";
import type { Character } from "./people.ts";
import type { Place } from "./places.ts";

/** A thread with all that was said and done in it. */
export interface Talk {
  thread: ThreadRow;
  messages: MessageRow[];
  versions: Tables["messageVersion"][];
  reactions: Tables["reaction"][];
  acknowledgements: Tables["acknowledgement"][];
}

interface Stage {
  journal: Journal;
  now: Date;
  people: ReadonlyMap<string, Character>;
}

/** What happened in a thread, without what is the same for all of it. */
interface Event<Data extends object> {
  at: Date;
  actorId: string;
  data: Data;
  subject?: string;
}

/** Plays a thread from its first message to its closing, as the commands would have written it. */
export function playThread(
  stage: Stage,
  { place, demo }: { place: Place; demo: DemoThread },
): Talk {
  const { now } = stage;
  const { id: groupId } = place.group;
  const idOf = (key: string) => stage.people.get(key)!.person.id;
  const times = timesOf(demo, { timeZone: place.demo.timeZone, now });
  const first = demo.messages[0];
  const createdBy = idOf(first.by);
  const threadId = v7({ msecs: times[0].getTime() });
  const thread: ThreadRow = {
    id: threadId,
    groupId,
    kind: demo.kind,
    title: demo.title,
    createdBy,
    createdAt: times[0],
    lastMessageSeq: 0,
    lastMessageId: null,
    lastActivityAt: times[0],
    pinnedAt: null,
    closedAt: null,
    acceptedMessageId: null,
    asksAcknowledgement: demo.askAcknowledgement ?? false,
  };
  const talk: Talk = { thread, messages: [], versions: [], reactions: [], acknowledgements: [] };

  happened(threadStarted, {
    at: times[0],
    actorId: createdBy,
    data: { threadId, kind: demo.kind, title: demo.title },
  });
  for (const [index, message] of demo.messages.entries()) {
    const row = say(message, times[index]);
    react(row, message);
    if (message.edited !== undefined) edit(row, message.edited);
  }
  if (demo.acceptedIndex !== undefined) accept(talk.messages[demo.acceptedIndex]);
  if (demo.pinned) pin();
  if (demo.askAcknowledgement) acknowledge();
  if (demo.closed) close();
  return talk;

  function happened<Data extends object>(fact: Fact<Data>, event: Event<Data>): void {
    stage.journal.happened(fact, { channelId: groupId, label: threadId, ...event });
  }

  function say({ by, body, edited, quote }: DemoMessage, at: Date): MessageRow {
    const authorId = idOf(by);
    const { role } = place.members.find(({ personId }) => personId === authorId)!;
    const row: MessageRow = {
      id: v7({ msecs: at.getTime() }),
      threadId,
      groupId,
      seq: talk.messages.length + 1,
      authorId,
      authorRole: role,
      body: edited ?? body,
      quoteId: quote === undefined ? null : talk.messages[quote].id,
      clientKey: randomUUID(),
      version: 1,
      createdAt: at,
      editedAt: null,
      withdrawnAt: null,
      withdrawnBy: null,
      pinnedAt: null,
    };
    talk.messages.push(row);
    thread.lastMessageSeq = row.seq;
    thread.lastMessageId = row.id;
    thread.lastActivityAt = at;
    const { id: messageId, seq, authorRole, quoteId, clientKey } = row;
    happened(messageSent, {
      at,
      actorId: authorId,
      subject: messageId,
      data: {
        messageId,
        threadId,
        groupId,
        seq,
        authorId,
        authorRole,
        body: row.body,
        quoteId,
        clientKey,
      },
    });
    // What it says now; the fact keeps what was sent.
    row.body = body;
    return row;
  }

  function edit(row: MessageRow, earlier: string): void {
    const at = soonAfter(row.createdAt, { minutes: 4, now });
    talk.versions.push({
      messageId: row.id,
      version: row.version,
      body: earlier,
      at: row.createdAt,
    });
    row.version += 1;
    row.editedAt = at;
    happened(messageEdited, {
      at,
      actorId: row.authorId,
      subject: row.id,
      data: { threadId, messageId: row.id, version: row.version },
    });
  }

  function react(
    { id: messageId, createdAt, seq }: MessageRow,
    { reactions = [] }: DemoMessage,
  ): void {
    const each = reactions.flatMap(({ emoji, by }) =>
      by.map((key) => ({ emoji, personId: idOf(key) })),
    );
    for (const [index, { emoji, personId }] of each.entries()) {
      const at = soonAfter(createdAt, {
        minutes: 2 + index * 6 + ((seq * 5 + index * 13) % 7),
        now,
      });
      talk.reactions.push({ messageId, emoji, personId, at });
      happened(reactionsChanged, {
        at,
        actorId: personId,
        subject: messageId,
        data: { threadId, messageId, emoji, personId, on: true },
      });
    }
  }

  /** Whoever asked says thanks first, where they do, and accepts then. */
  function accept(answer: MessageRow): void {
    const thanks = talk.messages.find(
      ({ seq, authorId }) => seq > answer.seq && authorId === createdBy,
    );
    const at = soonAfter((thanks ?? answer).createdAt, { minutes: 3, now });
    thread.acceptedMessageId = answer.id;
    happened(answerAccepted, { at, actorId: createdBy, data: { threadId, messageId: answer.id } });
  }

  function pin(): void {
    const coordinator = place.members.find(({ role }) => role === "COORDINATOR")?.personId;
    const leads = place.members.some(
      ({ personId, role }) => personId === createdBy && role === "COORDINATOR",
    );
    thread.pinnedAt = soonAfter(thread.createdAt, { minutes: 1, now });
    const actorId = leads ? createdBy : (coordinator ?? createdBy);
    happened(threadPinned, { at: thread.pinnedAt, actorId, data: { threadId, on: true } });
  }

  function close(): void {
    thread.closedAt = soonAfter(thread.lastActivityAt, { minutes: 90, now });
    happened(threadClosed, {
      at: thread.closedAt,
      actorId: createdBy,
      data: { threadId, reason: null },
    });
  }

  /** Whoever reacted to the announcement, and two of three others; not those whom a visitor is to be. */
  function acknowledge(): void {
    const announcement = talk.messages[0];
    const reacted = new Set(
      talk.reactions
        .filter(({ messageId }) => messageId === announcement.id)
        .map(({ personId }) => personId),
    );
    const visitors = new Set(
      [...stage.people.values()]
        .filter(({ email }) => demoAccounts.some((account) => account.email === email))
        .map(({ person }) => person.id),
    );
    const others = place.members
      .map(({ personId }) => personId)
      .filter((id, index) => !reacted.has(id) && !visitors.has(id) && index % 3 > 0);
    const all = [...reacted, ...others].filter((id) => id !== createdBy);
    for (const [index, personId] of all.entries()) {
      const at = soonAfter(announcement.createdAt, { minutes: 5 + index * 47, now });
      talk.acknowledgements.push({ threadId, personId, at });
      happened(threadAcknowledged, { at, actorId: personId, data: { threadId, personId } });
    }
  }
}

/** Each a little after the one before it, also where the clock was changed between them. */
function timesOf({ messages }: DemoThread, zone: { timeZone: string; now: Date }): Date[] {
  let last = 0;
  return messages.map(({ at }) => {
    last = Math.max(instantOf(at, zone).getTime(), last + 1);
    return new Date(last);
  });
}
