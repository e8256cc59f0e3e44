import { killNode } from "../nemesis/nodeFaults.ts";
import { cutRedisClients } from "../nemesis/redisFaults.ts";
import { clockBy, shiftedClock } from "../stage/clock.ts";
import type { Fault } from "../nemesis/nemesis.ts";
import type { Scenario } from "./scenario.ts";

const shiftAll: Fault = {
  of: "clock",
  name: `one clock 2 h ahead and one 2 h behind`,
  async inflict({ stage: { nodes } }) {
    for (const [i, hours] of [2, -2].entries()) {
      await nodes[i].end("SIGKILL");
      nodes[i].environment = shiftedClock(hours);
      await nodes[i].start();
    }
  },
};

export const t12: Scenario = {
  name: "t12",
  title: "the clock of one node 2 h ahead and of another 2 h behind",
  invariants: ["I20"],
  seconds: 20,
  cast: { programme: { messages: true, threads: true, members: true, sessions: true } },
  async steps(play, seconds) {
    await play.nemesis.inflict({ ...shiftAll, name: `${shiftAll.name}, by ${clockBy()}` });
    const skews = await Promise.all(play.stage.nodes.map((node) => node.clockSkew()));
    for (const [i, ms] of skews.entries())
      play.figure("I20", `minutes off at node ${i}`, ms / 60_000);
    await play.nemesis.repeat(seconds, [killNode, cutRedisClients]);
  },
};
