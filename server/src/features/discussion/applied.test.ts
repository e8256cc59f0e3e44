import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { LiveClient } from "../../testing/liveClient.ts";
import { send, World, type Actor, type TestGroup } from "../../testing/world.ts";

type Data = Record<string, any>;

const MESSAGE = `id seq body version editedAt withdrawnAt pinnedAt authorRole author { id name } quote { id }
  reactions { emoji count viewerReacted } history { version body } viewerCan thread { id }`;
const THREAD = `id title kind closedAt pinnedAt lastMessageSeq lastReadSeq unreadCount lastActivityAt viewerCan
  lastMessage { id } acceptedAnswer { id } pinnedMessages { id } acknowledgement { count viewerAcknowledgedAt }`;
const FETCH = `query($id: ID!) { node(id: $id) { ... on Thread { ${THREAD} messages(first: 100) { nodes { ${MESSAGE} } } } } }`;
const ofMessages = [
  "MessageSent",
  "MessageEdited",
  "MessageWithdrawn",
  "MessageRestored",
  "MessagePinned",
  "ReactionsChanged",
];
const ofThreads = [
  "ThreadRenamed",
  "ThreadClosed",
  "ThreadReopened",
  "ThreadPinned",
  "AnswerAccepted",
  "ThreadAcknowledged",
];
const FOLLOW = `subscription($threadId: ID!, $after: Cursor) { threadUpdates(threadId: $threadId, after: $after) {
  __typename ... on LiveUpdate { cursor seq prev }
  ${ofMessages.map((name) => `... on ${name} { message { ${MESSAGE} all: thread { ${THREAD} } } }`).join("\n")}
  ${ofThreads.map((name) => `... on ${name} { thread { ${THREAD} } }`).join("\n")} } }`;

/** What a client holds: objects by their ids, as an answer or an update last told them. */
interface Held {
  thread: Data;
  messages: Map<string, Data>;
}

async function fetchFresh(by: Actor, id: string): Promise<Held> {
  const { messages, ...thread } = (await by.ask(FETCH, { id }))["node"];
  return {
    thread,
    messages: new Map(messages.nodes.map((message: Data) => [message["id"], message])),
  };
}

/** The whole of a client's duty: put what the update carries where it was. */
function apply(held: Held, update: Data): Held {
  const { all, ...message } = (update["message"] ?? {}) as Data;
  const messages = new Map(held.messages);
  if (message["id"]) messages.set(message["id"], message);
  return { thread: (update["thread"] ?? all) as Data, messages };
}

let world: World;
let group: TestGroup;
let ada: Actor;
let ben: Actor;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
  group = await world.group();
  [ada, ben] = [await group.admit(), await group.admit()];
});
afterAll(() => world.close());

describe("each fact: what was held, with the update applied, is what a fresh reading gives", () => {
  let threadId: string;
  let messageId: string;
  let live: LiveClient;
  let held: Held;
  let atFirst: { held: Held; cursor: string };

  const acts: [string, string, () => Promise<unknown>][] = [
    ["MessageSent", "an own message", () => send(ben, threadId, "By the one who follows")],
    ["MessageSent", "a quote", () => send(ada, threadId, "See above", { quoteId: messageId })],
    [
      "MessageEdited",
      "an edit",
      () => ada.act("editMessage", { messageId, body: "Other words", expectedVersion: 1 }),
    ],
    [
      "ReactionsChanged",
      "a reaction",
      () => ben.act("react", { messageId, emoji: "👍", on: true }),
    ],
    ["ReactionsChanged", "another's", () => ada.act("react", { messageId, emoji: "👍", on: true })],
    ["ReactionsChanged", "one less", () => ben.act("react", { messageId, emoji: "👍", on: false })],
    ["MessagePinned", "a pin", () => group.manager.act("pinMessage", { messageId, on: true })],
    ["AnswerAccepted", "an answer", () => ada.act("acceptAnswer", { threadId, messageId })],
    [
      "MessageWithdrawn AnswerAccepted",
      "a withdrawal",
      () => ada.act("withdrawMessage", { messageId }),
    ],
    [
      "MessageRestored AnswerAccepted",
      "taken back",
      () => ada.act("restoreMessage", { messageId }),
    ],
    ["AnswerAccepted", "none", () => ada.act("acceptAnswer", { threadId, messageId: null })],
    ["ThreadRenamed", "a title", () => ada.act("renameThread", { threadId, title: "Another" })],
    ["ThreadPinned", "a pin", () => group.manager.act("pinThread", { threadId, on: true })],
    ["ThreadClosed", "closed", () => ada.act("closeThread", { threadId })],
    ["ThreadReopened", "open again", () => group.manager.act("reopenThread", { threadId })],
  ];

  beforeAll(async () => {
    const begun = await group.thread(ada, { kind: "QUESTION" });
    threadId = begun.id;
    atFirst = { held: await fetchFresh(ben, threadId), cursor: begun.cursor };
    messageId = (await send(ada, threadId, "An answer")).message.id;
    live = await ben.follow(FOLLOW, { threadId });
    await live.nextOf("Live");
    held = await fetchFresh(ben, threadId);
  });
  afterAll(() => live.drop());

  it.each(acts)("%s: %s", async (names, _what, act) => {
    await act();
    for (const name of names.split(" ")) {
      const update = await live.next();
      expect(update["__typename"]).toBe(name);
      held = apply(held, update);
    }
    expect(held).toEqual(await fetchFresh(ben, threadId));
  });

  it("and so does everything at once, replayed from the beginning", async () => {
    const replay = await ben.follow(FOLLOW, { threadId, after: atFirst.cursor });
    let replayed = atFirst.held;
    for (let update = await replay.next(); update["__typename"] !== "Live";) {
      replayed = apply(replayed, update);
      update = await replay.next();
    }
    await replay.drop();
    expect(replayed).toEqual(await fetchFresh(ben, threadId));
  });

  it("ThreadAcknowledged", async () => {
    const { id } = await group.thread(group.manager, {
      kind: "ANNOUNCEMENT",
      askAcknowledgement: true,
    });
    const follower = await ben.follow(FOLLOW, { threadId: id });
    await follower.nextOf("Live");
    let mine = await fetchFresh(ben, id);
    for (const by of [ada, ben]) {
      await by.act("acknowledgeThread", { threadId: id });
      mine = apply(mine, await follower.nextOf("ThreadAcknowledged"));
      expect(mine).toEqual(await fetchFresh(ben, id));
    }
    await follower.drop();
  });
});

describe("in the group's own stream", () => {
  const GROUP = `subscription($groupId: ID!, $after: Cursor) { groupUpdates(groupId: $groupId, after: $after) {
    __typename ... on LiveUpdate { cursor seq prev } ... on ThreadStarted { thread { ${THREAD} } }
    ... on ThreadMoved { thread { ${THREAD} } } ... on ThreadPinned { thread { ${THREAD} } } } }`;
  const LIST = `query($id: ID!) { node(id: $id) { ... on Group { threads(first: 100) { nodes { ${THREAD} } } } } }`;

  it("a thread that began, moved or was pinned takes its place in the list", async () => {
    const small = await world.group();
    const [writer, reader] = [await small.admit(), await small.admit()];
    const list = async () =>
      (await reader.ask(LIST, { id: small.id }))["node"].threads.nodes as Data[];
    const live = await reader.follow(GROUP, { groupId: small.id });
    await live.nextOf("Live");
    let held = await list();
    const hear = async (typename: string, wanted: Data) => {
      for (;;) {
        const { __typename, thread } = await live.next();
        held = [thread, ...held.filter(({ id }) => id !== thread.id)].toSorted(
          (one, other) =>
            Number(other["pinnedAt"] !== null) - Number(one["pinnedAt"] !== null) ||
            String(other["lastActivityAt"]).localeCompare(String(one["lastActivityAt"])),
        );
        if (__typename !== typename) continue;
        if (Object.entries(wanted).every(([key, value]) => thread[key] === value)) break;
      }
      expect(held).toEqual(await list());
    };
    const first = await small.thread(writer);
    await hear("ThreadStarted", { id: first.id });
    const second = await small.thread(writer);
    await hear("ThreadStarted", { id: second.id });
    await send(writer, first.id, "It moves up");
    await hear("ThreadMoved", { id: first.id, lastMessageSeq: 2 });
    await small.manager.act("pinThread", { threadId: second.id, on: true });
    await hear("ThreadPinned", { id: second.id });
    await live.drop();
  });
});
