import type { ApolloCache, Reference } from "@apollo/client";
import type { ModifierDetails } from "@apollo/client/cache";
import type { ThreadUpdatesSubscription } from "../../../generated/graphql.ts";
import {
  KnownVersion,
  LiveMessage,
  LiveThread,
  RightsInThread,
  ViewersMessage,
  WhoReads,
} from "./documents.ts";
import { appendToWindow } from "./message-window.ts";
import type { StoredWindow } from "./message-window.ts";

type Control = "Live" | "Heartbeat" | "Skipped" | "Reset" | "Ended";
export type ThreadLogUpdate = Exclude<
  ThreadUpdatesSubscription["threadUpdates"],
  { __typename: Control }
>;

/** What applying reads of a message. Masking hides it from the types of answers, so it is checked at the door. */
interface MessageData {
  readonly __typename: "Message";
  readonly id: string;
  readonly seq: number;
  readonly version: number;
  readonly createdAt: string;
  readonly pinnedAt: string | null;
}

function toMessage(answer: unknown): MessageData {
  const message = answer as Partial<MessageData> | null;
  if (message?.__typename !== "Message" || typeof message.seq !== "number") {
    throw new TypeError("This answer carries no message.");
  }
  return message as MessageData;
}

interface StoredThread {
  id: string;
  lastMessageSeq: number;
  lastReadSeq: number;
  unreadCount: number;
}

const threadRef = (cache: ApolloCache, id: string): string | undefined =>
  cache.identify({ __typename: "Thread", id });

/**
 * The one way in which what happened in a thread reaches the screen, whoever acted: a mutation's answer, the
 * live field or a replay. Safe to run again with the same update; the result is what a fresh query gives.
 */
export function applyThreadUpdate(
  cache: ApolloCache,
  threadId: string,
  update: ThreadLogUpdate,
): void {
  switch (update.__typename) {
    case "MessageSent":
      return applyMessageSent(cache, threadId, completed(cache, threadId, update.message));
    case "MessageEdited":
    case "MessageWithdrawn":
    case "MessageRestored":
    case "MessagePinned":
    case "ReactionsChanged":
      return applyMessageChanged(cache, threadId, update.message);
    case "ThreadRenamed":
    case "ThreadClosed":
    case "ThreadReopened":
    case "ThreadPinned":
    case "AnswerAccepted":
    case "ThreadAcknowledged":
      return applyThreadChanged(cache, update.thread);
  }
}

/** A message that was told to all, with what is the reader's own beside it: as a fresh query would give it. */
function completed(cache: ApolloCache, threadId: string, answer: unknown): unknown {
  const message = toMessage(answer) as MessageData & { author: { id: string } };
  const reader = cache.readQuery({ query: WhoReads })?.viewer?.person.id;
  const isViewer = message.author.id === reader;
  const { id } = refOf(cache, message);
  const rights = cache.readFragment({ id: threadRef(cache, threadId), fragment: RightsInThread });
  const sent = {
    viewerCan: (isViewer ? rights?.viewerCanWithOwn : rights?.viewerCanWithOthers) ?? [],
    reactions: [],
  };
  const { viewerCan, reactions } = cache.readFragment({ id, fragment: ViewersMessage }) ?? sent;
  return { ...message, author: { ...message.author, isViewer }, viewerCan, reactions };
}

/** Answers false for a version older than the one that is shown: versions never go back. */
function writeMessage(cache: ApolloCache, message: MessageData): boolean {
  const { id } = refOf(cache, message);
  const known = cache.readFragment({ id, fragment: KnownVersion });
  if (known && known.version > message.version) return false;
  cache.writeFragment({
    id,
    fragment: LiveMessage,
    fragmentName: "LiveMessage",
    data: message as never,
  });
  return true;
}

function refOf(cache: ApolloCache, message: MessageData): { id: string; ref: Reference } {
  const id = cache.identify({ __typename: "Message", id: message.id }) ?? "";
  return { id, ref: { __ref: id } };
}

export function applyMessageSent(cache: ApolloCache, threadId: string, answer: unknown): void {
  const message = toMessage(answer);
  writeMessage(cache, message);
  const { ref } = refOf(cache, message);
  cache.modify<StoredThread & { messages: StoredWindow; lastActivityAt: string }>({
    id: threadRef(cache, threadId),
    fields: {
      messages: (stored, { readField }) =>
        appendToWindow(
          stored as StoredWindow,
          { ref, seq: message.seq },
          (node) => readField<number>("seq", node) ?? 0,
        ),
      lastMessageSeq: (seq) => Math.max(seq, message.seq),
      lastReadSeq: (_read, { readField }) => readTo(ref, message.seq, readField) ?? 0,
      unreadCount: (count, { readField }) => {
        const read = readTo(ref, message.seq, readField);
        if (read === undefined) return count;
        return Math.max(0, Math.max(readField<number>("lastMessageSeq") ?? 0, message.seq) - read);
      },
      lastActivityAt: (at) => (at > message.createdAt ? at : message.createdAt),
    },
  });
}

/** Whoever had read all before has read their own message too; a gap before it stays unread. */
function readTo(
  message: Reference,
  seq: number,
  readField: ModifierDetails["readField"],
): number | undefined {
  const read = readField<number>("lastReadSeq");
  const isOwn = readField<boolean>("isViewer", readField<Reference>("author", message));
  return isOwn && read === seq - 1 ? seq : read;
}

export function applyMessageChanged(cache: ApolloCache, threadId: string, answer: unknown): void {
  const message = toMessage(answer);
  if (!writeMessage(cache, message)) return;
  const { ref } = refOf(cache, message);
  cache.modify<{ pinnedMessages: readonly Reference[] }>({
    id: threadRef(cache, threadId),
    fields: {
      pinnedMessages(pinned, { readField }) {
        const others = (pinned as readonly Reference[]).filter((each) => each.__ref !== ref.__ref);
        if (message.pinnedAt === null) return others;
        // The last one pinned stands first.
        return [...others, ref].toSorted((a, b) =>
          (readField<string>("pinnedAt", b) ?? "").localeCompare(
            readField<string>("pinnedAt", a) ?? "",
          ),
        );
      },
    },
  });
}

export function applyThreadChanged(cache: ApolloCache, thread: unknown): void {
  cache.writeFragment({ fragment: LiveThread, fragmentName: "LiveThread", data: thread as never });
}
