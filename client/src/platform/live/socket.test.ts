import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { socketTransport } from "./socket.ts";

class FakeSocket {
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static all: FakeSocket[] = [];
  readyState = 0;
  sent: { type: string; id?: string; payload?: unknown }[] = [];
  onopen: () => void = () => {};
  onclose: (event: { code: number; reason: string }) => void = () => {};
  onerror: (event: unknown) => void = () => {};
  onmessage: (event: { data: string }) => void = () => {};
  constructor() {
    FakeSocket.all.push(this);
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text) as FakeSocket["sent"][number]);
  }
  close(code = 1000): void {
    this.readyState = 3;
    this.onclose?.({ code, reason: "" });
  }
  async open(): Promise<void> {
    this.readyState = 1;
    this.onopen();
    await settle();
    this.says({ type: "connection_ack" });
    await settle();
  }
  says(message: object): void {
    this.onmessage({ data: JSON.stringify(message) });
  }
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));
beforeEach(() => {
  FakeSocket.all = [];
  vi.stubGlobal("WebSocket", FakeSocket);
});
afterEach(() => vi.unstubAllGlobals());

function connect() {
  const events = { opened: vi.fn(), heard: vi.fn(), closed: vi.fn() };
  const connection = socketTransport("ws://x/graphql")(events);
  const sink = { next: vi.fn(), failed: vi.fn(), completed: vi.fn() };
  const stop = connection.subscribe({ query: "subscription { a }", variables: {} }, sink);
  const socket = FakeSocket.all.at(-1);
  if (!socket) throw new Error("no socket");
  return { connection, events, sink, stop, socket };
}

test("it opens with the first subscription and carries its answers", async () => {
  const { events, sink, socket } = connect();
  await socket.open();
  expect(events.opened).toHaveBeenCalledTimes(1);
  const id = socket.sent.find((message) => message.type === "subscribe")?.id;
  socket.says({ type: "next", id, payload: { data: { a: 1 } } });
  expect(sink.next).toHaveBeenCalledWith({ data: { a: 1 } });
  expect(events.heard).toHaveBeenCalled();
  socket.says({ type: "error", id, payload: [{ message: "no" }] });
  await settle();
  expect(sink.failed).toHaveBeenCalledWith([{ message: "no" }]);
});

test.each([1000, 1006, 1012, 4401, 4500])(
  "a close with %i is told once and nothing is asked again by itself",
  async (code) => {
    const { events, sink, socket } = connect();
    await socket.open();
    socket.close(code);
    await settle();
    expect(events.closed).toHaveBeenCalledExactlyOnceWith(code);
    expect(sink.failed).not.toHaveBeenCalled();
    expect(sink.completed).not.toHaveBeenCalled();
    expect(FakeSocket.all).toHaveLength(1);
  },
);

test("a socket that never opens is told as closed", async () => {
  const { events, socket } = connect();
  socket.onerror(new Event("error"));
  socket.close(1006);
  await settle();
  expect(events.closed).toHaveBeenCalledExactlyOnceWith(1006);
});

test("an operation is named by what it asks; no name comes twice on one socket", async () => {
  const { connection, sink, stop, socket } = connect();
  await socket.open();
  const query = "subscription { a }";
  connection.subscribe({ query, variables: {} }, sink);
  stop();
  connection.subscribe({ query, variables: { after: "c7" } }, sink);
  await settle();
  const [first, second, third] = socket.sent.filter(({ type }) => type === "subscribe");
  expect([second?.id, third?.id]).toEqual([`${first?.id}.1`, `${first?.id}.2`]);
  const told = socket.sent.map(({ type, id }) => `${type} ${id}`);
  expect(told.indexOf(`complete ${first?.id}`)).toBeGreaterThan(0);
  expect(told.indexOf(`complete ${first?.id}`)).toBeLessThan(
    told.indexOf(`subscribe ${third?.id}`),
  );

  const again = connect();
  await again.socket.open();
  expect(again.socket.sent.find(({ type }) => type === "subscribe")?.id).toBe(first?.id);
});

test("the last operation may end and be asked again: the socket waits for it", async () => {
  const { connection, events, sink, stop, socket } = connect();
  await socket.open();
  stop();
  await settle();
  connection.subscribe({ query: "subscription { a }", variables: {} }, sink);
  await settle();
  expect(events.closed).not.toHaveBeenCalled();
  expect(FakeSocket.all).toHaveLength(1);
});

test("closed from here it says nothing more", async () => {
  const { connection, events, socket } = connect();
  await socket.open();
  connection.close();
  await settle();
  expect(events.closed).not.toHaveBeenCalled();
  expect(socket.readyState).toBe(3);
});
