import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { afterEach, describe, expect, inject, test } from "vitest";
import { startRedis } from "../testing/redis.ts";
import { MISSED, type Control, type Pokes } from "./pokes.ts";
import { LocalPokes } from "./pokesLocal.ts";
import { RedisPokes } from "./pokesRedis.ts";
import { Ground, pause, quiet } from "./testing/ground.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});

function heard(pokes: Pokes) {
  const pokesHeard: [string, number][] = [];
  const controls: Control[] = [];
  pokes.onPoke((channelId, seq) => pokesHeard.push([channelId, seq]));
  pokes.onControl((message) => controls.push(message));
  return { pokes: pokesHeard, controls };
}

async function redisPokes(url: string, prefix: string): Promise<RedisPokes> {
  const pokes = new RedisPokes({ url, prefix, log: quiet });
  open.push(pokes);
  await expect.poll(() => pokes.ready, { timeout: 5_000 }).toBe(true);
  return pokes;
}

const redisUrl = inject("redisUrl");
const kinds: [string, (prefix: string) => Promise<Pokes>][] = [
  ["local", async () => new LocalPokes()],
];
if (redisUrl) kinds.push(["redis", (prefix) => redisPokes(redisUrl, prefix)]);

describe.each(kinds)("pokes, %s", (_, make) => {
  test("a watched channel's pokes arrive, those of others do not", async () => {
    const pokes = await make(randomUUID());
    const ear = heard(pokes);
    pokes.watch("a");
    pokes.watch("a");
    await pause(50);
    ear.pokes.length = 0;
    pokes.poke("b", 1);
    pokes.poke("a", 7);
    await expect.poll(() => ear.pokes).toEqual([["a", 7]]);
    pokes.unwatch("a");
    pokes.unwatch("a");
    await pause(50);
    pokes.poke("a", 8);
    await pause(50);
    expect(ear.pokes).toEqual([["a", 7]]);
  });

  test("a control message reaches this node at once", async () => {
    const pokes = await make(randomUUID());
    const { controls } = heard(pokes);
    const message: Control = { kind: "sessionsEnded", sessionIds: ["one", "two"] };
    const done = pokes.control(message);
    expect(controls).toEqual([message]);
    await done;
  });
});

describe.skipIf(!redisUrl)("pokes over Redis", () => {
  const url = redisUrl ?? "";

  test("reach the other nodes of the installation, and no other installation", async () => {
    const prefix = randomUUID();
    const [one, two, foreign] = await Promise.all([
      redisPokes(url, prefix),
      redisPokes(url, prefix),
      redisPokes(url, randomUUID()),
    ]);
    const [ear, other] = [heard(two), heard(foreign)];
    for (const each of [two, foreign]) each.watch("a");
    // Said while the wish was on its way: the listener is told that it may have missed something.
    await expect.poll(() => ear.pokes).toEqual([["a", MISSED]]);
    one.poke("a", 3);
    await one.control({ kind: "personEnded", personId: "p" });
    await expect.poll(() => ear.pokes.at(-1)).toEqual(["a", 3]);
    await expect.poll(() => ear.controls).toEqual([{ kind: "personEnded", personId: "p" }]);
    expect(other.pokes).toEqual([["a", MISSED]]);
    expect(other.controls).toEqual([]);
  });

  test("what anybody else writes into the channels breaks nothing", async () => {
    const prefix = randomUUID();
    const pokes = await redisPokes(url, prefix);
    const ear = heard(pokes);
    pokes.watch("a");
    await expect.poll(() => ear.pokes.length).toBe(1);
    const forger = new Redis(url);
    for (const text of ["", "x", "1.5", "{}", "NaN", "1e400"])
      await forger.publish(`${prefix}:a`, text);
    for (const text of ["", "{", "[]", '{"kind":"sessionsEnded"}', '{"kind":"endAll"}'])
      await forger.publish(`${prefix}:control`, text);
    await forger.publish(`${prefix}:a`, "2");
    forger.disconnect();
    await expect.poll(() => ear.pokes.at(-1)).toEqual(["a", 2]);
    expect(ear.controls).toEqual([]);
  });

  test("with no Redis at all a poke is dropped in silence, a control message is heard here and says that it went no further", async () => {
    const pokes = new RedisPokes({ url: "redis://127.0.0.1:1", prefix: "none", log: quiet });
    open.push(pokes);
    const { controls } = heard(pokes);
    pokes.watch("a");
    pokes.poke("a", 1);
    await expect(pokes.control({ kind: "personEnded", personId: "p" })).rejects.toThrow(
      /offline queue|writeable|closed/i,
    );
    expect(controls.length).toBe(1);
    expect(pokes.ready).toBe(false);
    pokes.unwatch("a");
  });

  test(
    "Redis restarted: not ready meanwhile, everything asked for again, and readers told",
    { timeout: 30_000 },
    async () => {
      let redis = (await startRedis())!;
      const port = Number(new URL(redis.url).port);
      const prefix = randomUUID();
      const [one, two] = [await redisPokes(redis.url, prefix), await redisPokes(redis.url, prefix)];
      const ear = heard(two);
      const turns: boolean[] = [];
      two.onTurn(() => turns.push(two.ready));
      two.watch("before");
      await expect.poll(() => ear.pokes.length).toBe(1);
      await redis.stop();
      await expect.poll(() => two.ready).toBe(false);
      two.watch("meanwhile");
      two.watch("gone");
      two.unwatch("gone");
      one.poke("before", 4);
      redis = (await startRedis({ port }))!;
      open.unshift({ close: () => redis.stop() });
      await expect
        .poll(() => [turns, two.ready, one.ready], { timeout: 10_000 })
        .toEqual([[false, true], true, true]);
      // What could not be said meanwhile is said now.
      await expect.poll(() => ear.pokes.at(-1), { timeout: 5_000 }).toEqual(["before", 4]);
      ear.pokes.length = 0;
      for (const channelId of ["before", "gone", "meanwhile"]) one.poke(channelId, 5);
      await expect
        .poll(() => ear.pokes)
        .toEqual([
          ["before", 5],
          ["meanwhile", 5],
        ]);
    },
  );

  test(
    "what was written while a connection was cut is told as soon as it is back",
    { timeout: 30_000 },
    async () => {
      const redis = (await startRedis())!;
      open.push({ close: () => redis.stop() });
      const prefix = randomUUID();
      const operator = new Redis(redis.url);
      open.push({ close: async () => operator.disconnect() });
      // A sweep so slow that only the poke, or the sweep at the return of Redis, can be what wakes the follower.
      const writer = await Ground.open(inject("postgresUrl"), {
        pokes: await redisPokes(redis.url, prefix),
      });
      open.push(writer);
      const reader = await writer.another({
        pokes: await redisPokes(redis.url, prefix),
        sweepMs: 600_000,
      });
      open.push(reader);
      const channelId = await writer.channel();
      const ear = await reader.follow(channelId);
      expect(await ear.words(1)).toEqual(["Live 0"]);
      let seq = 0;
      // Who hears is cut off, then who speaks.
      for (const type of ["pubsub", "normal", "pubsub", "normal", "pubsub"]) {
        seq = await writer.say(channelId, "");
        expect(await ear.words(1)).toEqual([`Told ${seq}`]);
        await operator.call("CLIENT", "KILL", "TYPE", type);
        // Pokes of these fall into the gap.
        for (let i = 0; i < 3; i++) seq = await writer.say(channelId, "");
        expect(await ear.words(3, 2_000)).toEqual([2, 1, 0].map((back) => `Told ${seq - back}`));
      }
      await ear.leave();
    },
  );

  test("an answer that takes long is waited for, and what was asked for is heard then", async () => {
    const redis = (await startRedis())!;
    open.push({ close: () => redis.stop() });
    const pokes = await redisPokes(redis.url, randomUUID());
    const ear = heard(pokes);
    const operator = new Redis(redis.url);
    open.push({ close: async () => operator.disconnect() });
    await operator.call("CLIENT", "PAUSE", 1_500, "ALL");
    const ids = Array.from({ length: 3_000 }, (_, i) => `c${i}`);
    for (const id of ids) pokes.watch(id);
    await expect.poll(() => ear.pokes.length, { timeout: 6_000 }).toBe(ids.length);
    expect(pokes.ready).toBe(true);
    pokes.poke("c2999", 4);
    await expect.poll(() => ear.pokes.at(-1)).toEqual(["c2999", 4]);
  });

  test(
    "a Redis that hangs keeps nobody waiting, and the sweep takes its place",
    { timeout: 30_000 },
    async () => {
      const redis = (await startRedis())!;
      open.push({ close: () => redis.stop() });
      const prefix = randomUUID();
      const pokes = [await redisPokes(redis.url, prefix), await redisPokes(redis.url, prefix)];
      const writer = await Ground.open(inject("postgresUrl"), { pokes: pokes[0] });
      open.push(writer);
      const reader = await writer.another({ pokes: pokes[1] });
      open.push(reader);
      const channelId = await writer.channel();
      const ear = await reader.follow(channelId);
      await ear.words(1);
      process.kill(redis.pid, "SIGSTOP");
      try {
        for (const round of [1, 2, 3]) {
          const began = Date.now();
          await writer.say(channelId, "");
          expect(Date.now() - began).toBeLessThan(400);
          expect(await ear.words(1)).toEqual([`Told ${round}`]);
          // Without the question whether Redis still answers it would be up to two seconds and a half, each time.
          expect(Date.now() - began).toBeLessThan(1_500);
        }
        expect(pokes.map(({ ready }) => ready)).toEqual([false, false]);
        const late = await reader.follow(await writer.channel());
        expect(await late.words(1)).toEqual(["Live 0"]);
        await late.leave();
      } finally {
        process.kill(redis.pid, "SIGCONT");
      }
      await expect.poll(() => pokes.map(({ ready }) => ready)).toEqual([true, true]);
      await ear.leave();
    },
  );

  test(
    "a poke that is lost is made good by the sweep; forged and doubled ones change nothing",
    { timeout: 20_000 },
    async () => {
      const prefix = randomUUID();
      const writer = await Ground.open(inject("postgresUrl"));
      open.push(writer);
      const reader = await writer.another({ pokes: await redisPokes(url, prefix) });
      open.push(reader);
      const forger = new Redis(url);
      open.push({ close: async () => forger.disconnect() });
      const channelId = await writer.channel();
      const ear = await reader.follow(channelId);
      await ear.words(1);
      const began = Date.now();
      // This writer pokes nobody.
      await writer.say(channelId, "");
      expect(await ear.words(1)).toEqual(["Told 1"]);
      expect(Date.now() - began).toBeLessThan(2_600);
      for (const seq of [1_000_000, 1, 0, -5, 1])
        await forger.publish(`${prefix}:${channelId}`, String(seq));
      expect(await ear.silent(200)).toBe(true);
      await writer.say(channelId, "");
      await forger.publish(`${prefix}:${channelId}`, "2");
      expect(await ear.words(1)).toEqual(["Told 2"]);
      const late = await reader.follow(channelId);
      expect(await late.words(1)).toEqual(["Live 2"]);
      await Promise.all([ear.leave(), late.leave()]);
    },
  );
});
