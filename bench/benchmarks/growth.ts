import { Redis } from "ioredis";
import type { Bench, Benchmark, Check, Measured } from "../harness/benchmark.ts";
import { type Cluster, openCluster } from "../harness/cluster.ts";
import { faultsOf, Loop, type LoopShape, type Round } from "../harness/loop.ts";
import { openOurs } from "../harness/stacks.ts";
import { median, pairedRatio } from "../harness/stats.ts";
import type { Driven } from "../harness/stack.ts";
import type { World } from "../ours/world.ts";

interface Lane {
  name: string;
  stack: Driven;
  shape: LoopShape;
}

/** Ours in several shapes side by side. */
async function interleaved(bench: Bench, lanes: readonly Lane[]): Promise<Map<string, Round[]>> {
  const loops = lanes.map(({ stack }) => new Loop(stack));
  const rounds = new Map<string, Round[]>(lanes.map(({ name }) => [name, []]));
  for (let i = -1; i < bench.rounds; i++)
    for (let k = 0; k < lanes.length; k++) {
      const at = (Math.max(0, i) + k) % lanes.length;
      const { name, shape } = lanes[at];
      const round = await loops[at].round(shape);
      if (i >= 0) rounds.get(name)?.push(round);
    }
  return rounds;
}

const cpu = (rounds: Map<string, Round[]>, name: string): number[] =>
  (rounds.get(name) ?? []).map(({ cpuPerMillion }) => cpuPerMillion);

function measuredOf(rounds: Map<string, Round[]>, checks: Check[], notes: string[] = []): Measured {
  const all = [...rounds].flatMap(([name, each]) => each.map((round) => ({ name, round })));
  const names = [...rounds.keys()];
  return {
    ours: Object.fromEntries(names.map((name) => [`CPU/M, ${name}`, median(cpu(rounds, name))])),
    peers: {},
    checks,
    correctness: {
      checked: all.reduce((sum, { round }) => sum + round.heard.deliveries, 0),
      faults: [...new Set(all.flatMap(({ name, round }) => faultsOf(name, round)))].slice(0, 10),
    },
    notes,
  };
}

/** The largest ratio of a shape's cost to that of an earlier one. */
function steepest(rounds: Map<string, Round[]>): number {
  const names = [...rounds.keys()];
  const ratios = names.flatMap((later, i) =>
    names.slice(0, i).map((earlier) => pairedRatio(cpu(rounds, later), cpu(rounds, earlier))),
  );
  return Math.max(...ratios);
}

async function sized(
  bench: Bench,
  sizes: readonly { name: string; world: World; window: number }[],
): Promise<Map<string, Round[]>> {
  const open: { stop(): Promise<void> }[] = [];
  try {
    const lanes: Lane[] = [];
    for (const { name, world, window } of sizes) {
      const stack = await openOurs(bench.services, {
        world,
        clients: world.members > 2_000 ? 2 : 1,
      });
      open.push(stack);
      const { rooms, members } = world;
      lanes.push({ name, stack, shape: { rooms, members, window, ms: bench.quick ? 500 : 1_200 } });
    }
    return await interleaved(bench, lanes);
  } finally {
    await Promise.all(open.map((each) => each.stop()));
  }
}

export const members: Benchmark = {
  name: "members",
  about: "One room of 100, of 1,000 and of 5,000: what a delivery costs.",
  run: async (bench) => {
    const rounds = await sized(
      bench,
      (bench.quick ? [100, 500] : [100, 1_000, 5_000]).map((count) => ({
        name: `${count} members`,
        world: { rooms: 1, members: count, stride: 0 },
        window: 2,
      })),
    );
    return measuredOf(rounds, [
      { what: "steepest rise", value: steepest(rounds), gate: ["<=", 1.4], aim: ["<=", 1.2] },
    ]);
  },
};

export const rooms: Benchmark = {
  name: "rooms",
  about:
    "100, 1,000 and 4,000 rooms of ten, each follower in ten of them: what a delivery costs, as a ratio for ten times the rooms.",
  run: async (bench) => {
    const counts = bench.quick ? [50, 200] : [100, 1_000, 4_000];
    const rounds = await sized(
      bench,
      counts.map((count) => ({
        name: `${count} rooms`,
        // Followers stand in ten rooms, so that a hundred thousand places need no hundred thousand sockets.
        world: { rooms: count, members: 10, stride: 1 },
        window: 1,
      })),
    );
    const first = counts[0] ?? 1;
    const last = counts.at(-1) ?? 1;
    const rise = pairedRatio(cpu(rounds, `${last} rooms`), cpu(rounds, `${first} rooms`));
    const tenfold = rise ** (1 / Math.log10(last / first));
    return measuredOf(rounds, [
      { what: "for ten times the rooms", value: tenfold, gate: ["<=", 1.25], aim: ["<=", 1.1] },
    ]);
  },
};

/** How often Redis was told to publish; nodes tell nobody else in another way. */
async function published(redis: Redis): Promise<number> {
  const text = await redis.info("commandstats");
  return [...text.matchAll(/cmdstat_s?publish:calls=(\d+)/g)].reduce(
    (sum, [, calls]) => sum + Number(calls),
    0,
  );
}

/** Messages that Redis handed to subscribers are replies of no command; a node without followers asks for no channel. */
async function hearers(redis: Redis): Promise<number> {
  const channels = (await redis.pubsub("CHANNELS", "baraza:be02*")) as string[];
  const counts = (await redis.pubsub("NUMSUB", ...channels)) as (string | number)[];
  return Number(counts[1] ?? 0);
}

export const nodes: Benchmark = {
  name: "nodes",
  about:
    "A room of 1,000 spread over 1, 2 and 4 processes: what a delivery costs all of them, and that a message is one poke, heard by nobody without followers.",
  run: async (bench) => {
    const count = bench.quick ? 200 : 1_000;
    const world: World = { rooms: 1, members: count, stride: 0 };
    const clusters: Cluster[] = [];
    const redis = new Redis(bench.services.redisUrl);
    try {
      const lanes: Lane[] = [];
      let listening = 0;
      for (const size of bench.quick ? [1, 2] : [1, 2, 4]) {
        const empty = size === 2 ? 1 : 0;
        const following = { world, clients: 1 };
        const stack = await openCluster(bench.services, following, { nodes: size, empty });
        clusters.push(stack);
        listening += size;
        const shape = { rooms: 1, members: count, window: 2, ms: bench.quick ? 500 : 1_200 };
        lanes.push({ name: stack.name, stack, shape });
      }
      // All installations share one Redis, and the room has the same name in each.
      const heard = await hearers(redis);
      const before = await published(redis);
      const rounds = await interleaved(bench, lanes);
      const after = await published(redis);
      const all = [...rounds.values()].flat();
      // The round that warms up is not among them.
      const share = (bench.rounds + 1) / bench.rounds;
      const messages = (all.reduce((sum, { deliveries }) => sum + deliveries, 0) / count) * share;
      const largest = bench.quick ? "2 nodes" : "4 nodes";
      const ratio = pairedRatio(cpu(rounds, largest), cpu(rounds, "1 nodes"));
      return measuredOf(
        rounds,
        [
          { what: `${largest}/1 node`, value: ratio, gate: ["<=", 1.2], aim: ["<=", 1.1] },
          {
            what: "nodes that hear a room and have no followers",
            value: heard - listening,
            gate: ["<=", 0],
          },
          { what: "pokes a message", value: (after - before) / messages, gate: ["<=", 1.2] },
        ],
        ["More processes than cores: what they cost holds, how fast they are would not."],
      );
    } finally {
      redis.disconnect();
      await Promise.all(clusters.map((cluster) => cluster.stop()));
    }
  },
};
