import type { Bench, Benchmark } from "../harness/benchmark.ts";
import { pause } from "../harness/clock.ts";
import { openings, openOurs, orderFor } from "../harness/stacks.ts";
import { Pool } from "../load/pool.ts";
import { cookieOf } from "../ours/world.ts";

/** As our client asks. */
const asChanges = `subscription Here($groupId: ID!) { presence(groupId: $groupId) { at hereCount snapshot { here { id name } } came { id name } went writing { threadId person { id name } } } }`;
/** The whole in every answer, for each viewer. */
const asWhole = `subscription Here($groupId: ID!) { presence(groupId: $groupId) { at here { id name } typing { threadId person { id } } } }`;

/** Between two changes: longer than between two tellings, so that each is told by itself. */
const EVERY_MS = 1_600;

interface Cost {
  /** What the room was sent in all while the same few people came and went. */
  bytes: number;
  cpuMs: number;
  /** What it was sent while all of it came, as fast as they are let in. */
  arriving: number;
}

/** A room of so many people who stay, while one after the other of a few comes and goes, one change at a time. */
async function watch(
  bench: Bench,
  { count, changes, query }: { count: number; changes: number; query: string },
): Promise<Cost> {
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
    const { received: arriving } = await ours.pool.collect(() => undefined);
    await ours.pool.measure();
    const before = await ours.server.usage();
    await bench.profiled(ours.server, async () => {
      for (let i = 0; i < changes; i++) {
        if (i % 2 === 0)
          await guests.open(order, people.slice(count + ((i / 2) % visitors)).slice(0, 1));
        else await guests.closeSockets();
        await pause(EVERY_MS);
      }
    });
    const after = await ours.server.usage();
    const heard = await ours.pool.collect(() => undefined);
    return { bytes: heard.received, cpuMs: after.cpuMs - before.cpuMs, arriving };
  } finally {
    await Promise.all([guests.stop(), ours.stop()]);
  }
}

export const presence: Benchmark = {
  name: "presence",
  about:
    "Who is here, in rooms of 25, 250 and 2,500, while one after the other comes or goes: what the room is sent, and what the server uses.",
  run: async (bench) => {
    const sizes = bench.quick ? [20, 200] : [25, 250, 2_500];
    const changes = bench.quick ? 4 : 12;
    const costs: Cost[] = [];
    for (const count of sizes) costs.push(await watch(bench, { count, changes, query: asChanges }));
    const [few = 0, many = 0] = sizes;
    const older = await watch(bench, { count: many, changes, query: asWhole });
    const figures = sizes.flatMap((count, i): [string, number][] => {
      const { bytes, cpuMs, arriving } = costs[i];
      return [
        [`KB a change, ${count} people`, bytes / changes / 1024],
        [`bytes a client and change, ${count} people`, bytes / changes / count],
        [`CPU ms a change, ${count} people`, cpuMs / changes],
        [`KB a client that arrives, ${count} people`, arriving / count / 1024],
      ];
    });
    const growth = (of: "bytes" | "arriving") =>
      sizes.slice(1).map((count, i) => ({
        what: `bytes ${of === "bytes" ? "of changes" : "of arriving"}, ${count} to ${sizes[i]} people`,
        value: costs[i + 1][of] / costs[i][of],
      }));
    return {
      ours: {
        ...Object.fromEntries(figures),
        [`bytes a client and change, ${many} people, the whole each time`]:
          older.bytes / changes / many,
      },
      peers: {},
      checks: [
        ...growth("bytes").map((each) => ({ ...each, gate: ["<=", 12] as const })),
        ...growth("arriving"),
      ],
      correctness: { checked: few + many, faults: [] },
    };
  },
};
