import { createClient } from "graphql-ws";
import { afterEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { codesOf } from "./testing/ask.ts";
import { world, type World } from "./testing/world.ts";

let w: World;
afterEach(() => w.stop());

const amina = { authorization: "Bearer amina" };
const ticks = { query: "subscription { ticks }" };
const subscribe = (id: number) => ({ id: `s${id}`, type: "subscribe", payload: ticks });

test("a socket that does not introduce itself is closed", async () => {
  w = await world({ limits: { initMs: 50 } });
  expect(await (await w.socket({ silent: true })).closed).toBe(4408);
});

test.each([
  ["what is no JSON", "hello", 4400],
  ["a message that only servers send", '{"type":"connection_ack"}', 4400],
  ["an operation before the introduction", JSON.stringify(subscribe(1)), 4401],
  ["a frame of 64 KiB and one", "x".repeat(64 * 1024 + 1), 1009],
])("%s closes the socket", async (_, text, code) => {
  w = await world();
  const client = await w.socket({ silent: true });
  client.socket.send(text);
  expect(await client.closed).toBe(code);
});

test("a person has ten sockets, and room again when one of them goes", async () => {
  w = await world();
  const ten = [];
  for (let n = 0; n < 10; n += 1) ten.push(await w.socket(amina));
  expect(await (await w.socket(amina)).closed).toBe(1013);
  expect(
    (await (await w.socket({ authorization: "Bearer bwalya" })).ask({ query: "{ viewer }" })).data,
  ).toEqual({ viewer: "bwalya" });
  ten[0]?.socket.close();
  await ten[0]?.closed;
  expect((await (await w.socket(amina)).ask({ query: "{ viewer }" })).data).toEqual({
    viewer: "amina",
  });
});

test("an address has three sockets on which nobody has signed in", async () => {
  w = await world();
  for (let n = 0; n < 3; n += 1) await w.socket({ silent: true });
  await expect(w.socket({ silent: true })).rejects.toThrow("429");
});

test("those whom a cookie makes known are no strangers before they introduce themselves", async () => {
  w = await world();
  const headers = { cookie: "session=amina", origin: "http://baraza.test" };
  const clients = [];
  for (let n = 0; n < 10; n += 1) clients.push(await w.socket({ headers, silent: true }));
  expect(w.host.openSessions()).toEqual(["amina-1"]);
  const [first, second] = clients;
  first?.send({ type: "connection_init" });
  await first?.next("connection_ack");
  expect((await first?.ask({ query: "{ viewer }" }))?.data).toEqual({ viewer: "amina" });
  // What the introduction says goes before the cookie.
  second?.send({ type: "connection_init", payload: { authorization: "Bearer bwalya" } });
  await second?.next("connection_ack");
  expect((await second?.ask({ query: "{ viewer }" }))?.data).toEqual({ viewer: "bwalya" });
  expect(w.host.openSessions().toSorted()).toEqual(["amina-1", "bwalya-1"]);
});

test("a stampede of upgrades is held back", async () => {
  w = await world({ limits: { upgradesPerSecond: 2 } });
  await w.socket(amina);
  await w.socket(amina);
  await expect(w.socket(amina)).rejects.toThrow("503");
});

test("a socket carries 50 operations", async () => {
  w = await world({ limits: { operationsPerSecond: 1000 } });
  const client = await w.socket(amina);
  for (let n = 0; n < 50; n += 1) client.send(subscribe(n));
  expect(codesOf(await client.ask({ query: "{ hello }" }))).toEqual(["THROTTLED"]);
  client.send({ id: "s0", type: "complete" });
  await expect.poll(async () => codesOf(await client.ask({ query: "{ hello }" }))).toEqual([]);
});

test("a socket starts 30 operations a second", async () => {
  w = await world();
  const client = await w.socket(amina);
  const answers = await Promise.all(
    Array.from({ length: 35 }, () => client.ask({ query: "{ hello }" })),
  );
  const refused = answers.filter((answer) => codesOf(answer)[0] === "THROTTLED");
  expect(refused.length).toBeGreaterThanOrEqual(4);
  expect(refused.length).toBeLessThanOrEqual(5);
});

test("a flood of frames closes the socket", async () => {
  w = await world();
  const client = await w.socket(amina);
  for (let n = 0; n < 300; n += 1) client.send({ type: "ping" });
  expect(await client.closed).toBe(1008);
});

test("an end that does not answer pings is given up", async () => {
  w = await world({ limits: { pingMs: 50, silenceMs: 200 } });
  const silent = new WebSocket(w.url.replace("http", "ws"), "graphql-transport-ws", {
    autoPong: false,
  });
  const answering = await w.socket(amina);
  const code = new Promise((resolve) => silent.on("close", resolve));
  expect(await code).toBe(1006);
  expect((await answering.ask({ query: "{ hello }" })).data).toEqual({ hello: "hello" });
});

test("an end that reads nothing is found by its ping, though the system takes all that is written", async () => {
  w = await world({ limits: { pingMs: 100, lagMs: 300, silenceMs: 60_000, writeMs: 60_000 } });
  const client = await w.socket(amina);
  const other = await w.socket(amina);
  client.send(subscribe(1));
  await expect.poll(() => w.sources.length).toBe(1);
  client.socket.pause();
  // Much less than the system keeps for a connection.
  for (let n = 0; n < 5; n += 1) w.source().push("x".repeat(1024));
  await expect.poll(() => w.source().returned, { timeout: 4000 }).toBe(true);
  expect(w.host.openConnections()).toBe(1);
  expect((await other.ask({ query: "{ hello }" })).data).toEqual({ hello: "hello" });
});

test("an end that takes nothing is given up, and what it followed let go", async () => {
  w = await world({ limits: { writeMs: 200, pingMs: 60_000, silenceMs: 60_000 } });
  const client = await w.socket(amina);
  client.send(subscribe(1));
  await expect.poll(() => w.sources.length).toBe(1);
  client.socket.pause();
  const large = "x".repeat(1024 * 1024);
  for (let n = 0; n < 32; n += 1) w.source().push(large);
  await expect.poll(() => w.source().returned, { timeout: 4000 }).toBe(true);
  expect(w.source().left).toBeGreaterThan(10);
  expect(w.host.openConnections()).toBe(0);
});

test("a source that breaks closes the socket so that the client tries again, and its error stays here", async () => {
  w = await world();
  const client = await w.socket(amina);
  client.send(subscribe(1));
  await expect.poll(() => w.sources.length).toBe(1);
  w.source().fail(new Error("the channel has a hole"));
  expect(await client.closed).toBe(1013);
  expect(w.logged.join("")).toContain("the channel has a hole");
});

test("a fault in signing in closes with 1013, never with 4500", async () => {
  w = await world({ authenticate: () => Promise.reject(new Error("no database")) });
  expect(await (await w.socket(amina)).closed).toBe(1013);
  const headers = { cookie: "session=amina", origin: "http://baraza.test" };
  await expect(w.socket({ headers })).rejects.toThrow("503");
});

test("the graphql-ws client takes the end of its session as final", async () => {
  w = await world();
  const client = createClient({
    url: w.url.replace("http", "ws"),
    webSocketImpl: WebSocket,
    connectionParams: amina,
    retryAttempts: 5,
  });
  const ended = new Promise((resolve) => {
    client.subscribe(ticks, { next: () => undefined, error: resolve, complete: () => undefined });
  });
  await expect.poll(() => w.sources.length).toBe(1);
  w.host.endPerson("amina");
  expect(await ended).toMatchObject({ code: 4401 });
});
