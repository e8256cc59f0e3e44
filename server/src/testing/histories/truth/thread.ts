import { byId, countUnread, markOf, put, seeMark, without, type Held } from "../held.ts";
import type { Data } from "../../world.ts";
import type { LiveField, Told } from "./liveField.ts";

const MESSAGE = `id seq version body createdAt editedAt withdrawnAt pinnedAt authorRole clientKey url
  author { id } quote { id } reactions { emoji count people { id } } history { version body at }`;
const THREAD = `id title kind createdAt closedAt pinnedAt createdBy { id } acceptedAnswer { id }
  acknowledgement { count }`;
// With what is the viewer's own, or counts and points at messages; each showing of it is one person's.
const OWN_MESSAGE = `${MESSAGE} viewerCan reactions { viewerReacted }`;
const OWN_THREAD = `${THREAD} lastMessageSeq lastActivityAt lastReadSeq viewerCan viewerCanWithOwn viewerCanWithOthers lastMessage { id }
  pinnedMessages { id } acknowledgement { viewerAcknowledgedAt }`;

const snapshotOf = (thread: string, message: string): string =>
  `query($target: ID!) { node(id: $target) { ... on Thread { liveCursor ${thread}
    messages(first: 100) { nodes { ${message} } } } } }`;

function toldBy(aboutMessage: Told, aboutThread: Told): LiveField["told"] {
  return {
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
  };
}

const nothing: Told = { shows: "", apply: () => {} };
const thread = {
  field: "threadUpdates",
  argument: "threadId",
  facts: Object.fromEntries(Object.keys(toldBy(nothing, nothing)).map((name) => [name, name])),
  coalesced: new Set<string>(),
};

function show(held: Held, shown: Data): void {
  held.facts = without(shown, "lastReadSeq");
  seeMark(held, shown, "group");
}

export const threadField: LiveField = {
  ...thread,
  snapshot: snapshotOf(`${OWN_THREAD} unreadCount`, OWN_MESSAGE),
  read({ node }) {
    if (!node) return null;
    countUnread([node]);
    const held = {
      facts: without(node, "liveCursor", "messages", "unreadCount", "lastReadSeq"),
      lists: { messages: byId(node.messages.nodes) },
      marks: new Map([markOf(node)]),
    };
    return { held, cursor: node.liveCursor };
  },
  told: toldBy(
    {
      shows: `message { ${OWN_MESSAGE} thread { ${OWN_THREAD} } }`,
      apply(held, { message }) {
        put(held, "messages", without(message, "thread"));
        show(held, message.thread);
      },
    },
    {
      shows: `thread { ${OWN_THREAD} }`,
      apply: (held, update) => show(held, update["thread"]),
    },
  ),
};

/** The same without anything of the viewer's: then one answer is made for all who follow. */
export const sharedThreadField: LiveField = {
  ...thread,
  snapshot: snapshotOf(THREAD, MESSAGE),
  read({ node }) {
    if (!node) return null;
    const held = {
      facts: without(node, "liveCursor", "messages"),
      lists: { messages: byId(node.messages.nodes) },
      marks: new Map(),
    };
    return { held, cursor: node.liveCursor };
  },
  told: toldBy(
    {
      shows: `message { ${MESSAGE} }`,
      apply: (held, { message }) => put(held, "messages", message),
    },
    {
      shows: `thread { ${THREAD} }`,
      apply(held, update) {
        held.facts = update["thread"];
      },
    },
  ),
};
