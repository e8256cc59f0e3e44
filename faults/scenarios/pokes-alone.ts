import { cutRedisClients, redisAway } from "../nemesis/redisFaults.ts";
import type { Scenario } from "./scenario.ts";

/** No test of the product: a delivery that trusts pokes, which the checker has to find out. */
export const pokesAlone: Scenario = {
  name: "pokes-alone",
  title: "a delivery that trusts pokes: has to fail",
  invariants: ["I7", "I14"],
  seconds: 6,
  cast: { pokesAlone: true, guests: 0, programme: {} },
  steps: ({ nemesis }, seconds) => nemesis.repeat(seconds, [redisAway(300, 600), cutRedisClients]),
};
