import type { Bench, Benchmark } from "../harness/benchmark.ts";
import { pause } from "../harness/clock.ts";
import { openings, openOurs, orderFor } from "../harness/stacks.ts";
import { Pool } from "../load/pool.ts";
import { cookieOf } from "../ours/world.ts";

const query = `subscription Here($groupId: ID!) { presence(groupId: $groupId) { at here { id name } typing { threadId person { id } } } }`;

interface Cost {
  /** What the room was sent in all while the same few people came and went. */
  bytes: number;
  cpuMs: number;
}

/** A room of so many people who stay, while one after the other of a few comes and goes, one change a second. */
async function watch(bench: Bench, count: number, seconds: number): Promise<Cost> {
  const visitors = 4;
  const world = { rooms: 1, members: count + visitors, stride: 0 };
  const following = { world, clients: 1, later: true };
  const ours = await openOurs(bench.services, following);
  const guests = new Pool(1);
  try {
    const order = {
      ...orderFor(following, ours.port, true),
      query,
      field: "presence",
      live: false,
    } as const;
    const people = openings(world, cookieOf);
    await ours.pool.open(order, people.slice(0, count));
    // Everybody has heard of everybody.
    await pause(3_000);
    await ours.pool.measure();
    const before = await ours.server.usage();
    for (let i = 0; i < seconds; i++) {
      if (i % 2 === 0)
        await guests.open(order, people.slice(count + ((i / 2) % visitors)).slice(0, 1));
      else await guests.closeSockets();
      await pause(1_000);
    }
    const after = await ours.server.usage();
    const heard = await ours.pool.collect(() => undefined);
    return { bytes: heard.received, cpuMs: after.cpuMs - before.cpuMs };
  } finally {
    await Promise.all([guests.stop(), ours.stop()]);
  }
}

export const presence: Benchmark = {
  name: "presence",
  about:
    "Who is here, in rooms of 25 and 250, while one person a second comes or goes: what the room is sent, and what the server uses.",
  run: async (bench) => {
    const few = bench.quick ? 20 : 25;
    const many = few * 10;
    const seconds = bench.quick ? 4 : 10;
    const small = await watch(bench, few, seconds);
    const large = await watch(bench, many, seconds);
    return {
      ours: {
        [`KB a change, ${few} people`]: small.bytes / seconds / 1024,
        [`KB a change, ${many} people`]: large.bytes / seconds / 1024,
        [`bytes a client and change, ${many} people`]: large.bytes / seconds / many,
        [`CPU ms a second, ${few} people`]: small.cpuMs / seconds,
        [`CPU ms a second, ${many} people`]: large.cpuMs / seconds,
      },
      peers: {},
      checks: [
        { what: "bytes, ten times the people", value: large.bytes / small.bytes, gate: ["<=", 12] },
      ],
      correctness: { checked: few + many, faults: [] },
    };
  },
};
