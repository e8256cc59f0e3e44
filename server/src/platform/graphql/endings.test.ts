import { afterEach, expect, test } from "vitest";
import type { Viewer } from "./context.ts";
import { post, world, type World } from "./testing/world.ts";

let w: World;
afterEach(() => w.stop());

const ticks = { query: "subscription { ticks }" };

/** A socket and a stream of one person, both following; the stream's text comes when it has ended. */
async function following(person: string) {
  const authorization = `Bearer ${person}`;
  const before = w.sources.length;
  const client = await w.socket({ authorization });
  client.send({ id: "live", type: "subscribe", payload: ticks });
  const response = await fetch(`${w.url}/stream`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization },
    body: JSON.stringify(ticks),
  });
  expect(response.headers.get("cache-control")).toContain("no-transform");
  expect(response.headers.get("x-accel-buffering")).toBe("no");
  expect(response.headers.get("content-encoding")).toBeNull();
  await expect.poll(() => w.sources.length).toBe(before + 2);
  return { client, text: response.text(), sources: w.sources.slice(before) };
}

test.each([
  ["a session", () => w.host.endSessions(["amina-1"])],
  ["a person", () => w.host.endPerson("amina")],
])("the end of %s ends its socket and its stream, and nobody else's", async (_, end) => {
  w = await world();
  const hers = await following("amina");
  const others = await following("bwalya");
  expect(w.host.openSessions().toSorted()).toEqual(["amina-1", "bwalya-1"]);
  end();
  expect(await hers.client.closed).toBe(4401);
  expect(await hers.text).toMatch(/UNAUTHENTICATED.*\n\nevent: complete\n/);
  expect(hers.sources.map(({ returned }) => returned)).toEqual([true, true]);
  expect(others.sources.map(({ returned }) => returned)).toEqual([false, false]);
  expect(w.host.openSessions()).toEqual(["bwalya-1"]);
  others.sources[0]?.push("still here");
  expect(await others.client.next("live")).toMatchObject({
    payload: { data: { ticks: "still here" } },
  });
});

test("nothing is sent after the end, even to an end that does not answer the close", async () => {
  w = await world();
  const { client, sources } = await following("amina");
  const frames: string[] = [];
  client.socket.on("message", (data) => frames.push((data as Buffer).toString()));
  w.host.endSessions(["amina-1"]);
  sources[0]?.push("too late");
  await client.closed;
  expect(frames).toEqual([]);
});

test("what is asked for behind the end is not begun: nobody would end it", async () => {
  w = await world();
  const { client } = await following("amina");
  const before = w.sources.length;
  w.host.closeAll(1013);
  for (const id of ["late", "later"]) client.send({ id, type: "subscribe", payload: ticks });
  expect(await client.closed).toBe(1013);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(w.sources.slice(before).filter(({ returned }) => !returned)).toEqual([]);
  expect(w.host.openOperations()).toBe(0);
});

test("a stream whose reader went while it was found out who it is follows nothing", async () => {
  const looked: ((viewer: Viewer) => void)[] = [];
  w = await world({ authenticate: () => new Promise((resolve) => looked.push(resolve)) });
  const gone = new AbortController();
  const response = fetch(`${w.url}/stream`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer amina" },
    body: JSON.stringify(ticks),
    signal: gone.signal,
  });
  await expect.poll(() => looked.length).toBe(1);
  gone.abort();
  await expect(response).rejects.toThrow("aborted");
  await new Promise((resolve) => setTimeout(resolve, 50));
  looked[0]?.({ personId: "amina", sessionId: "amina-1", scopes: "all" });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(w.sources.filter(({ returned }) => !returned)).toEqual([]);
  expect(w.host.openConnections()).toBe(0);
});

test("a session that ends while it is being looked up does not get in", async () => {
  const looked: ((viewer: Viewer) => void)[] = [];
  w = await world({ authenticate: () => new Promise((resolve) => looked.push(resolve)) });
  const client = w.socket({ authorization: "Bearer amina" });
  await expect.poll(() => looked.length).toBe(1);
  w.host.endSessions(["amina-1"]);
  looked[0]?.({ personId: "amina", sessionId: "amina-1", scopes: "all" });
  expect(await (await client).closed).toBe(4401);
});

test("all are closed at once when the sweep has failed for too long", async () => {
  w = await world();
  const { client, text } = await following("amina");
  w.host.closeAll(1013);
  expect(await client.closed).toBe(1013);
  // No "complete": the graphql-sse client takes a stream that just ends as a lost connection, and tries again.
  expect(await text).not.toContain("complete");
});

test("a planned stop lets nobody in, sends all away, and finishes what runs", async () => {
  w = await world();
  const { client, text } = await following("amina");
  const running = post(w.url, { query: "{ slow(ms: 300) }" });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const startedAt = performance.now();
  const drained = w.host.drain();
  await expect(w.socket()).rejects.toThrow("503");
  const refused = await post(`${w.url}/stream`, ticks);
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "1"]);
  expect(await client.closed).toBe(1012);
  expect(await text).not.toContain("complete");
  await drained;
  expect(performance.now() - startedAt).toBeGreaterThan(150);
  expect((await running).body.data).toEqual({ slow: "done" });
  expect(w.host.openConnections()).toBe(0);
});

test("a stream counts as one of a person's ten connections", async () => {
  w = await world({ limits: { socketsPerPerson: 2 } });
  await following("amina");
  const third = await post(`${w.url}/stream`, ticks, { authorization: "Bearer amina" });
  expect(third.status).toBe(429);
});

test("a source that breaks ends the stream without its completion", async () => {
  w = await world();
  const { text, sources } = await following("amina");
  sources[1]?.fail(new Error("the channel has a hole"));
  expect(await text).not.toMatch(/complete|hole/);
});

test("an end that takes nothing of its stream is given up", async () => {
  w = await world({ limits: { writeMs: 200, pingMs: 60_000 } });
  const response = await fetch(`${w.url}/stream`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer amina" },
    body: JSON.stringify(ticks),
  });
  await expect.poll(() => w.sources.length).toBe(1);
  for (let n = 0; n < 32; n += 1) w.source().push("x".repeat(1024 * 1024));
  await expect.poll(() => w.source().returned, { timeout: 4000 }).toBe(true);
  expect(w.source().left).toBeGreaterThan(10);
  await response.body?.cancel().catch(() => undefined);
});

test("a quiet stream is kept open by comments", async () => {
  w = await world({ limits: { pingMs: 40 } });
  const { text } = await following("amina");
  await new Promise((resolve) => setTimeout(resolve, 200));
  w.host.closeAll(1013);
  expect((await text).match(/^:$/gm)?.length).toBeGreaterThan(2);
});
