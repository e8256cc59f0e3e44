import type { Bench, Benchmark, Check, Measured } from "../harness/benchmark.ts";
import { Paced, type Pace } from "../harness/pace.ts";
import type { PeerName, Stack } from "../harness/stack.ts";
import { openOurs, openPeer } from "../harness/stacks.ts";
import { median, quantile } from "../harness/stats.ts";
import type { World } from "../ours/world.ts";

interface Latency {
  world: World;
  pace: Pace;
  peers: readonly PeerName[];
  /** Each delivery counts, and not only the last of a room. */
  each: boolean;
}

type Times = Record<string, number[][]>;

async function latencies(
  bench: Bench,
  { world, pace, peers, each }: Latency,
): Promise<{ times: Times; checked: number; faults: string[] }> {
  const following = { world, clients: 1 };
  const stacks: Stack[] = [];
  const times: Times = {};
  const faults: string[] = [];
  let checked = 0;
  try {
    for (const peer of peers) stacks.push(await openPeer(peer, bench.services, following));
    stacks.push(await openOurs(bench.services, following));
    const paced = stacks.map((stack) => new Paced(stack));
    for (const lane of paced) await lane.run({ ...pace, ms: Math.min(pace.ms, 1_000) });
    for (let i = 0; i < bench.rounds; i++)
      for (let k = 0; k < stacks.length; k++) {
        const at = (i + k) % stacks.length;
        const [stack, lane] = [stacks[at], paced[at]];
        await stack.pool.measure({ times: each });
        const rooms = await lane.run(pace);
        const heard = await stack.pool.collect(stack.source.expected);
        checked += heard.deliveries;
        if (heard.missed + heard.doubled + heard.different + heard.unlike > 0)
          faults.push(`${stack.name}: ${JSON.stringify({ ...heard, times: [] }).slice(0, 300)}`);
        const all = heard.times.flatMap(([room = 0, seq = 0, ...arrivals]) =>
          arrivals.map((arrival) => arrival - lane.sentAt(room, seq)),
        );
        (times[stack.name] ??= []).push(each ? all : rooms);
      }
  } finally {
    await Promise.all(stacks.map((stack) => stack.stop()));
  }
  return { times, checked, faults };
}

const of = (times: Times, name: string, share: number): number =>
  median((times[name] ?? []).map((round) => quantile(round, share)));

function measuredOf(
  { times, checked, faults }: Awaited<ReturnType<typeof latencies>>,
  checks: Check[],
): Measured {
  const figures = (name: string) => ({
    "p50 ms": of(times, name, 0.5),
    "p99 ms": of(times, name, 0.99),
  });
  const peers = Object.keys(times).filter((name) => name !== "ours");
  return {
    ours: figures("ours"),
    peers: Object.fromEntries(peers.map((name) => [name, figures(name)])),
    checks,
    correctness: { checked, faults: [...new Set(faults)] },
    notes: [
      "Ours is timed from the end of the commit: the poke through Redis and the reading of the log are in it.",
    ],
  };
}

export const latency: Benchmark[] = [
  {
    name: "latency-room",
    about:
      "5,000 deliveries a second into a room of 1,000: until the last of the room has an update.",
    run: async (bench) => {
      const found = await latencies(bench, {
        world: { rooms: 1, members: 1_000, stride: 0 },
        pace: { rooms: 1, perSecond: 5, ms: bench.quick ? 1_000 : 4_000 },
        peers: ["graphql-ws", "ws string loop"],
        each: false,
      });
      const ratio = (share: number, peer: string) =>
        of(found.times, "ours", share) / of(found.times, peer, share);
      return measuredOf(found, [
        { what: "p50 ours/stock", value: ratio(0.5, "graphql-ws"), gate: ["<=", 0.4] },
        {
          what: "p50 ours/ws string loop",
          value: ratio(0.5, "ws string loop"),
          gate: ["<=", 1.25],
        },
        { what: "p99 ours/stock", value: ratio(0.99, "graphql-ws"), gate: ["<=", 0.4] },
        { what: "p99 ms", value: of(found.times, "ours", 0.99), aim: ["<=", 20] },
      ]);
    },
  },
  {
    name: "latency-small",
    about: "5,000 deliveries a second into 100 rooms of ten: until each follower has an update.",
    run: async (bench) => {
      const found = await latencies(bench, {
        world: { rooms: 100, members: 10, stride: 10 },
        pace: { rooms: 100, perSecond: 500, ms: bench.quick ? 1_000 : 2_000 },
        peers: ["graphql-ws"],
        each: true,
      });
      return measuredOf(found, [
        {
          what: "p50 ours/stock",
          value: of(found.times, "ours", 0.5) / of(found.times, "graphql-ws", 0.5),
          gate: ["<=", 0.5],
        },
        { what: "p50 ms", value: of(found.times, "ours", 0.5), aim: ["<=", 0.3] },
        { what: "p99 ms", value: of(found.times, "ours", 0.99), aim: ["<=", 5] },
      ]);
    },
  },
];
