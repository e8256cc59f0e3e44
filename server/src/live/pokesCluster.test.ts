import "reflect-metadata";
import { randomUUID } from "node:crypto";
import type { Cluster } from "ioredis";
import { afterAll, expect, inject, test } from "vitest";
import { createLimiter } from "../platform/limits/limiter.ts";
import { cloneDatabase } from "../testing/database.ts";
import { TestCluster, type ClusterServer } from "../testing/redisCluster.ts";
import { openHouse } from "../openHouse.ts";
import { testConfig } from "../testing/world.ts";
import { findRedis } from "./findRedis.ts";
import { MISSED, type Control } from "./pokes.ts";
import { RedisPokes } from "./pokesRedis.ts";
import { RedisPresence } from "./presenceRedis.ts";
import { openRedis, readRedisUrl } from "./redisAddress.ts";
import { Ground, pause, quiet, type Ear } from "./testing/ground.ts";

const cluster = inject("redisUrl") ? await TestCluster.start() : null;
const open: { close(): Promise<void> }[] = [];
const prefix = randomUUID();

async function pokes(options: { lingerMs?: number } = {}): Promise<RedisPokes> {
  const made = new RedisPokes({ url: cluster!.url, prefix, log: quiet, ...options });
  open.push(made);
  await expect.poll(() => made.ready, { timeout: 10_000 }).toBe(true);
  return made;
}

afterAll(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
  await cluster?.stop();
});

/** How many channels of this installation each server has subscribers for. */
const spread = (servers: readonly ClusterServer[]) =>
  Promise.all(
    servers.map(
      async ({ operator }) =>
        ((await operator.call("PUBSUB", "SHARDCHANNELS", `${prefix}:*`)) as string[]).length,
    ),
  );

/** To how many connections a poke of the channel goes. */
async function published(channelId: string): Promise<unknown> {
  const client = openRedis(readRedisUrl(cluster!.url), quiet) as Cluster;
  await expect.poll(() => client.status).toBe("ready");
  const count = await client.spublish(`${prefix}:${channelId}`, "1");
  client.disconnect();
  return count;
}

const slotOf = async (channelId: string) =>
  Number(await cluster!.masters[0].operator.call("CLUSTER", "KEYSLOT", `${prefix}:${channelId}`));

/** Takes what comes until the given seq, and checks that nothing is left out, doubled or out of order. */
async function hearUntil(ear: Ear, { from, to }: { from: number; to: number }): Promise<void> {
  for (let seq = from; seq <= to; seq++) expect((await ear.next(10_000))?.seq).toBe(seq);
}

test("an address names one Redis or a cluster, with what its connections need", async () => {
  expect(readRedisUrl("rediss://u:p@h:1/2")).toEqual({
    kind: "single",
    url: "rediss://u:p@h:1/2",
  });
  expect(readRedisUrl("rediss+cluster://u:p%40%3a@one:7000,[::1]:7001,three")).toEqual({
    kind: "cluster",
    nodes: [
      { host: "one", port: 7000 },
      { host: "::1", port: 7001 },
      { host: "three", port: 6379 },
    ],
    access: { username: "u", password: "p@:", tls: {} },
  });
});

test.skipIf(!cluster)("the start finds a cluster, and names what is wrong", async () => {
  await findRedis(cluster!.url);
  await expect(findRedis(cluster!.url.replace("+cluster", "").split(",")[0])).rejects.toThrow(
    /cluster.*redis\+cluster:/,
  );
  await expect(findRedis("redis+cluster://127.0.0.1:1")).rejects.toThrow(/cannot be reached/);
  await expect(findRedis(inject("redisUrl")!.replace("://", "+cluster://"))).rejects.toThrow(
    /no cluster/,
  );
});

test.skipIf(!cluster)(
  "channels are spread over the shards, a poke and a control message reach the other nodes, and no others",
  async () => {
    const [one, two, idle] = [await pokes(), await pokes(), await pokes()];
    const ids = Array.from({ length: 60 }, () => randomUUID());
    const heard = new Map<string, number>();
    two.onPoke((channelId, seq) => heard.set(channelId, seq));
    const controls: Control[] = [];
    for (const node of [two, idle]) node.onControl((message) => controls.push(message));
    const before = await spread(cluster!.masters);
    for (const id of ids) two.watch(id);
    await expect.poll(() => [...heard.values()].filter((seq) => seq === MISSED).length).toBe(60);
    const after = await spread(cluster!.masters);
    for (const [i, count] of after.entries()) expect(count - before[i]).toBeGreaterThan(5);

    for (const [i, id] of ids.entries()) one.poke(id, i + 1);
    await expect.poll(() => ids.map((id) => heard.get(id))).toEqual(ids.map((_, i) => i + 1));
    await one.control({ kind: "personEnded", personId: "p" });
    await expect.poll(() => controls).toHaveLength(2);

    // Who publishes is told how many connections were given it: those of the one node that follows.
    expect(await published(ids[0])).toBe(1);
    expect(await published(randomUUID())).toBe(0);
  },
);

test.skipIf(!cluster)("a channel is heard for a while after its last follower left", async () => {
  const node = await pokes({ lingerMs: 400 });
  const [short, gone] = [randomUUID(), randomUUID()];
  const heard: string[] = [];
  node.onPoke((channelId) => heard.push(channelId));
  for (const id of [short, gone]) node.watch(id);
  await expect.poll(() => heard.length).toBe(2);
  const subscribers = () => Promise.all([short, gone].map(published));
  for (const id of [short, gone]) node.unwatch(id);
  expect(await subscribers()).toEqual([1, 1]);
  node.watch(short);
  await expect.poll(subscribers, { timeout: 3_000, interval: 200 }).toEqual([1, 0]);
  // Nobody follows: what still arrives is nobody's business.
  expect(heard.filter((id) => id === gone)).toHaveLength(1);
});

test.skipIf(!cluster)("presence and limits are kept in a cluster", async () => {
  const redis = openRedis(readRedisUrl(cluster!.url), quiet);
  const store = new RedisPresence({ redis, prefix });
  await expect.poll(() => redis.status).toBe("ready");
  const groups = Array.from({ length: 20 }, () => randomUUID());
  const came = { node: "n", came: ["amina"], left: [], renew: true, everybody: () => ["amina"] };
  for (const group of groups) {
    await store.look(group, came, null);
    await store.typing(group, { personId: "amina", threadId: "t" }, 10_000);
  }
  for (const group of groups)
    expect(await store.look(group, { ...came, came: [] }, null)).toMatchObject({
      stays: [{ personId: "amina", node: "n", here: true }],
      typing: [{ personId: "amina", threadId: "t" }],
    });
  const limits = [1, 2].map(() =>
    createLimiter({ name: prefix, points: 10, seconds: 60, store: redis }),
  );
  for (const group of groups) expect((await limits[0].take(group, 6)).allowed).toBe(true);
  for (const group of groups) expect((await limits[1].take(group, 6)).allowed).toBe(false);
  redis.disconnect();
});

test.skipIf(!cluster)("a whole node stands on a cluster, and its health says so", async () => {
  const database = await cloneDatabase(inject("postgresUrl"));
  const house = await openHouse({
    config: { ...testConfig, redisUrl: cluster!.url },
    log: quiet,
    databaseUrl: database.url,
    redisPrefix: prefix,
  });
  await expect.poll(() => house.pokes.ready, { timeout: 10_000 }).toBe(true);
  await house.checks.find(({ name }) => name === "redis")?.check();
  const other = await pokes();
  const heard: Control[] = [];
  other.onControl((message) => heard.push(message));
  await house.live.tellAll({ kind: "epochTurned" });
  await expect.poll(() => heard).toEqual([{ kind: "epochTurned" }]);
  await house.close();
  await database.drop();
});

test.skipIf(!cluster)(
  "a failover, a killed master and a reshard under load lose nothing for good",
  { timeout: 60_000 },
  async () => {
    const { masters, replica } = cluster!;
    // A sweep so slow that only a poke, or the sweep at a turn, can be what wakes a follower.
    const sweepMs = 600_000;
    const writer = await Ground.open(inject("postgresUrl"), { pokes: await pokes(), sweepMs });
    open.push(writer);
    const readersPokes = await pokes();
    const reader = await writer.another({ pokes: readersPokes, sweepMs });
    open.push(reader);
    const channels = await Promise.all(Array.from({ length: 30 }, () => writer.channel()));
    const ears = await Promise.all(channels.map((id) => reader.follow(id)));
    for (const ear of ears) expect(await ear.words(1)).toEqual(["Live 0"]);
    const heads = new Map(channels.map((id) => [id, 0]));
    let writing = true;
    const load = (async () => {
      while (writing) {
        for (const id of channels) heads.set(id, await writer.say(id, ""));
        await pause(20);
      }
    })();
    void load.catch(() => {});
    const disturb = async (what: () => Promise<unknown>) => {
      await pause(300);
      await what();
      await pause(300);
    };

    // The replica takes over from the first master in peace.
    await disturb(() => replica.operator.call("CLUSTER", "FAILOVER"));
    await expect
      .poll(() => replica.operator.info("replication"), { timeout: 10_000 })
      .toMatch(/role:master/);
    await expect
      .poll(() => masters[0].operator.info("replication"), { timeout: 10_000 })
      .toMatch(/role:slave[\s\S]*master_link_status:up/);
    // A third of the channels, and their subscriptions, go from the second master to the third.
    const slots = [...new Set(await Promise.all(channels.map(slotOf)))];
    const ofSecond = slots.filter((slot) => slot >= 5_462 && slot < 10_924);
    expect(ofSecond.length).toBeGreaterThan(0);
    await disturb(() => cluster!.moveSlots(ofSecond, { from: masters[1], to: masters[2] }));
    // The one that had taken over is killed; its replica, the old master, takes its place.
    await disturb(() => replica.kill());
    await expect
      .poll(() => masters[0].operator.info("replication"), { timeout: 15_000 })
      .toMatch(/role:master/);
    await pause(500);
    writing = false;
    await load;

    for (const [i, ear] of ears.entries())
      await hearUntil(ear, { from: 1, to: heads.get(channels[i])! });
    // Pokes come again, from whoever serves the slots now.
    await expect.poll(() => readersPokes.ready, { timeout: 30_000 }).toBe(true);
    const poked: string[] = [];
    readersPokes.onPoke((channelId) => poked.push(channelId));
    for (const [i, id] of channels.entries()) {
      const seq = await writer.say(id, "");
      expect((await ears[i].next(2_000))?.seq).toBe(seq);
    }
    await expect.poll(() => new Set(poked).size).toBe(channels.length);
    for (const ear of ears) await ear.leave();
  },
);
