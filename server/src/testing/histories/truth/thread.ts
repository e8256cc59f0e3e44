import { byId, countUnread, markOf, put, seeMark, without, type Held } from "../held.ts";
import type { Data } from "../../world.ts";
import type { LiveField, Told } from "./liveField.ts";

const MESSAGE = `id seq version body createdAt editedAt withdrawnAt pinnedAt authorRole clientKey url viewerCan
  author { id } quote { id } reactions { emoji count viewerReacted people { id } } history { version body at }`;
const THREAD = `id title kind createdAt closedAt pinnedAt lastMessageSeq lastActivityAt viewerCan
  createdBy { id } lastMessage { id } acceptedAnswer { id } pinnedMessages { id }
  acknowledgement { count viewerAcknowledgedAt }`;
const MARK = `id lastMessageSeq lastReadSeq`;

function show(held: Held, thread: Data): void {
  held.facts = without(thread, "lastReadSeq");
  seeMark(held, thread, "group");
}

const aboutMessage: Told = {
  shows: `message { ${MESSAGE} thread { ${THREAD} ${MARK} } }`,
  apply(held, { message }) {
    const { thread, ...rest } = message as Data;
    put(held, "messages", rest);
    show(held, thread);
  },
};
const aboutThread: Told = {
  shows: `thread { ${THREAD} ${MARK} }`,
  apply: (held, { thread }) => show(held, thread),
};

export const threadField: LiveField = {
  field: "threadUpdates",
  argument: "threadId",
  snapshot: `query($target: ID!) { node(id: $target) { ... on Thread { liveCursor ${THREAD} ${MARK} unreadCount
    messages(first: 100) { nodes { ${MESSAGE} } } } } }`,
  read({ node }) {
    if (!node) return null;
    countUnread([node]);
    const { liveCursor, messages } = node as Data;
    const held = {
      facts: without(node, "liveCursor", "messages", "unreadCount", "lastReadSeq"),
      lists: { messages: byId(messages.nodes) },
      marks: new Map([markOf(node)]),
    };
    return { held, cursor: liveCursor };
  },
  told: {
    MessageSent: aboutMessage,
    MessageEdited: aboutMessage,
    MessageWithdrawn: aboutMessage,
    MessageRestored: aboutMessage,
    MessagePinned: aboutMessage,
    ReactionsChanged: aboutMessage,
    ThreadRenamed: aboutThread,
    ThreadClosed: aboutThread,
    ThreadReopened: aboutThread,
    ThreadPinned: aboutThread,
    AnswerAccepted: aboutThread,
    ThreadAcknowledged: aboutThread,
  },
  get facts() {
    return Object.fromEntries(Object.keys(this.told).map((name) => [name, name]));
  },
  coalesced: new Set(),
};
