import { killNode } from "../nemesis/nodeFaults.ts";
import type { Scenario } from "./scenario.ts";

export const t01: Scenario = {
  name: "t1",
  title: "kill -9 of a node in mid-send",
  invariants: ["I1", "I2", "I3", "I7", "I8"],
  seconds: 20,
  // Nobody rests, so that each kill meets somebody in mid-send.
  cast: { rest: [0, 5] },
  steps: ({ nemesis }, seconds) => nemesis.repeat(seconds, [killNode]),
};
