import type { Differences } from "../../client/src/testing/device/words.ts";
import { type Group, send, type Thread } from "../../e2e/world.ts";
import { pause } from "../harness/random.ts";
import { Device } from "./device.ts";
import type { House } from "./house.ts";

/** How a client took it that an update was lost on its way to it. */
export interface Plant {
  holes: number;
  /** How many of them the nodes were told of. */
  told: number;
  /** Where its screen is not what a fresh query shows, in the end. */
  differences: Differences;
}

const WITHIN_MS = 20_000;

/** Takes the second of four messages away from a client, which must notice, and show all of them. */
export async function loseOne(
  program: string,
  house: House,
  { group, thread }: { group: Group; thread: Thread },
): Promise<Plant> {
  const { id, coordinator } = group;
  const device = await Device.open(program, {
    url: house.url,
    cookie: coordinator.cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
    personId: coordinator.id,
    groupId: id,
    threadId: thread.id,
    lose: 2,
  });
  try {
    let head = 0;
    for (const body of ["one", "two", "three", "four"])
      head = (await send(coordinator, thread.id, `Planted ${body}`)).seq;
    const isWhole = async () => {
      const { link, messages } = await device.tell();
      return link === "live" && messages.at(-1)?.seq === head;
    };
    for (const until = Date.now() + WITHIN_MS; Date.now() < until && !(await isWhole());)
      await pause(100);
    const differences = await device.compare();
    const told = await house.measure("baraza_client_hole_total");
    return { holes: (await device.tell()).counts.holes, told, differences };
  } finally {
    await device.end();
  }
}

/** Whether the client saw it, said it and mended it. */
export function wasMissed({ holes, told, differences }: Plant): boolean {
  return holes === 1 && told === 1 && differences.length === 0;
}
