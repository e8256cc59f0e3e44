import { swallowAnswers } from "../nemesis/linkFaults.ts";
import type { Scenario } from "./scenario.ts";

export const t02: Scenario = {
  name: "t2",
  title: "the connection is lost between commit and answer",
  invariants: ["I1", "I2", "I3"],
  seconds: 15,
  steps: ({ nemesis }, seconds) =>
    nemesis.repeat(seconds, [swallowAnswers(0.5, 2_000, 3_000), swallowAnswers(1, 300, 800)]),
};
