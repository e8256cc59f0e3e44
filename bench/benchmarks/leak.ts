import type { Benchmark } from "../harness/benchmark.ts";
import { clock, pause } from "../harness/clock.ts";
import { openings, openOurs, orderFor } from "../harness/stacks.ts";
import { gauge } from "../ours/gauge.ts";
import { publicUrl } from "../ours/node.ts";
import { cookieOf } from "../ours/world.ts";

const PEOPLE = 300;

/** The slope of the line through points, by least squares. */
function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [mx, my] = [mean(0), mean(1)];
  const above = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  return above / points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}

export const leak: Benchmark = {
  name: "leak",
  about:
    "Followers of 20 rooms come, subscribe and go without end: how the heap grows a minute, and what is left when all are gone.",
  run: async (bench) => {
    const minutes = bench.long ? 10 : bench.quick ? 0.3 : 1.5;
    const world = { rooms: 20, members: PEOPLE, stride: 0 };
    const following = { world, clients: 1, later: true };
    const ours = await openOurs(bench.services, following);
    try {
      const order = { ...orderFor(following, ours.port, true), origin: publicUrl, rate: 150 };
      // Each stands in one room: what is looked for is what coming and going leaves.
      const people = openings(world, cookieOf).map((each, i) => ({
        ...each,
        rooms: [i % world.rooms],
      }));
      let came = 0;
      const churn = async () => {
        await ours.pool.open(order, people);
        await ours.pool.closeSockets();
        came += people.length;
      };
      for (let i = 0; i < 3; i++) await churn();
      const points: [number, number][] = [];
      const from = clock();
      while (clock() - from < minutes * 60_000 || points.length < 3) {
        for (let i = 0; i < 2; i++) await churn();
        await pause(500);
        const { heap } = await ours.server.memory();
        points.push([(clock() - from) / 60_000, heap / 2 ** 20]);
      }
      await pause(2_000);
      const left = await gauge(ours.port, "baraza_live_followers");
      const hubs = await gauge(ours.port, "baraza_live_hubs");
      // The first quarter still fills caches that have a bound.
      const settled = points.slice(Math.floor(points.length / 4));
      const growth = slope(settled);
      return {
        ours: {
          "MiB of heap a minute": growth,
          "MiB of heap at the end": points.at(-1)?.[1] ?? 0,
          "came and went": came,
          "followers left": left,
          "hubs left": hubs,
        },
        peers: {},
        checks: [
          { what: "MiB of heap a minute", value: growth, gate: ["<=", 1] },
          { what: "followers and hubs left", value: left + hubs, gate: ["<=", 0] },
        ],
        correctness: { checked: came, faults: [] },
        notes: [`${minutes} minutes; ten with --long.`],
      };
    } finally {
      await ours.stop();
    }
  },
};
