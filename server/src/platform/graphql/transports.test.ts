import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient } from "graphql-sse";
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
