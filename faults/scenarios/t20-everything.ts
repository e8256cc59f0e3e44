import { everyFault } from "./mixed.ts";
import type { Scenario } from "./scenario.ts";

export const t20: Scenario = {
  name: "t20",
  title: "all at random, up to three at once",
  invariants: [
    "I1",
    "I2",
    "I3",
    "I4",
    "I5",
    "I6",
    "I7",
    "I8",
    "I9",
    "I10",
    "I11",
    "I12",
    "I13",
    "I15",
    "I17",
    "I19",
  ],
  seconds: 75,
  cast: {
    twice: 0.1,
    programme: { messages: true, threads: true, members: true, sessions: true },
  },
  steps: ({ nemesis }, seconds) => nemesis.shuffle(seconds, everyFault, 3),
};
