import { HttpLink } from "@apollo/client";
import type { ApolloLink } from "@apollo/client";
import { expect, test, vi } from "vitest";
import { createClient } from "../../../platform/apollo/client.ts";
import { startWords } from "../../../platform/i18n/i18n.ts";
import { aPerson } from "../../../testing/builders.ts";
import { schemaLink } from "../../../testing/schema-link.ts";
import { sendQueued } from "./send-queued.ts";

startWords();

const row = {
  clientKey: "6f1f7a52-0000-4000-8000-000000000001",
  personId: "me",
  channel: "group-1",
  order: 1,
  payload: { threadId: "thread-1", body: "Good morning", quoteId: null },
  refusal: null,
};

const over = (answer: () => Promise<Response>): ApolloLink =>
  new HttpLink({ uri: "http://localhost/graphql", fetch: answer });
const faulty = (code: string | undefined, more: object = {}): ApolloLink =>
  over(async () =>
    Response.json({ data: null, errors: [{ message: "no", extensions: { code, ...more } }] }),
  );

test.each<[string, ApolloLink, unknown]>([
  [
    "no network",
    over(async () => {
      throw new TypeError("Failed to fetch");
    }),
    { kind: "unreachable" },
  ],
  [
    "a server that is starting",
    over(async () => new Response("", { status: 503, headers: { "retry-after": "7" } })),
    { kind: "unreachable", retryAfter: 7000 },
  ],
  [
    "too much at once",
    over(async () => new Response("", { status: 429, headers: { "retry-after": "2" } })),
    { kind: "unreachable", retryAfter: 2000 },
  ],
  [
    "a limit told in the answer",
    faulty("THROTTLED", { retryAfter: 3 }),
    { kind: "unreachable", retryAfter: 3000 },
  ],
  ["a fault of the moment", faulty("INTERNAL"), { kind: "unreachable" }],
  ["a fault without a code", faulty(undefined), { kind: "unreachable" }],
  ["a session that ended", faulty("UNAUTHENTICATED"), { kind: "unreachable" }],
])("%s waits and sends again", async (_name, link, outcome) => {
  expect(await sendQueued(createClient(link), row)).toEqual(outcome);
});

test.each(["NOT_FOUND", "BAD_USER_INPUT"])("%s is final", async (code) => {
  const outcome = await sendQueued(createClient(faulty(code)), row);
  expect(outcome).toMatchObject({ kind: "refused", refusal: { code } });
});

test("a refusal in the payload is final and keeps its words", async () => {
  const errors = [
    { __typename: "Refusal", code: "THREAD_CLOSED", message: "Closed.", field: null },
  ];
  const link = schemaLink({ sendMessage: { message: null, cursor: null, errors } });
  expect(await sendQueued(createClient(link), row)).toEqual({
    kind: "refused",
    refusal: { code: "THREAD_CLOSED", message: "Closed." },
  });
});

test("an acknowledged message is in the cache before its row goes", async () => {
  const sendMessage = vi.fn(({ input }: { input: object }) => ({
    cursor: "c2",
    errors: [],
    message: {
      __typename: "Message",
      id: "m2",
      seq: 2,
      version: 1,
      createdAt: "2026-11-20T10:00:00Z",
      author: aPerson(),
      reactions: [],
      viewerCan: [],
      ...input,
    },
  }));
  const client = createClient(schemaLink({ sendMessage }));
  expect(await sendQueued(client, row)).toEqual({ kind: "acknowledged" });
  expect(sendMessage.mock.calls[0]?.[0].input).toEqual({
    threadId: "thread-1",
    body: "Good morning",
    quoteId: null,
    clientKey: row.clientKey,
  });
  expect(client.cache.extract()).toMatchObject({ "Message:m2": { body: "Good morning" } });
});
