import { redisAway } from "../nemesis/redisFaults.ts";
import type { Scenario } from "./scenario.ts";

export const t05: Scenario = {
  name: "t5",
  title: "Redis restarted, and absent",
  invariants: ["I7", "I10", "I14"],
  seconds: 25,
  cast: { programme: { messages: true, threads: true, members: true } },
  steps: ({ nemesis }, seconds) =>
    nemesis.repeat(seconds, [redisAway(300, 2_000), redisAway(6_000, 8_000)]),
};
