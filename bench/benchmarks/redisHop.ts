import { randomUUID } from "node:crypto";
import { RedisPokes } from "../../server/src/live/pokesRedis.ts";
import { createLog } from "../../server/src/platform/log/log.ts";
import { cutClients } from "../../server/src/testing/redis.ts";
import type { Benchmark } from "../harness/benchmark.ts";
import { clock, pause, within } from "../harness/clock.ts";
import { median, quantile } from "../harness/stats.ts";

const log = createLog({ level: "fatal" });

async function ready(pokes: RedisPokes): Promise<void> {
  const turned = (async () => {
    while (!pokes.ready) await pause(5);
  })();
  await within(turned, 60_000, "the pokes to be ready");
}

/** Milliseconds from a node's poke to another node's hearing of it, one after the other. */
async function hops(from: RedisPokes, to: RedisPokes, count: number): Promise<number[]> {
  const channel = randomUUID();
  const times: number[] = [];
  let heard: () => void = () => {};
  to.onPoke((id) => {
    if (id === channel) heard();
  });
  const first = new Promise<void>((resolve) => (heard = resolve));
  to.watch(channel);
  await first;
  for (let i = 0; i < count; i++) {
    const arrived = new Promise<void>((resolve) => (heard = resolve));
    const sentAt = clock();
    from.poke(channel, i);
    await arrived;
    times.push(clock() - sentAt);
  }
  return times;
}

/** Processor microseconds of a poke, sender and hearer together, when they come in floods. */
async function costOfFlood(from: RedisPokes, to: RedisPokes, count: number): Promise<number> {
  const channel = randomUUID();
  let left = count;
  let done: () => void = () => {};
  const told = new Promise<void>((resolve) => {
    to.onPoke((id, seq) => {
      if (id === channel && seq === 0) resolve();
    });
  });
  to.watch(channel);
  await pause(300);
  from.poke(channel, 0);
  await told;
  const all = new Promise<void>((resolve) => (done = resolve));
  to.onPoke((id, seq) => {
    if (id === channel && seq > 0 && --left === 0) done();
  });
  const before = process.cpuUsage();
  for (let i = 1; i <= count; i++) {
    from.poke(channel, i);
    if (i % 500 === 0) await pause(0);
  }
  await within(all, 30_000, "the flood of pokes");
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}

/** Seconds until a node that follows so many channels hears all of them again after its connection broke. */
async function resubscribing(redisUrl: string, channels: number): Promise<number> {
  const pokes = new RedisPokes({ url: redisUrl, prefix: `hop-${randomUUID()}`, log });
  try {
    await ready(pokes);
    for (let i = 0; i < channels; i++) pokes.watch(randomUUID());
    await pause(1_000);
    await ready(pokes);
    const from = clock();
    await cutClients(redisUrl);
    while (pokes.ready) await pause(1);
    await ready(pokes);
    return (clock() - from) / 1_000;
  } finally {
    await pokes.close();
  }
}

export const redisHop: Benchmark = {
  name: "redis-hop",
  about:
    "A poke from one node to another through Redis, with the server's own classes, and how soon 100,000 channels are heard again after a cut.",
  run: async ({ services, quick, rounds }) => {
    const prefix = `hop-${randomUUID()}`;
    const make = () => new RedisPokes({ url: services.redisUrl, prefix, log });
    const [from, to] = [make(), make()];
    const p50s: number[] = [];
    const p99s: number[] = [];
    const costs: number[] = [];
    try {
      await Promise.all([ready(from), ready(to)]);
      await hops(from, to, 500);
      for (let i = 0; i < rounds; i++) {
        const times = await hops(from, to, quick ? 500 : 2_000);
        p50s.push(quantile(times, 0.5));
        p99s.push(quantile(times, 0.99));
        costs.push(await costOfFlood(from, to, quick ? 2_000 : 20_000));
      }
    } finally {
      await Promise.all([from.close(), to.close()]);
    }
    const again: number[] = [];
    for (let i = 0; i < Math.min(3, rounds); i++)
      again.push(await resubscribing(services.redisUrl, quick ? 10_000 : 100_000));
    return {
      ours: {
        "p50 ms": median(p50s),
        "p99 ms": median(p99s),
        "CPU us a poke, both ends": median(costs),
        "seconds until all are heard again": median(again),
      },
      peers: {},
      checks: [
        { what: "p50 ms", value: median(p50s), gate: ["<=", 1], aim: ["<=", 0.3] },
        {
          what: "seconds until 100,000 are heard again",
          value: median(again),
          gate: ["<=", 3],
          aim: ["<=", 1],
        },
      ],
      correctness: { checked: rounds * (quick ? 2_500 : 22_000), faults: [] },
    };
  },
};
