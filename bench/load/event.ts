import { writeCursor } from "../../server/src/live/cursor.ts";
import { globalId } from "../../server/src/platform/graphql/ids.ts";

/** The installation of every benchmark: ids and times follow from numbers, so all stacks deliver the same bytes. */
export const epoch = "be000000-0000-4000-8000-000000000000";
const startedAt = Date.UTC(2026, 0, 5, 8);
const hex = (n: number, digits: number) => n.toString(16).padStart(digits, "0");

export const personUuid = (n: number): string => `be010000-0000-4000-8000-${hex(n, 12)}`;
export const groupUuid = (room: number): string => `be020000-0000-4000-8000-${hex(room, 12)}`;
export const threadUuid = (room: number): string => `be030000-0000-4000-8000-${hex(room, 12)}`;
export const messageUuid = (room: number, seq: number): string =>
  `be04${hex(room >> 16, 4)}-${hex(room & 0xffff, 4)}-4000-8000-${hex(seq, 12)}`;
export const keyUuid = (room: number, seq: number): string =>
  `be05${hex(room >> 16, 4)}-${hex(room & 0xffff, 4)}-4000-8000-${hex(seq, 12)}`;

export const threadId = (room: number): string => globalId("Thread", threadUuid(room));

export const cursorOf = (room: number, seq: number): string =>
  writeCursor({ epoch, channelId: groupUuid(room), seq });

export const groupId = (room: number): string => globalId("Group", groupUuid(room));

/** The person who writes in every room; the followers are counted from 0. */
export const AUTHOR = 900_000;
export const author = {
  id: globalId("Person", personUuid(AUTHOR)),
  name: "Amina Mwansa",
  profession: "midwife",
};

const text = "The second pump came back today.";
export const bodyOf = (seq: number): string => `${text} ${seq}`;
export const atOf = (seq: number): Date => new Date(startedAt + seq);

/** The live field's document: 16 leaves, about 600 bytes an answer. `seen` adds what differs from viewer to viewer, `after` a cursor. */
export const documentOf = ({ seen = false, after = false } = {}): string =>
  `subscription Room($threadId: ID!${after ? ", $after: Cursor" : ""}) { threadUpdates(threadId: $threadId${after ? ", after: $after" : ""}) { __typename ... on LiveUpdate { cursor seq prev at } ... on MessageSent { message { id seq body version createdAt editedAt withdrawnAt authorRole author { id name profession${seen ? " isViewer" : ""} } } } } }`;

/** One update as a value with its fields in the order of the document: what a resolver of a peer returns. */
export function eventOf(room: number, seq: number, body: string = bodyOf(seq)) {
  const at = atOf(seq).toISOString();
  return {
    __typename: "MessageSent",
    cursor: cursorOf(room, seq),
    seq,
    prev: seq - 1,
    at,
    message: {
      id: globalId("Message", messageUuid(room, seq)),
      seq,
      body,
      version: 1,
      createdAt: at,
      editedAt: null,
      withdrawnAt: null,
      authorRole: "MEMBER",
      author,
    },
  };
}

/** The payload of a `next` frame for one update, as the stock stack writes it. */
export const payloadOf = (room: number, seq: number, seen = false, body?: string): string => {
  const event = eventOf(room, seq, body);
  const shown = seen
    ? { ...event, message: { ...event.message, author: { ...author, isViewer: false } } }
    : event;
  return JSON.stringify({ data: { threadUpdates: shown } });
};

/** A client of ours names an operation by its hash, so everybody in a room uses one id. */
export const operationId = (room: number): string => `b${String(room).padStart(6, "0")}c0ffee42`;
