import { randomUUID } from "node:crypto";
import type { Actor, Data, World } from "../world.ts";
import type { Ground } from "./ground.ts";
import { Screen } from "./screen.ts";

/** Where each history begins: five people, a small cohort, a community, one thread. */
export interface Setting {
  world: World;
  people: Actor[];
  networkId: string;
  /** Told from the beginning, as long as nobody cuts them. */
  screens: Screen[];
  /** Took their snapshots at the beginning and hear of nothing before the end. */
  sleepers: Screen[];
}

export async function openSetting(ground: Ground): Promise<Setting> {
  const { world } = ground;
  const manager = await world.person("Manager");
  const [ann, ben, cyd, dan] = await Promise.all(
    ["Ann", "Ben", "Cyd", "Dan"].map((name) => world.person(name)),
  );
  const { network } = await manager.act(
    "createNetwork",
    { slug: `net-${randomUUID().slice(0, 13)}`, name: "A network" },
    "network { id }",
  );
  const make = async (input: Data): Promise<string> => {
    const wanted = { networkId: network.id, ...input };
    return (await manager.act("createGroup", wanted, "group { id }"))["group"].id;
  };
  // One seat more than are taken, so that some who come find it full.
  const cohort = await make({ name: "A cohort", kind: "COHORT", memberCapacity: 3 });
  await make({ name: "A community", kind: "COMMUNITY" });
  await make({ name: "Asked for", kind: "COHORT", visibility: "RESTRICTED", memberCapacity: 2 });
  const line = await make({ name: "One seat", kind: "COMMUNITY", memberCapacity: 1 });
  // Full as well, so that there is a line to stand in when the other one is sealed or has seats again.
  const full = await make({ name: "No seat", kind: "COMMUNITY", memberCapacity: 1 });
  for (const [person, role] of [
    [ann, "COORDINATOR"],
    [ben, "MEMBER"],
    [cyd, "MEMBER"],
  ] as const) {
    const { invitations } = await manager.act(
      "inviteToGroup",
      { groupId: cohort, role, emails: [`${randomUUID()}@people.example`] },
      "invitations { token }",
    );
    await person.act("acceptInvitation", { token: invitations[0].token });
  }
  for (const groupId of [line, full]) await ann.act("joinGroup", { groupId });
  for (const one of [ben, cyd]) await one.act("waitForSeat", { groupId: line });
  await manager.act("editGroup", { groupId: line, memberCapacity: 2 });
  const { thread } = await ben.act(
    "startThread",
    {
      groupId: cohort,
      title: "The first thread",
      kind: "QUESTION",
      body: "The first message",
      clientKey: randomUUID(),
    },
    "thread { id }",
  );
  const watch = async (by: Actor, asleep: boolean): Promise<Screen> => {
    const screen = await Screen.open(ground, by, asleep);
    if (by === dan) return screen;
    await screen.openNetwork(network.id, asleep);
    await screen.openThread(thread.id, cohort, asleep);
    return screen;
  };
  const setting: Setting = {
    world,
    people: [manager, ann, ben, cyd, dan],
    networkId: network.id,
    screens: [],
    sleepers: [],
  };
  for (const by of setting.people) setting.screens.push(await watch(by, false));
  for (const by of [ann, cyd]) setting.sleepers.push(await watch(by, true));
  return setting;
}

export async function leave({ screens, sleepers }: Setting): Promise<void> {
  for (const screen of [...screens, ...sleepers]) await screen.close();
}
