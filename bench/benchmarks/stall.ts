import type { Benchmark } from "../harness/benchmark.ts";
import { faultsOf, Loop } from "../harness/loop.ts";
import { openOurs } from "../harness/stacks.ts";
import type { HeldUp } from "../probe.ts";
import { median } from "../harness/stats.ts";

export const stall: Benchmark = {
  name: "stall",
  about:
    "The longest that the event loop is held up while a room of 5,000 is flooded, by what its own thread works in that time.",
  run: async (bench) => {
    const members = bench.quick ? 1_000 : 5_000;
    const world = { rooms: 1, members, stride: 0 };
    const ours = await openOurs(bench.services, { world, clients: 2 });
    const shape = { rooms: 1, members, window: 2, ms: bench.quick ? 800 : 3_000 };
    const delays: HeldUp[] = [];
    const faults: string[] = [];
    let checked = 0;
    try {
      const loop = new Loop(ours);
      await loop.run(shape);
      for (let i = 0; i < bench.rounds; i++) {
        await ours.server.watchLoop();
        const round = await bench.profiled(ours.server, () => loop.round(shape));
        delays.push(await ours.server.longestDelay());
        checked += round.deliveries;
        faults.push(...faultsOf("ours", round));
      }
    } finally {
      await ours.stop();
    }
    const worked = delays.map(({ cpuMs }) => cpuMs);
    const lasted = delays.map(({ wallMs }) => wallMs);
    const longest = median(worked);
    return {
      ours: {
        "longest ms of work, median of rounds": longest,
        "longest ms of work of all": Math.max(...worked),
        "longest ms by the clock, median of rounds": median(lasted),
      },
      peers: {},
      checks: [
        { what: "longest hold-up in ms", value: longest, gate: ["<=", 25], aim: ["<=", 10] },
      ],
      correctness: { checked, faults },
      notes: [
        "The clock also counts the time in which other processes have the core: on a busy machine, most of it.",
      ],
    };
  },
};
