import { cutLinks, lossyLinks, pauseLinks, throttleLinks } from "../nemesis/linkFaults.ts";
import type { Scenario } from "./scenario.ts";

export const t09: Scenario = {
  name: "t9",
  title: "links cut, paused 4 s and 60 s, throttled, lossy",
  invariants: ["I7", "I8", "I17"],
  seconds: 100,
  // As in production, so that it is seen whether a silent stream is noticed in 50 s.
  heartbeatMs: 25_000,
  silenceMs: 50_000,
  async steps({ nemesis }, seconds) {
    await nemesis.inflict(pauseLinks(60_000));
    await nemesis.repeat(seconds - 60, [cutLinks, pauseLinks(4_000), throttleLinks, lossyLinks]);
  },
};
