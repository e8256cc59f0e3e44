import { partitionPostgres } from "../nemesis/linkFaults.ts";
import { lockChannel, pausePostgres } from "../nemesis/postgresFaults.ts";
import type { Scenario } from "./scenario.ts";

export const t08: Scenario = {
  name: "t8",
  title: "PostgreSQL paused, partitioned from a node; a channel's row locked 4 s",
  invariants: ["I1", "I3", "I7"],
  seconds: 25,
  steps: ({ nemesis }, seconds) =>
    nemesis.repeat(seconds, [pausePostgres, lockChannel, partitionPostgres]),
};
