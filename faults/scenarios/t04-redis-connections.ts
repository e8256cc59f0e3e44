import { cutRedisClients } from "../nemesis/redisFaults.ts";
import type { Scenario } from "./scenario.ts";

export const t04: Scenario = {
  name: "t4",
  title: "CLIENT KILL of the Redis connections",
  invariants: ["I7", "I14"],
  seconds: 15,
  steps: ({ nemesis }, seconds) => nemesis.repeat(seconds, [cutRedisClients]),
};
