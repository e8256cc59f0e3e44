import { rollingRestart } from "../nemesis/nodeFaults.ts";
import type { Scenario } from "./scenario.ts";

export const t11: Scenario = {
  name: "t11",
  title: "rolling restart under load",
  invariants: ["I7", "I8", "I18"],
  // Each node says for 5 s that it goes, and sends its readers away over 20 s.
  seconds: 80,
  planned: true,
  steps: ({ nemesis }) => nemesis.inflict(rollingRestart),
};
