import { stopPostgres } from "../nemesis/postgresFaults.ts";
import type { Scenario } from "./scenario.ts";

export const t07: Scenario = {
  name: "t7",
  title: "PostgreSQL stopped immediately",
  invariants: ["I1", "I3", "I4", "I7"],
  seconds: 20,
  steps: ({ nemesis }, seconds) => nemesis.repeat(seconds, [stopPostgres]),
};
