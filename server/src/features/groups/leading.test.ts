import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { World, type Actor, type TestGroup } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
});
afterAll(() => world.close());

const GROUP = `query($id: ID!) { node(id: $id) { ... on Group { memberCount coordinatorCount viewerRole viewerCan
  viewerActions { action allowed reason { code } }
  members(first: 50) { nodes { role viewerCan person { id } } } } } }`;

async function scene() {
  const group = await world.group();
  const lead = await group.admit("COORDINATOR");
  const ada = await group.admit();
  const look = async (by: Actor) => (await by.ask(GROUP, { id: group.id })).node;
  const inCoordinators = async (who: Actor) => {
    const { viewer } = await who.ask(`{ viewer { groups { nodes { kind } } } }`);
    return viewer.groups.nodes.some(({ kind }: { kind: string }) => kind === "COORDINATORS");
  };
  return { group, lead, ada, look, inCoordinators };
}

const toMember = (group: TestGroup, who: Actor, more: object = {}) => ({
  groupId: group.id,
  personId: who.id,
  role: "MEMBER",
  ...more,
});

describe("the last coordinator of a group", () => {
  it("neither steps down nor leaves nor is made something else by accident", async () => {
    const { group, lead, look } = await scene();
    const { id: groupId } = group;
    expect(await lead.refusalOf("changeRole", toMember(group, lead))).toBe("LAST_COORDINATOR role");
    // Only managers leave a group of others without one.
    const even = toMember(group, lead, { evenIfLast: true });
    expect(await lead.refusalOf("changeRole", even)).toBe("LAST_COORDINATOR role");
    expect(await lead.refusalOf("leaveGroup", { groupId })).toBe("LAST_COORDINATOR");
    expect(await group.manager.refusalOf("changeRole", { ...even, evenIfLast: false })).toBe(
      "LAST_COORDINATOR role",
    );
    expect((await look(lead)).coordinatorCount).toBe(1);
    expect(await group.manager.refusalOf("changeRole", even)).toBeNull();
    expect((await look(lead)).coordinatorCount).toBe(0);
  });

  it("leaves by saying so, and is removed by a manager", async () => {
    const { group, lead, look } = await scene();
    const { id: groupId, manager } = group;
    expect(await lead.refusalOf("leaveGroup", { groupId, evenIfLast: true })).toBeNull();
    const next = await group.admit("COORDINATOR");
    const remove = { groupId, personId: next.id };
    expect(await manager.refusalOf("removeMember", remove)).toBeNull();
    expect((await look(manager)).coordinatorCount).toBe(0);
  });

  it("is told so by the rules themselves, until there is a second one", async () => {
    const { group, lead, look } = await scene();
    const why = async () =>
      (await look(lead)).viewerActions.find(
        ({ action }: { action: string }) => action === "STEP_DOWN",
      );
    expect(await why()).toEqual({
      action: "STEP_DOWN",
      allowed: false,
      reason: { code: "LAST_COORDINATOR" },
    });
    await group.admit("COORDINATOR");
    expect((await why()).allowed).toBe(true);
    expect(await lead.refusalOf("changeRole", toMember(group, lead))).toBeNull();
  });

  it("is one of two who step down at once", async () => {
    const { group, lead, look } = await scene();
    const second = await group.admit("COORDINATOR");
    const answers = await Promise.all(
      [lead, second].map((who) => who.refusalOf("changeRole", toMember(group, who))),
    );
    expect(new Set(answers)).toEqual(new Set(["LAST_COORDINATOR role", null]));
    expect((await look(group.manager)).coordinatorCount).toBe(1);
  });
});

describe("handing on a role", () => {
  it("swaps two people in one step, in a full group too, and among the coordinators", async () => {
    const { group, lead, ada, look, inCoordinators } = await scene();
    const before = await look(group.manager);
    await group.manager.act("editGroup", {
      groupId: group.id,
      memberCapacity: before.memberCount,
      coordinatorCapacity: before.coordinatorCount,
    });
    const live = await ada.follow(
      `subscription($id: ID!) { groupUpdates(groupId: $id) { __typename ... on LiveUpdate { cursor seq prev }
        ... on RoleChanged { membership { role person { id } } } } }`,
      { id: group.id },
    );
    await live.nextOf("Live");
    const own = await ada.follow(
      `subscription { inboxUpdates { __typename ... on LiveUpdate { cursor seq prev }
        ... on GroupRoleChanged { group { id viewerRole } } } }`,
    );
    await own.nextOf("Live");
    const input = { groupId: group.id, toPersonId: ada.id, reason: "I go on leave" };
    expect(await lead.refusalOf("handOnRole", input)).toBeNull();
    const told = [await live.nextOf("RoleChanged"), await live.nextOf("RoleChanged")];
    expect(told.map(({ membership }) => membership)).toEqual([
      { role: "COORDINATOR", person: { id: ada.id } },
      { role: "MEMBER", person: { id: lead.id } },
    ]);
    // Wherever she is: with the role comes what she decides about.
    expect((await own.nextOf("GroupRoleChanged"))["group"]).toEqual({
      id: group.id,
      viewerRole: "COORDINATOR",
    });
    await own.drop();
    const { memberCount, coordinatorCount } = before;
    expect(await look(ada)).toMatchObject({
      memberCount,
      coordinatorCount,
      viewerRole: "COORDINATOR",
    });
    expect(await inCoordinators(ada)).toBe(true);
    expect(await inCoordinators(lead)).toBe(false);
    await live.drop();
  });

  it("is for who leads, and to a member", async () => {
    const { group, lead, ada, look } = await scene();
    const on = (by: Actor, to: Actor) =>
      by.refusalOf("handOnRole", { groupId: group.id, toPersonId: to.id });
    const second = await group.admit("COORDINATOR");
    const stranger = await world.person();
    expect(await on(ada, lead)).toBe("FORBIDDEN toPersonId");
    expect(await on(lead, second)).toBe("FORBIDDEN toPersonId");
    expect(await on(lead, lead)).toBe("FORBIDDEN toPersonId");
    expect(await on(lead, stranger)).toBe("NOT_FOUND");
    expect(await on(stranger, ada)).toBe("NOT_FOUND");
    const place = (await look(lead)).members.nodes.find(
      ({ person }: { person: { id: string } }) => person.id === ada.id,
    );
    expect(place.viewerCan).toContain("HAND_ON");
    // A manager of the group hands on what they are as well.
    expect(await on(group.manager, ada)).toBeNull();
    expect((await look(ada)).viewerRole).toBe("MANAGER");
  });
});
