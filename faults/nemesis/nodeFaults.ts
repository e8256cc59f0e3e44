import { shiftedClock } from "../stage/clock.ts";
import type { Fault } from "./nemesis.ts";

export const killNode: Fault = {
  of: "node",
  name: "kill -9 of a node",
  async inflict({ anyNode, wait }) {
    const node = anyNode();
    await node.end("SIGKILL");
    await wait(100, 1_000);
    await node.comeBack();
  },
};

export const hangNode: Fault = {
  of: "link",
  name: "a node hung",
  async inflict({ anyNode, wait }) {
    const node = anyNode();
    node.signal("SIGSTOP");
    await wait(300, 3_000);
    node.signal("SIGCONT");
  },
};

/** One after the other; who chooses a node asks first whether it is ready, as a load balancer does. */
export const rollingRestart: Fault = {
  of: "load",
  name: "rolling restart",
  async inflict({ stage }) {
    for (const node of stage.nodes) {
      await node.end("SIGTERM");
      await node.start();
    }
  },
};

export const shiftClock: Fault = {
  of: "node",
  name: "a node restarted with its clock off",
  async inflict({ anyNode, random, wait }) {
    const node = anyNode();
    await node.end("SIGKILL");
    node.environment = shiftedClock(random() < 0.5 ? 2 : -2);
    await node.comeBack();
    await wait(2_000, 4_000);
    await node.end("SIGKILL");
    node.environment = {};
    await node.comeBack();
  },
};
