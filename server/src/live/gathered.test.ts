import { sql } from "kysely";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { each, type Gathered } from "./gathered.ts";
import { readEntries } from "./log.ts";
import { Ground, Said } from "./testing/ground.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await Ground.open(inject("postgresUrl"));
});
afterAll(() => ground.close());

interface Wish {
  channelId: string;
  body: string;
}

/** Says what is wished, but for what is bad; `spoils` breaks the transaction of all. */
function saying() {
  const together: string[][] = [];
  const kind: Gathered<Wish, number> = {
    channelOf: ({ channelId }) => channelId,
    async meet(tx, wishes) {
      together.push(wishes.map(({ body }) => body));
      if (wishes.some(({ body }) => body === "spoils")) await sql`select 1 / 0`.execute(tx.db);
      if (wishes.some(({ body }) => body === "cuts"))
        await sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and state = 'idle in transaction'`.execute(
          ground.database.db,
        );
      return each(wishes, ({ channelId, body }) => {
        if (body === "bad") throw new Error("refused");
        return tx.state(Said, { channelId, data: { body } });
      });
    },
  };
  const say = (channelId: string, body: string) =>
    ground.live.writeTogether(kind, { channelId, body });
  return { say, together };
}

const bodiesOf = async (channelId: string) =>
  (await readEntries(ground.database.db, { channelId, after: 0, limit: 1_000 })).map(
    ({ data }) => data["body"],
  );

test("what comes in one moment shares a transaction, over several channels, in the order of its coming", async () => {
  const [one, two] = [await ground.channel(), await ground.channel()];
  const { say, together } = saying();
  const seqs = await Promise.all([say(one, "a"), say(two, "b"), say(one, "c"), say(two, "d")]);
  expect(seqs).toEqual([1, 1, 2, 2]);
  expect(together).toEqual([["a", "b", "c", "d"]]);
  expect([await bodiesOf(one), await bodiesOf(two)]).toEqual([
    ["a", "c"],
    ["b", "d"],
  ]);
});

test("what comes while a channel is written to goes together in the next, in its order", async () => {
  const channelId = await ground.channel();
  const { say, together } = saying();
  const bodies = Array.from({ length: 150 }, (_, i) => `${i}`);
  const said: Promise<number>[] = [];
  for (const body of bodies) {
    said.push(say(channelId, body));
    if (body === "0") await expect.poll(() => together.length, { interval: 1 }).toBe(1);
  }
  expect(await Promise.all(said)).toEqual(bodies.map((_, i) => i + 1));
  expect(await bodiesOf(channelId)).toEqual(bodies);
  expect(together.map(({ length }) => length)).toEqual([1, 64, 64, 21]);
});

test("a wish that is refused changes nothing and hinders no other", async () => {
  const channelId = await ground.channel();
  const { say } = saying();
  const outcomes = await Promise.allSettled(["a", "bad", "b"].map((body) => say(channelId, body)));
  expect(outcomes).toMatchObject([{ value: 1 }, { reason: { message: "refused" } }, { value: 2 }]);
  expect(await bodiesOf(channelId)).toEqual(["a", "b"]);
});

test("one that breaks the transaction is left alone with it: the others are met, in their order", async () => {
  const channelId = await ground.channel();
  const { say, together } = saying();
  const outcomes = await Promise.allSettled(
    ["a", "spoils", "b"].map((body) => say(channelId, body)),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(await bodiesOf(channelId)).toEqual(["a", "b"]);
  expect(together).toEqual([["a", "spoils", "b"], ["a"], ["spoils"], ["b"]]);
});

test("when the database goes away nobody is told that it was done", async () => {
  const channelId = await ground.channel();
  const { say } = saying();
  const outcomes = await Promise.allSettled(["a", "cuts"].map((body) => say(channelId, body)));
  for (const outcome of outcomes)
    expect(outcome).toMatchObject({ reason: { extensions: { code: "UNAVAILABLE" } } });
  expect(await bodiesOf(channelId)).toEqual([]);
  expect(await say(channelId, "again")).toBe(1);
});

test("a channel that another command holds keeps only its own wishes waiting", async () => {
  const [held, free] = [await ground.channel(), await ground.channel()];
  const { say } = saying();
  const [entered, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding = ground.live.write({ channels: [held], actorId: null }, async (tx) => {
    entered.resolve();
    await release.promise;
    tx.state(Said, { channelId: held, data: { body: "first" } });
  });
  await entered.promise;
  const waiting = [say(held, "second"), say(free, "meanwhile")] as const;
  expect(await waiting[1]).toBe(1);
  const later = [say(held, "third"), say(free, "too")] as const;
  expect(await later[1]).toBe(2);
  expect(await bodiesOf(held)).toEqual([]);
  release.resolve();
  await holding;
  expect(await Promise.all([waiting[0], later[0]])).toEqual([2, 3]);
  expect(await bodiesOf(held)).toEqual(["first", "second", "third"]);
});

test("a wish for a channel that is not there fails by itself", async () => {
  const channelId = await ground.channel();
  const { say } = saying();
  const nowhere = "6c1f1f0a-31a8-4a3c-90a8-6f7c4c1affff";
  const outcomes = await Promise.allSettled([say(nowhere, "a"), say(channelId, "b")]);
  expect(outcomes).toMatchObject([{ status: "rejected" }, { value: 1 }]);
});
