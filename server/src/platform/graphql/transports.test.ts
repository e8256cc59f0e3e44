import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient } from "graphql-sse";
import { createMetrics } from "../telemetry/metrics.ts";
import { post, world, type World } from "./testing/world.ts";

let w: World;
beforeAll(async () => (w = await world()));
afterAll(() => w.stop());

const bearer = { authorization: "Bearer amina" };

test("a query over HTTP", async () => {
  const answer = await post(w.url, { query: "{ hello viewer }" }, bearer);
  expect(answer.status).toBe(200);
  expect(answer.body.data).toEqual({ hello: "hello", viewer: "amina" });
  expect(answer.body.extensions?.["cost"]).toMatchObject({ requested: 1, actual: 1 });
});

test("a query, a mutation and a subscription over the socket", async () => {
  const client = await w.socket(bearer);
  expect((await client.ask({ query: "{ viewer }" })).data).toEqual({ viewer: "amina" });
  expect((await client.ask({ query: 'mutation { say(text: "a") }' })).data).toEqual({ say: "a" });
  client.send({ id: "live", type: "subscribe", payload: { query: "subscription { ticks }" } });
  await expect.poll(() => w.source().returned).toBe(false);
  const source = w.source();
  source.push("one");
  expect(await client.next("live")).toMatchObject({
    type: "next",
    payload: { data: { ticks: "one" } },
  });
  client.send({ id: "live", type: "complete" });
  await expect.poll(() => source.returned).toBe(true);
  client.socket.close();
});

test("a subscription over server-sent events", async () => {
  await expect.poll(() => w.host.openConnections()).toBe(0);
  const client = createClient({ url: `${w.url}/stream`, headers: bearer, retryAttempts: 0 });
  const answers = client.iterate({ query: "subscription { ticks }" });
  const first = answers.next();
  await expect.poll(() => w.host.openConnections()).toBe(1);
  const source = w.source();
  source.push("one");
  expect((await first).value).toEqual({ data: { ticks: "one" } });
  await answers.return?.();
  await expect.poll(() => source.returned).toBe(true);
  await expect.poll(() => w.host.openConnections()).toBe(0);
});

test("a long answer is compressed for those who take it so", async () => {
  const body = JSON.stringify({ query: `{ echo(text: "${"long ".repeat(500)}") }` });
  const lengths: Record<string, string | null> = {};
  for (const encoding of ["br", "gzip", "identity"]) {
    const response = await fetch(w.url, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-encoding": encoding },
      body,
    });
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
    lengths[encoding] = response.headers.get("content-encoding");
    expect(await response.json()).toHaveProperty("data.echo");
  }
  expect(lengths).toEqual({ br: "br", gzip: "gzip", identity: null });
});

test("a subscription that comes too late is let go", async () => {
  const slow = await world({ limits: { operationMs: 50 } });
  const client = await slow.socket(bearer);
  const answer = await client.ask({ query: "subscription { late }" });
  expect(answer.errors?.[0]?.extensions?.["code"]).toBe("TIMED_OUT");
  await expect.poll(() => slow.sources[0]?.returned).toBe(true);
  await slow.stop();
});

test("what the transports do is measured", async () => {
  const metrics = createMetrics();
  const measured = await world({ metrics });
  await post(measured.url, { query: "{ hello }" });
  await post(measured.url, { query: "{ gone }" });
  await measured.socket(bearer);
  const { text } = await metrics.print();
  expect(text).toContain('baraza_operation_seconds_count{kind="query"} 2');
  expect(text).toContain('baraza_graphql_errors_total{code="NOT_FOUND"} 1');
  expect(text).toContain("baraza_connections 1");
  await measured.stop();
});

test.each([
  ["an answer", { query: "{ hello }" }, undefined],
  [
    "an answer of the other media type",
    { query: "{ hello }" },
    "application/graphql-response+json",
  ],
  [
    "an answer as the browser asks for it",
    { query: "{ hello }" },
    "application/graphql-response+json,application/json;q=0.9",
  ],
  ["an operation that is not there", { query: "query A { hello }", operationName: "B" }, "*/*"],
  ["a live field", { query: "subscription { ticks }" }, undefined],
  [
    "variables of another kind",
    { query: "mutation ($text: String!) { say(text: $text) }", variables: { text: 7 } },
    undefined,
  ],
])("%s is the same once the document is known", async (_, body, accept) => {
  const ask = async () => {
    const response = await fetch(w.url, {
      method: "POST",
      headers: { "content-type": "application/json", ...(accept && { accept }) },
      body: JSON.stringify(body),
    });
    const { status, headers } = response;
    // What is left of the points is another number each time.
    const text = (await response.text()).replace(/"remaining":\d+/, "");
    const told = ["content-type", "vary", "cache-control", "retry-after"].map((name) =>
      headers.get(name),
    );
    return { status, told, text };
  };
  const first = await ask();
  expect([await ask(), await ask()]).toEqual([first, first]);
});
