import { cutLinks } from "../nemesis/linkFaults.ts";
import type { Scenario } from "./scenario.ts";

export const t03: Scenario = {
  name: "t3",
  title: "the same key in parallel on two nodes, and then with another text",
  invariants: ["I2", "I3"],
  seconds: 15,
  cast: { twice: 1 },
  steps: ({ nemesis }, seconds) => nemesis.repeat(seconds, [cutLinks]),
};
