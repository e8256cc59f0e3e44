import { expect, test } from "vitest";
import { createMetrics } from "../telemetry/metrics.ts";
import { readHole } from "./clientHole.ts";
import { post, world } from "./testing/world.ts";

const bearer = { authorization: "Bearer amina" };
const query = "subscription { ticks }";
const hole = { last: 41, prev: 43, seq: 44 };

test.each([
  [{ hole }, hole],
  [{ hole: { ...hole, more: "x" }, persistedQuery: {} }, hole],
  [{}, null],
  [undefined, null],
  [null, null],
  [{ hole: null }, null],
  [{ hole: "41" }, null],
  [{ hole: { ...hole, last: 43 } }, null],
  [{ hole: { ...hole, seq: 42 } }, null],
  [{ hole: { ...hole, last: -1 } }, null],
  [{ hole: { ...hole, prev: 42.5 } }, null],
  [{ hole: { ...hole, seq: "44" } }, null],
])("a hole is read, and what makes no sense is none: %o", (extensions, read) => {
  expect(readHole(extensions)).toEqual(read);
});

test("a client tells what it missed over socket and event stream, and gets its answers all the same", async () => {
  const metrics = createMetrics();
  const w = await world({ metrics });
  const holes = async () =>
    Number(/^baraza_client_hole_total (\d+)$/m.exec((await metrics.print()).text)?.[1]);
  expect(await holes()).toBe(0);

  const client = await w.socket(bearer);
  const subscribe = (id: string, extensions: object) =>
    client.send({ id, type: "subscribe", payload: { query, extensions } });
  subscribe("live", { hole });
  await expect.poll(() => w.sources.length).toBe(1);
  w.source().push("one");
  expect(await client.next("live")).toMatchObject({ payload: { data: { ticks: "one" } } });
  expect(await holes()).toBe(1);
  const line = w.logged.find((each) => each.includes("missed something")) ?? "";
  expect(JSON.parse(line)).toMatchObject({ ...hole, personId: "amina", sessionId: "amina-1" });

  subscribe("odd", { hole: { last: "x" } });
  await expect.poll(() => w.sources.length).toBe(2);
  expect(await holes()).toBe(1);

  const left = new AbortController();
  void fetch(`${w.url}/stream`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream", ...bearer },
    body: JSON.stringify({ query, extensions: { hole } }),
    signal: left.signal,
  }).catch(() => {});
  await expect.poll(() => w.sources.length).toBe(3);
  expect(await holes()).toBe(2);
  left.abort();
  client.socket.close();
  await w.stop();
});

test("only who is signed in and follows something can have missed something", async () => {
  const metrics = createMetrics();
  const w = await world({ metrics });
  await post(w.url, { query: "{ hello }", extensions: { hole } }, bearer);
  const stranger = await w.socket({});
  stranger.send({ id: "live", type: "subscribe", payload: { query, extensions: { hole } } });
  await expect.poll(() => w.sources.length).toBe(1);
  expect((await metrics.print()).text).toContain("baraza_client_hole_total 0");
  stranger.socket.close();
  await w.stop();
});

test("operations are counted while their connections are open", async () => {
  const w = await world();
  const client = await w.socket(bearer);
  expect(w.host.openOperations()).toBe(0);
  for (const id of ["a", "b"]) client.send({ id, type: "subscribe", payload: { query } });
  await expect.poll(() => w.host.openOperations()).toBe(2);
  client.send({ id: "a", type: "complete" });
  await expect.poll(() => w.host.openOperations()).toBe(1);
  const left = new AbortController();
  void fetch(`${w.url}/stream`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream", ...bearer },
    body: JSON.stringify({ query }),
    signal: left.signal,
  }).catch(() => {});
  await expect.poll(() => w.host.openOperations()).toBe(2);
  left.abort();
  await expect.poll(() => w.host.openOperations()).toBe(1);
  client.socket.close();
  await expect.poll(() => w.host.openOperations()).toBe(0);
  await w.stop();
});
