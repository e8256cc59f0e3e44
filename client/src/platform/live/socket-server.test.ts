import { buildSchema, parse } from "graphql";
import { makeServer } from "graphql-ws";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { socketTransport } from "./socket.ts";

// The transport against graphql-ws's own server: what the protocol makes of our ids.

const settle = (ms = 5): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What the server feeds each subscription with, in the order in which they began. */
let feeds: { push: (a: number) => void; left: boolean }[] = [];
let closedBy: number[] = [];

/** A live field that takes a while to notice that nobody reads it any more. */
function feed(): AsyncIterableIterator<{ data: { a: number } }> {
  const waiting: number[] = [];
  let wake = (): void => {};
  const mine = { push: (a: number) => (waiting.push(a), wake()), left: false };
  feeds.push(mine);
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      while (waiting.length === 0 && !mine.left)
        await new Promise<void>((resolve) => (wake = resolve));
      const a = waiting.shift();
      return a === undefined
        ? { done: true, value: undefined }
        : { done: false, value: { data: { a } } };
    },
    async return() {
      await settle(20);
      mine.left = true;
      wake();
      return { done: true, value: undefined };
    },
    async throw() {
      return { done: true, value: undefined };
    },
  };
}

const server = makeServer({
  // Ready to run: the server's copy of graphql would not know our schema for one.
  onSubscribe: () => ({
    schema: buildSchema("type Query { a: Int }"),
    document: parse("subscription { a }"),
  }),
  subscribe: () => feed(),
});

/** A browser's socket whose other end is the server; every message takes its time. */
class ServedSocket {
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  readyState = 0;
  onopen: () => void = () => {};
  onclose: (event: { code: number; reason: string }) => void = () => {};
  onerror: (event: unknown) => void = () => {};
  onmessage: (event: { data: string }) => void = () => {};
  private receive: (text: string) => void = () => {};

  constructor() {
    setTimeout(() => {
      this.readyState = 1;
      void server.opened(
        {
          protocol: "graphql-transport-ws",
          send: async (data) => {
            await settle(1);
            this.onmessage({ data });
          },
          close: (code = 1000, reason = "") => {
            closedBy.push(code);
            this.readyState = 3;
            this.onclose({ code, reason });
          },
          onMessage: (receive) => (this.receive = (text) => void receive(text)),
        },
        undefined,
      );
      this.onopen();
    });
  }
  send(text: string): void {
    setTimeout(() => this.receive(text), 1);
  }
  close(): void {
    this.readyState = 3;
  }
}

beforeEach(() => {
  feeds = [];
  closedBy = [];
  vi.stubGlobal("WebSocket", ServedSocket);
});
afterEach(() => vi.unstubAllGlobals());

const operation = { query: "subscription { a }", variables: {} };
const sink = () => ({ next: vi.fn(), failed: vi.fn(), completed: vi.fn() });
const connect = () =>
  socketTransport("ws://x/graphql")({ opened: vi.fn(), heard: vi.fn(), closed: vi.fn() });

test("two equal operations on one socket are both served", async () => {
  const connection = connect();
  const [one, two] = [sink(), sink()];
  connection.subscribe(operation, one);
  connection.subscribe(operation, two);
  await vi.waitFor(() => expect(feeds).toHaveLength(2));
  for (const each of feeds) each.push(1);
  await vi.waitFor(() => expect(two.next).toHaveBeenCalled());
  await settle(20);
  expect(closedBy).toEqual([]);
  expect(one.next).toHaveBeenCalledExactlyOnceWith({ data: { a: 1 } });
  expect(two.next).toHaveBeenCalledExactlyOnceWith({ data: { a: 1 } });
});

test("asked again before the server has let go of the old one, it hears the new one only, and goes on", async () => {
  const connection = connect();
  const [old, next] = [sink(), sink()];
  const stop = connection.subscribe(operation, old);
  await vi.waitFor(() => expect(feeds).toHaveLength(1));
  feeds[0]?.push(1);
  stop();
  connection.subscribe(operation, next);
  // The server hears of it a little later; until then it feeds the old one.
  feeds[0]?.push(2);
  await vi.waitFor(() => expect(feeds.map(({ left }) => left)).toEqual([true, false]));
  feeds[1]?.push(3);
  await vi.waitFor(() => expect(next.next).toHaveBeenCalledTimes(1));
  feeds[1]?.push(4);
  await vi.waitFor(() => expect(next.next).toHaveBeenCalledTimes(2));
  await settle(20);
  expect(closedBy).toEqual([]);
  expect(next.next.mock.calls).toEqual([[{ data: { a: 3 } }], [{ data: { a: 4 } }]]);
  expect(next.completed).not.toHaveBeenCalled();
});
