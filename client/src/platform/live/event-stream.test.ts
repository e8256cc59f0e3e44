import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LiveResult, Sink } from "./core/transport.ts";
import { cutFrames, eventStreamTransport } from "./event-stream.ts";

interface Asked {
  after: string;
  extensions: unknown;
  signal: AbortSignal;
  write: (text: string) => void;
  close: () => void;
}

let asked: Asked[] = [];
let answer: (() => Response) | null = null;

beforeEach(() => {
  asked = [];
  answer = null;
  vi.stubGlobal("fetch", async (_url: string, init: RequestInit) => {
    if (answer) return answer();
    const encoder = new TextEncoder();
    let write = (_text: string): void => {};
    let close = (): void => {};
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        write = (text) => controller.enqueue(encoder.encode(text));
        close = () => controller.close();
        init.signal?.addEventListener("abort", () => controller.error(new Error("aborted")));
      },
    });
    const { variables, extensions } = JSON.parse(init.body as string) as {
      variables: { after: string };
      extensions?: unknown;
    };
    const { after } = variables;
    asked.push({ after, extensions, signal: init.signal as AbortSignal, write, close });
    return new Response(body, { status: 200 });
  });
});
afterEach(() => vi.unstubAllGlobals());

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

function connect(most = 4) {
  const events = { opened: vi.fn(), heard: vi.fn(), closed: vi.fn() };
  const connection = eventStreamTransport("/graphql/stream", most)(events);
  const got: LiveResult[] = [];
  const sink = {
    next: (result: LiveResult) => got.push(result),
    failed: vi.fn(),
    completed: vi.fn(),
  };
  const follow = (after: string, into: Sink = sink): (() => void) =>
    connection.subscribe({ query: "", variables: { after } }, into);
  return { connection, events, got, sink, follow };
}

test("frames are cut where they end, wherever the network cuts", () => {
  const { frames, rest } = cutFrames('event: next\ndata: {"a":1}\n\n:\n\nevent: comp');
  expect(frames).toEqual([
    { event: "next", data: '{"a":1}' },
    { event: "message", data: "" },
  ]);
  expect(cutFrames(`${rest}lete\r\n\r\n`).frames).toEqual([{ event: "complete", data: "" }]);
});

test("answers come through, in pieces too, and completion is told", async () => {
  const { events, got, sink, follow } = connect();
  follow("c1");
  await settle();
  asked[0]?.write('event: next\ndata: {"data":');
  asked[0]?.write('{"x":1}}\n\nevent: complete\n\n');
  await settle();
  expect(events.opened).toHaveBeenCalledTimes(1);
  expect(got).toEqual([{ data: { x: 1 } }]);
  expect(sink.completed).toHaveBeenCalledTimes(1);
  expect(events.closed).not.toHaveBeenCalled();
});

test("a stream that breaks off ends the connection, once", async () => {
  const { events, follow } = connect();
  follow("c1");
  follow("c2");
  await settle();
  asked[0]?.close();
  await settle();
  expect(events.closed).toHaveBeenCalledExactlyOnceWith(null);
  expect(asked[1]?.signal.aborted).toBe(true);
});

test.each([
  [401, 4401],
  [503, null],
])("status %i closes with %s", async (status, code) => {
  answer = () => new Response("", { status });
  const { events, follow } = connect();
  follow("c1");
  await settle();
  expect(events.closed).toHaveBeenCalledExactlyOnceWith(code);
});

test("a refused operation concerns that operation only", async () => {
  answer = () => Response.json({ errors: [{ message: "no" }] }, { status: 400 });
  const { events, sink, follow } = connect();
  follow("c1");
  await settle();
  expect(sink.failed).toHaveBeenCalledWith([{ message: "no" }]);
  expect(events.closed).not.toHaveBeenCalled();
});

test("the newest streams get the connections; one that waited starts when there is room", async () => {
  const { follow } = connect(2);
  follow("c1");
  follow("c2");
  const stop = follow("c3");
  await settle();
  expect(asked.map(({ after, signal }) => [after, signal.aborted])).toEqual([
    ["c1", true],
    ["c2", false],
    ["c3", false],
  ]);
  stop();
  await settle();
  expect(asked.map(({ after }) => after)).toEqual(["c1", "c2", "c3", "c1"]);
});

test("a hole is told once, also by a stream that starts twice", async () => {
  const { connection, sink, follow } = connect(1);
  const extensions = { hole: { last: 4, prev: 6, seq: 7 } };
  connection.subscribe({ query: "", variables: { after: "c4" }, extensions }, sink);
  follow("c9")();
  await settle();
  expect(asked.map((each) => [each.after, each.extensions])).toEqual([
    ["c4", extensions],
    ["c9", undefined],
    ["c4", undefined],
  ]);
});
