import type { Bench, Benchmark, Check, Measured } from "../harness/benchmark.ts";
import { faultsOf, Loop } from "../harness/loop.ts";
import type { Stack } from "../harness/stack.ts";
import { type Following, openings, openOurs, openPeer, orderFor } from "../harness/stacks.ts";
import { median, pairedRatio } from "../harness/stats.ts";
import { cookieOf, type World } from "../ours/world.ts";

/** Server processor milliseconds for a client: upgrade, acknowledgement, subscriptions. */
type Costs = Record<string, number[]>;

async function arrivals(
  bench: Bench,
  world: World,
  perRound: number,
): Promise<{ costs: Costs; measured: Omit<Measured, "checks"> }> {
  const following: Following = { world, clients: 1, later: true };
  const stacks: Stack[] = [];
  const costs: Costs = {};
  const faults: string[] = [];
  let checked = 0;
  try {
    stacks.push(await openPeer("graphql-ws", bench.services, following));
    const ours = await openOurs(bench.services, following);
    stacks.push(ours);
    for (const stack of stacks) await stack.join(0, perRound);
    let members = perRound;
    for (let i = 0; i < bench.rounds; i++, members += perRound)
      for (const stack of i % 2 === 0 ? stacks : stacks.toReversed()) {
        const join = async () => {
          const before = await stack.server.usage();
          await stack.join(members, perRound);
          return (await stack.server.usage()).cpuMs - before.cpuMs;
        };
        const cpuMs = await (stack === ours ? bench.profiled(stack.server, join) : join());
        (costs[stack.name] ??= []).push(cpuMs / perRound);
      }
    for (const stack of stacks) {
      const round = await new Loop(stack).round({ rooms: world.rooms, members, window: 1, ms: 1 });
      checked += round.deliveries;
      faults.push(...faultsOf(stack.name, round));
    }
  } finally {
    await Promise.all(stacks.map((stack) => stack.stop()));
  }
  const figure = (name: string) => ({ "CPU ms a client": median(costs[name] ?? []) });
  const peers = { "graphql-ws": figure("graphql-ws") };
  return { costs, measured: { ours: figure("ours"), peers, correctness: { checked, faults } } };
}

/** Everybody comes at once, as after a network that was away: seconds until all are live, and the longest hold-up. */
async function storm(bench: Bench, count: number): Promise<{ seconds: number; stall: number }> {
  const world: World = { rooms: 1, members: count, stride: 0 };
  const following: Following = { world, clients: 2, later: true };
  const ours = await openOurs(bench.services, following);
  try {
    await ours.server.watchLoop();
    const order = { ...orderFor(following, ours.port, true), rate: 20_000 };
    const ms = await ours.pool.open(order, openings(world, cookieOf));
    return { seconds: ms / 1_000, stall: (await ours.server.longestDelay()).cpuMs };
  } finally {
    await ours.stop();
  }
}

const ratio = ({ ours = [], "graphql-ws": stock = [] }: Costs) => pairedRatio(ours, stock);

export const connect: Benchmark = {
  name: "connect",
  about:
    "Upgrade, init and subscribe of clients who arrive at 500 a second: processor time a client, with 1 and with 20 subscriptions; and 10,000 at once.",
  run: async (bench) => {
    const one = bench.quick ? 200 : 800;
    const many = bench.quick ? 30 : 80;
    const rounds = bench.rounds + 1;
    const single = await arrivals(bench, { rooms: 1, members: one * rounds, stride: 0 }, one);
    const twenty = await arrivals(bench, { rooms: 20, members: many * rounds, stride: 0 }, many);
    const all = bench.quick ? 1_000 : 10_000;
    const { seconds, stall } = await storm(bench, all);
    const checks: Check[] = [
      {
        what: "CPU ms a client",
        value: median(single.costs["ours"] ?? []),
        aim: ["<=", 0.35],
      },
      { what: "ours/stock", value: ratio(single.costs), gate: ["<=", 0.55] },
      { what: "ours/stock, 20 subscriptions", value: ratio(twenty.costs), gate: ["<=", 0.3] },
      { what: `seconds until ${all} are live`, value: seconds, aim: ["<=", 6] },
      { what: `longest hold-up of ${all} in ms`, value: stall, aim: ["<=", 100] },
    ];
    const { measured } = single;
    return {
      ...measured,
      ours: {
        ...measured.ours,
        "CPU ms a client, 20 subscriptions": median(twenty.costs["ours"] ?? []),
      },
      peers: {
        "graphql-ws": {
          ...measured.peers["graphql-ws"],
          "CPU ms a client, 20 subscriptions": median(twenty.costs["graphql-ws"] ?? []),
        },
      },
      checks,
      notes: [
        "Ours finds the session, the person's standing and spans in PostgreSQL, and tells when it is live; the peer asks nobody and tells nothing.",
      ],
      correctness: {
        checked: measured.correctness.checked + twenty.measured.correctness.checked,
        faults: [...measured.correctness.faults, ...twenty.measured.correctness.faults],
      },
    };
  },
};
