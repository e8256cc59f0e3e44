// One tab of one device as a process of Node: it hears orders and answers each. Built with the client's own build,
// so that what runs is what runs in a page.
import type { Device } from "./device.ts";
import { openDevice } from "./device.ts";
import { setClock, surround } from "./surroundings.ts";
import type { Answered, Asked, Differences, Order, Standing } from "./words.ts";

/** Node's, as far as it is used here: the client's types know no Node. */
declare const process: {
  on: (event: "message", hear: (asked: Asked) => void) => void;
  send: (answered: Answered) => void;
};

let device: Device | null = null;

async function obey(order: Order): Promise<Standing | Differences | null> {
  if (order.do === "open") {
    surround(order.opening.url, order.opening.cookie);
    device = await openDevice(order.opening);
    return null;
  }
  if (!device) throw new Error("The device is not open yet.");
  switch (order.do) {
    case "say":
      device.say(order.body);
      return null;
    case "set clock":
      setClock(order.by);
      return null;
    case "tell":
      return device.tell();
    case "compare":
      return device.compare();
  }
}

process.on("message", ({ id, ...order }) => {
  obey(order).then(
    (answer) => process.send({ id, answer }),
    (error: unknown) => process.send({ id, failed: String(error) }),
  );
});
