import { hangRedis, partitionRedis } from "../nemesis/redisFaults.ts";
import type { Scenario } from "./scenario.ts";

export const t06: Scenario = {
  name: "t6",
  title: "Redis hung, and partitioned from a node",
  invariants: ["I7", "I14"],
  seconds: 20,
  steps: ({ nemesis }, seconds) => nemesis.repeat(seconds, [hangRedis, partitionRedis]),
};
