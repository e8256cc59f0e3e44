import type { Bench, Benchmark, Measured } from "../harness/benchmark.ts";
import { faultsOf, Loop } from "../harness/loop.ts";
import type { PeerName, Stack } from "../harness/stack.ts";
import { type Following, openOurs, openPeer } from "../harness/stacks.ts";
import type { World } from "../ours/world.ts";

/** Kilobytes a connection, after everything that can be collected is. */
interface Cost {
  /** Of the process's resident memory. */
  "KB a connection": number;
  "KB of heap and buffers": number;
  "KB of heap": number;
}

/** Sockets that a server has before it is measured: its first ones make it load and compile. */
const FIRST = 100;

async function weigh(stack: Stack, connections: number): Promise<{ cost: Cost; faults: string[] }> {
  const { server, join } = stack;
  await join(0, FIRST);
  const before = await server.memory();
  await join(FIRST, connections);
  const after = await server.memory();
  const kb = (key: "rss" | "heap" | "external") => (after[key] - before[key]) / 1024 / connections;
  const cost = {
    "KB a connection": kb("rss"),
    "KB of heap and buffers": kb("heap") + kb("external"),
    "KB of heap": kb("heap"),
  };
  return { cost, faults: [] };
}

/** Ours and the peers one after the other: memory does not shake with what else the machine does. */
async function compare(
  bench: Bench,
  { world, peers }: { world: World; peers: PeerName[] },
): Promise<{ all: Record<string, Cost>; measured: Omit<Measured, "checks"> }> {
  const connections = world.members - FIRST;
  const following: Following = { world, clients: 1, later: true };
  const all: Record<string, Cost> = {};
  const faults: string[] = [];
  let checked = 0;
  for (const name of ["ours", ...peers] as const) {
    const stack =
      name === "ours"
        ? await openOurs(bench.services, following)
        : await openPeer(name, bench.services, following);
    try {
      all[name] = (await weigh(stack, connections)).cost;
      // They are followers and not only sockets: each gets an update.
      const shape = { rooms: world.rooms, members: world.members, window: 1, ms: 1 };
      const round = await new Loop(stack).round(shape);
      checked += round.deliveries;
      faults.push(...faultsOf(name, round));
    } finally {
      await stack.stop();
    }
  }
  const { ours, ...others } = all;
  const figures = Object.fromEntries(
    Object.entries(others).map(([name, cost]) => [name, { ...cost }]),
  );
  return {
    all,
    measured: { ours: { ...ours }, peers: figures, correctness: { checked, faults } },
  };
}

export const memory: Benchmark[] = [
  {
    name: "mem-idle",
    about: "5,000 connections with one subscription each, after garbage collection.",
    run: async (bench) => {
      const world = { rooms: 1, members: bench.quick ? 1_000 : 5_000, stride: 0 };
      const { all, measured } = await compare(bench, {
        world,
        peers: ["graphql-ws", "Yoga", "Mercurius", "ws string loop"],
      });
      const ours = all["ours"]?.["KB a connection"] ?? Number.NaN;
      const stock = all["graphql-ws"]?.["KB a connection"] ?? Number.NaN;
      return {
        ...measured,
        checks: [
          { what: "KB a connection", value: ours, gate: ["<=", 14], aim: ["<=", 10] },
          { what: "ours/stock", value: ours / stock, gate: ["<=", 0.4] },
        ],
      };
    },
  },
  {
    name: "mem-subs",
    about: "500 connections with 20 subscriptions each, after garbage collection.",
    run: async (bench) => {
      const world = { rooms: 20, members: (bench.quick ? 200 : 500) + FIRST, stride: 0 };
      const { all, measured } = await compare(bench, { world, peers: ["graphql-ws"] });
      const ours = all["ours"];
      return {
        ...measured,
        checks: [
          {
            what: "KB a connection",
            value: ours?.["KB a connection"] ?? Number.NaN,
            gate: ["<=", 120],
            aim: ["<=", 50],
          },
          {
            what: "KB of heap a subscription",
            value: (ours?.["KB of heap"] ?? Number.NaN) / world.rooms,
            gate: ["<=", 3],
            aim: ["<=", 0.7],
          },
        ],
      };
    },
  },
];
