import type { InMemoryCache } from "@apollo/client";
import { buildSchema, execute, parse, print } from "graphql";
import { describe, expect, test } from "vitest";
import sdl from "../../../../../schema.graphql?raw";
import { createCache } from "../../../platform/apollo/cache.ts";
import { aPerson, aThread, aViewer } from "../../../testing/builders.ts";
import { threadPageQuery } from "../thread-query.ts";
import { applyThreadUpdate } from "./apply.ts";
import type { ThreadLogUpdate } from "./apply.ts";
import { LiveMessage, LiveThread, SentMessage } from "./documents.ts";
import { messageWindow } from "./message-window.ts";

const schema = buildSchema(sdl);
type Fields = Record<string, unknown>;

const aMessage = (seq: number, fields: Fields = {}): Fields => ({
  __typename: "Message",
  id: `m${seq}`,
  seq,
  body: `Message ${seq}`,
  author: aPerson(),
  authorRole: "MEMBER",
  createdAt: `2026-11-20T10:0${seq}:00Z`,
  editedAt: null,
  withdrawnAt: null,
  version: 1,
  clientKey: null,
  quote: null,
  pinnedAt: null,
  reactions: [],
  history: [],
  viewerCan: ["REACT", "QUOTE"],
  url: "https://example.org",
  ...fields,
});

/** A thread as the server has it: `messages` whole, the numbers as they follow from them. */
const threadOf = (messages: readonly Fields[], fields: Fields = {}): Fields =>
  aThread({
    lastReadSeq: 2,
    lastMessageSeq: messages.length,
    unreadCount: messages.length - 2,
    lastActivityAt: messages.at(-1)?.["createdAt"],
    draft: null,
    pinnedMessages: messages.filter((message) => message["pinnedAt"] !== null),
    messages: {
      nodes: messages,
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: "a", endCursor: "b" },
    },
    ...fields,
  });

function ask(document: Parameters<typeof print>[0], root: Fields, variables: Fields = {}): Fields {
  const result = execute({
    schema,
    document: parse(print(document)),
    rootValue: root,
    variableValues: variables,
  });
  if ("then" in result || result.errors) throw new Error(JSON.stringify(result));
  return JSON.parse(JSON.stringify(result.data)) as Fields;
}

const variables = { threadId: "thread-1", aroundUnread: true, around: null, desk: false };

function freshCache(thread: Fields): InMemoryCache {
  const cache = createCache();
  cache.policies.addTypePolicies({ Thread: { fields: { messages: messageWindow } } });
  const root = { node: thread, viewer: aViewer() };
  const data = ask(cache.transformDocument(threadPageQuery), root, variables);
  cache.writeQuery({ query: threadPageQuery, variables, data: data as never });
  return cache;
}

/** All that the cache knows, without the snapshot's cursor: that one is the snapshot's own. */
const known = (cache: InMemoryCache): unknown =>
  JSON.parse(
    JSON.stringify(cache.extract(), (key, value: unknown) =>
      key === "liveCursor" || key === "__META" || key.startsWith("pinnedMessages")
        ? undefined
        : value,
    ),
  );

function payload(
  fragment: typeof LiveMessage | typeof SentMessage | typeof LiveThread,
  of: Fields,
): unknown {
  const { name } = fragment.definitions[0] as { name: { value: string } };
  const document = parse(
    `query { node(id: "x") { ...${name.value} } } ${print(createCache().transformDocument(fragment))}`,
  );
  return ask(createCache().transformDocument(document), { node: of })["node"];
}

const update = (typename: string, carried: Fields): ThreadLogUpdate => {
  const [key, fragment] =
    carried["__typename"] === "Message"
      ? (["message", typename === "MessageSent" ? SentMessage : LiveMessage] as const)
      : (["thread", LiveThread] as const);
  return {
    __typename: typename,
    cursor: "c9",
    seq: 9,
    prev: 8,
    at: "2026-11-20T11:00:00Z",
    [key]: payload(fragment, carried),
  } as unknown as ThreadLogUpdate;
};

const three = [aMessage(1), aMessage(2), aMessage(3)];
const changed = (seq: number, fields: Fields): Fields[] =>
  three.map((message, index) => (index === seq - 1 ? { ...message, ...fields } : message));

describe("an update on the old state is a fresh query", () => {
  const sent = aMessage(4, { author: aPerson({ id: "p9", name: "Asha" }), quote: three[0] });
  const me = aPerson({ id: "me", isViewer: true });
  const viewerCan = ["REACT", "QUOTE", "EDIT", "WITHDRAW"];
  const own = aMessage(4, { author: me, viewerCan });
  const ownAfterMore = aMessage(5, { author: me, viewerCan });
  const edited = changed(2, { body: "Better", version: 2, editedAt: "2026-11-20T10:30:00Z" });
  const gone = changed(3, { body: "", version: 2, withdrawnAt: "2026-11-20T10:30:00Z" });
  const back = changed(3, { version: 3 });
  const pinned = changed(1, { pinnedAt: "2026-11-20T10:30:00Z" });
  const reacted = changed(1, {
    reactions: [
      {
        __typename: "ReactionCount",
        emoji: "value:curiosity",
        count: 2,
        viewerReacted: true,
        people: [],
      },
    ],
  });
  const cases: [string, Fields, Fields, Fields][] = [
    ["MessageSent", threadOf(three), threadOf([...three, sent]), sent],
    [
      "MessageSent, one's own after all before was read",
      threadOf(three, { lastReadSeq: 3, unreadCount: 0 }),
      threadOf([...three, own], { lastReadSeq: 4, unreadCount: 0 }),
      own,
    ],
    [
      "MessageSent, one's own after some that was not read",
      threadOf([...three, sent]),
      threadOf([...three, sent, ownAfterMore]),
      ownAfterMore,
    ],
    ["MessageEdited", threadOf(three), threadOf(edited), edited[1] ?? {}],
    ["MessageWithdrawn", threadOf(three), threadOf(gone), gone[2] ?? {}],
    ["MessageRestored", threadOf(gone), threadOf(back), back[2] ?? {}],
    ["MessagePinned", threadOf(three), threadOf(pinned), pinned[0] ?? {}],
    ["ReactionsChanged", threadOf(three), threadOf(reacted), reacted[0] ?? {}],
    ...(
      [
        ["ThreadRenamed", { title: "Another title" }],
        ["ThreadClosed", { closedAt: "2026-11-20T10:30:00Z", viewerCan: ["REOPEN"] }],
        ["ThreadPinned", { pinnedAt: "2026-11-20T10:30:00Z" }],
        ["AnswerAccepted", { acceptedAnswer: three[1] }],
        [
          "ThreadAcknowledged",
          {
            acknowledgement: {
              __typename: "Acknowledgement",
              count: 3,
              viewerAcknowledgedAt: null,
            },
          },
        ],
      ] as [string, Fields][]
    ).map(([name, fields]): [string, Fields, Fields, Fields] => [
      name,
      threadOf(three),
      threadOf(three, fields),
      threadOf(three, fields),
    ]),
    [
      "ThreadReopened",
      threadOf(three, { closedAt: "2026-11-20T10:30:00Z" }),
      threadOf(three),
      threadOf(three),
    ],
  ];

  test.each(cases)("%s", (name, before, after, carried) => {
    const cache = freshCache(before);
    const one = update(name.split(",")[0] ?? "", carried);
    applyThreadUpdate(cache, "thread-1", one);
    expect(known(cache)).toEqual(known(freshCache(after)));
    // The mutation's answer was first, or a replay comes again.
    applyThreadUpdate(cache, "thread-1", one);
    expect(known(cache)).toEqual(known(freshCache(after)));
  });
});

test("versions never go back", () => {
  const cache = freshCache(threadOf(changed(2, { body: "Third", version: 3 })));
  applyThreadUpdate(
    cache,
    "thread-1",
    update("MessageEdited", { ...three[1], body: "Second", version: 2 }),
  );
  expect(cache.extract()["Message:m2"]).toMatchObject({ body: "Third", version: 3 });
});

test("the list of pinned messages follows, the last one pinned first", () => {
  const cache = freshCache(threadOf(three));
  const pin = (seq: number, pinnedAt: string | null): void =>
    applyThreadUpdate(cache, "thread-1", update("MessagePinned", { ...three[seq - 1], pinnedAt }));
  cache.restore({
    ...cache.extract(),
    "Thread:thread-1": { ...cache.extract()["Thread:thread-1"], pinnedMessages: [] },
  });
  pin(1, "2026-11-20T10:00:00Z");
  pin(3, "2026-11-20T11:00:00Z");
  const refs = (): unknown => cache.extract()["Thread:thread-1"]?.["pinnedMessages"];
  expect(refs()).toEqual([{ __ref: "Message:m3" }, { __ref: "Message:m1" }]);
  pin(3, null);
  expect(refs()).toEqual([{ __ref: "Message:m1" }]);
});

test("an answer without its message is refused, so that following begins anew", () => {
  const broken = { __typename: "MessageSent", message: {} } as unknown as ThreadLogUpdate;
  expect(() => applyThreadUpdate(freshCache(threadOf(three)), "thread-1", broken)).toThrow(
    "no message",
  );
});
