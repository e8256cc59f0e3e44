import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { testConfig } from "../testing/world.ts";
import { Consumers, type Consumer } from "./consumers.ts";
import type { Entry } from "./entities.ts";
import { Ground, pause, quiet, Said } from "./testing/ground.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await Ground.open(inject("postgresUrl"));
});
afterAll(() => ground.close());

const mailer = { send: () => {}, settle: async () => {} };
const runner = (node: Ground, ...consumers: Consumer[]) =>
  new Consumers({
    consumers,
    tools: { db: node.database.db, config: testConfig, mailer, live: node.live, log: quiet },
    database: node.database,
  });

let names = 0;
/** A consumer under a name of its own that keeps what it was told. */
function hearer(handle: (entry: Entry) => Promise<void> = async () => {}) {
  const told: string[] = [];
  const consumer: Consumer = {
    name: `hearer-${(names += 1)}`,
    hears: [Said.name],
    async handle(_, entry) {
      await handle(entry);
      told.push(`${entry.channelId}:${entry.seq}`);
    },
  };
  return { consumer, told };
}

const ids = (channelId: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${channelId}:${from + i}`);

test("tells what it hears, in the order of the channel, each once; what is new on the next run", async () => {
  const channelId = await ground.channel("6c1f1f0a-31a8-4a3c-90a8-6f7c4c1a0001");
  await ground.fill(channelId, 450);
  const { consumer, told } = hearer();
  const consumers = runner(ground, consumer);
  const mine = () => told.filter((id) => id.startsWith(channelId));
  await consumers.drain();
  // The first entry is a fact that it does not hear.
  expect(mine()).toEqual(ids(channelId, 2, 451));
  await consumers.drain();
  await ground.say(channelId, "new");
  await consumers.drain();
  expect(mine()).toEqual(ids(channelId, 2, 452));
  await consumers.stop();
});

test("hears of this node's own commits at once", async () => {
  const channelId = await ground.channel();
  const { consumer, told } = hearer();
  const consumers = runner(ground, consumer);
  consumers.start();
  await ground.say(channelId, "");
  await expect.poll(() => told, { timeout: 2_000 }).toContain(`${channelId}:1`);
  await consumers.stop();
});

const positionOf = async (channelId: string, { name }: Consumer) =>
  (
    await ground.database.db
      .selectFrom("consumerPosition")
      .select("seq")
      .where("channelId", "=", channelId)
      .where("consumer", "=", name)
      .executeTakeFirst()
  )?.seq;

/** A consumer that only some of what it hears concerns. */
function chooser() {
  const { consumer, told } = hearer();
  const concerns = ({ data }: Entry) => data["body"] === "yes";
  return { consumer: { ...consumer, concerns }, told };
}

test("what concerns nobody is passed over: its consumers' positions move later, and together", async () => {
  const channelId = await ground.channel();
  const [first, second] = [chooser(), chooser()];
  const other = hearer();
  const consumers = runner(ground, first.consumer, second.consumer, other.consumer);
  consumers.start();
  await consumers.drain();
  for (let i = 0; i < 5; i++) await ground.say(channelId, "no");
  await expect.poll(() => other.told).toContain(`${channelId}:5`);
  expect(await positionOf(channelId, other.consumer)).toBe(5);
  expect(await positionOf(channelId, first.consumer)).toBeUndefined();
  await ground.say(channelId, "yes");
  await expect.poll(() => second.told).toEqual([`${channelId}:6`]);
  expect(first.told).toEqual([`${channelId}:6`]);
  await expect.poll(() => positionOf(channelId, first.consumer)).toBe(6);
  await ground.say(channelId, "no");
  await expect.poll(() => other.told).toContain(`${channelId}:7`);
  await consumers.stop();
  for (const { consumer } of [first, second, other])
    expect(await positionOf(channelId, consumer)).toBe(7);
});

test("what was passed over before a restore is nothing that was passed over after it", async () => {
  const channelId = await ground.channel();
  const { consumer, told } = chooser();
  const other = hearer();
  const consumers = runner(ground, consumer, other.consumer);
  consumers.start();
  await consumers.drain();
  for (let i = 0; i < 5; i++) await ground.say(channelId, "no");
  await expect.poll(() => other.told).toContain(`${channelId}:5`);
  // Nothing is on its way any more: a position that is written behind the restore would be the restored one's.
  await consumers.drain();
  const { db } = ground.database;
  await db.deleteFrom("channelUpdate").where("channelId", "=", channelId).execute();
  await db.deleteFrom("consumerPosition").where("channelId", "=", channelId).execute();
  await db.updateTable("channel").set({ headSeq: 0 }).where("id", "=", channelId).execute();
  await db.updateTable("installation").set({ epoch: randomUUID() }).execute();
  for (let i = 0; i < 3; i++) await ground.say(channelId, "yes");
  await consumers.drain();
  await consumers.drain();
  expect(told.filter((id) => id.startsWith(channelId))).toEqual(ids(channelId, 1, 3));
  await consumers.stop();
});

test("one that fails is told again, and of nothing behind it before", async () => {
  const channelId = await ground.channel();
  await ground.fill(channelId, 5);
  let broken = true;
  const { consumer, told } = hearer(async ({ seq, channelId: id }) => {
    if (broken && id === channelId && seq === 3) throw new Error("the mail server is away");
  });
  const consumers = runner(ground, consumer);
  const mine = () => told.filter((id) => id.startsWith(channelId));
  await consumers.drain();
  expect(mine()).toEqual(ids(channelId, 1, 2));
  await consumers.drain();
  expect(mine()).toEqual(ids(channelId, 1, 2));
  broken = false;
  await consumers.drain();
  expect(mine()).toEqual(ids(channelId, 1, 5));
  await consumers.stop();
});

test("one consumer's failure does not keep another from hearing", async () => {
  const channelId = await ground.channel();
  await ground.fill(channelId, 3);
  const failing = hearer(async () => {
    throw new Error("always");
  });
  const other = hearer();
  const consumers = runner(ground, failing.consumer, other.consumer);
  await consumers.drain();
  expect(other.told.filter((id) => id.startsWith(channelId))).toEqual(ids(channelId, 1, 3));
  expect(failing.told).toEqual([]);
  await consumers.stop();
});

test("a node that was killed in mid-work leaves it to the others, who tell again from where it was kept", async () => {
  const channelId = await ground.channel();
  await ground.fill(channelId, 4);
  const { consumer, told } = hearer();
  const dying: Consumer = {
    ...consumer,
    async handle(tools, entry) {
      await consumer.handle(tools, entry);
      // The process is gone now: its transaction never commits.
      if (entry.channelId === channelId && entry.seq === 2)
        await sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and state = 'idle in transaction'`.execute(
          ground.database.db,
        );
    },
  };
  const node = await ground.another();
  const first = runner(node, dying);
  await first.drain().catch(() => {});
  await first.stop();
  const second = runner(ground, consumer);
  await second.drain();
  await second.stop();
  const mine = told.filter((id) => id.startsWith(channelId));
  expect(new Set(mine)).toEqual(new Set(ids(channelId, 1, 4)));
  expect(mine.slice(-4)).toEqual(ids(channelId, 1, 4));
  await node.close();
});

test("two nodes on one database share the work: nothing twice, nothing left", async () => {
  const channels = await Promise.all(Array.from({ length: 20 }, () => ground.channel()));
  for (const channelId of channels) await ground.fill(channelId, 30);
  const { consumer, told } = hearer(async () => void (await pause(1)));
  const node = await ground.another();
  const runners = [runner(ground, consumer), runner(node, consumer)];
  await Promise.all(runners.map((each) => each.drain()));
  const mine = told.filter((id) => channels.some((channelId) => id.startsWith(channelId)));
  expect(mine.length).toBe(new Set(mine).size);
  expect(new Set(mine)).toEqual(new Set(channels.flatMap((channelId) => ids(channelId, 1, 30))));
  await Promise.all(runners.map((each) => each.stop()));
  await node.close();
});

test("what one node is at, another passes over instead of waiting for it", async () => {
  const [slow, other] = [await ground.channel(), await ground.channel()];
  for (const channelId of [slow, other]) await ground.fill(channelId, 1);
  const [release, entered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const { consumer, told } = hearer(async ({ channelId }) => {
    if (channelId !== slow) return;
    entered.resolve();
    await release.promise;
  });
  const node = await ground.another();
  const [first, second] = [runner(ground, consumer), runner(node, consumer)];
  const working = first.drain();
  await entered.promise;
  await second.drain();
  expect(told).toContain(`${other}:1`);
  expect(told).not.toContain(`${slow}:1`);
  release.resolve();
  await working;
  expect(told.filter((id) => id === `${slow}:1`).length).toBe(1);
  await Promise.all([first.stop(), second.stop()]);
  await node.close();
});

test("what is left over gets its turn on a node that is never idle", async () => {
  const [busy, left] = [await ground.channel(), await ground.channel()];
  const { consumer, told } = hearer();
  const consumers = runner(ground, consumer);
  consumers.start();
  await ground.say(busy, "");
  await expect.poll(() => told).toContain(`${busy}:1`);
  // Written by a node that died before it could tell.
  await ground.fill(left, 1);
  const until = Date.now() + 9_000;
  while (Date.now() < until && !told.includes(`${left}:1`)) {
    await ground.say(busy, "");
    await pause(50);
  }
  expect(told).toContain(`${left}:1`);
  await consumers.stop();
}, 15_000);

test("work that takes longer than a transaction may be idle comes forward all the same", async () => {
  const channelId = await ground.channel();
  await ground.fill(channelId, 3);
  const { consumer, told } = hearer(async ({ channelId: id }) => {
    if (id === channelId) await pause(4_500);
  });
  const consumers = runner(ground, consumer);
  await consumers.drain();
  expect(told.filter((id) => id.startsWith(channelId))).toEqual(ids(channelId, 1, 3));
  await consumers.stop();
}, 30_000);
