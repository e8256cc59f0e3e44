import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { World, type Actor, type TestGroup } from "../../testing/world.ts";

const GROUP = `query($id: ID!) { node(id: $id) { ... on Group {
  viewerRole viewerCan memberCount coordinatorCount members(first: 100) { nodes { id role person { id } viewerCan } } } } }`;
const CREATE = `mutation($input: CreateGroupInput!) { createGroup(input: $input) {
  group { id kind name viewerRole memberCapacity coordinatorCapacity memberCount } errors { code field } } }`;
const JOIN = `mutation($input: JoinGroupInput!) { joinGroup(input: $input) { membership { id role } group { viewerRole } errors { code } } }`;
const LEAVE = `mutation($input: LeaveGroupInput!) { leaveGroup(input: $input) { group { viewerRole viewerCan } errors { code } } }`;
const ROLE = `mutation($input: ChangeRoleInput!) { changeRole(input: $input) { membership { id role } errors { __typename code ... on GroupFull { role capacity } } } }`;
const REMOVE = `mutation($input: RemoveMemberInput!) { removeMember(input: $input) { person { id } group { memberCount } errors { code } } }`;
const COORDINATORS = `query($id: ID!) { node(id: $id) { ... on Network { groups(kind: COORDINATORS) { nodes {
  id viewerRole memberCount coordinatorCount viewerCan } } } } }`;

let world: World;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
});
afterAll(() => world.close());

const coordinatorsOf = async (group: TestGroup, who = group.manager) =>
  (await who.ask(COORDINATORS, { id: group.networkId })).node.groups.nodes[0];
const changeRole = async (group: TestGroup, person: Actor, role: string, by = group.manager) =>
  // Some of these groups are led by one alone: `leading.test.ts` is about that.
  (
    await by.ask(ROLE, {
      input: { groupId: group.id, personId: person.id, role, evenIfLast: true },
    })
  ).changeRole;
async function createGroup(by: Actor, input: object) {
  return (await by.ask(CREATE, { input: { name: "Another", kind: "COHORT", ...input } }))
    .createGroup;
}
const sameNetwork = async (group: TestGroup, input: object = {}) => {
  const { group: made } = await createGroup(group.manager, {
    networkId: group.networkId,
    ...input,
  });
  return new (group.constructor as typeof TestGroup)(world, {
    id: made.id,
    networkId: group.networkId,
    manager: group.manager,
  });
};

describe("a group", () => {
  it("has the seats of its kind, and a manager who takes none", async () => {
    const { id: networkId, manager } = await world.network();
    const seats = { memberCapacity: 20, coordinatorCapacity: 3 };
    const none = { memberCapacity: null, coordinatorCapacity: null };
    for (const [kind, capacities] of [
      ["COHORT", seats],
      ["COMBINED_COHORT", seats],
      ["COMMUNITY", none],
      ["ALUMNI", none],
    ] as const)
      expect((await createGroup(manager, { networkId, kind })).group).toMatchObject({
        kind,
        viewerRole: "MANAGER",
        memberCount: 0,
        ...capacities,
      });
    const own = { memberCapacity: 7, coordinatorCapacity: 1 };
    expect((await createGroup(manager, { networkId, ...own })).group).toMatchObject(own);
    for (const [field, value] of [
      ["memberCapacity", 0],
      ["memberCapacity", -5],
      ["coordinatorCapacity", 101],
    ] as const)
      expect((await createGroup(manager, { networkId, [field]: value })).errors).toEqual([
        { code: "INVALID_INPUT", field: [field] },
      ]);
  });

  it("is made by the network's managers; others are told so, outsiders nothing", async () => {
    const group = await world.group();
    const input = { networkId: group.networkId };
    expect(await createGroup(await group.admit(), input)).toEqual({
      group: null,
      errors: [{ code: "FORBIDDEN", field: null }],
    });
    const outsider = await world.person();
    expect(await outsider.codeOf(CREATE, { input: { ...input, name: "x", kind: "COHORT" } })).toBe(
      "NOT_FOUND",
    );
    expect(
      await outsider.codeOf(CREATE, { input: { networkId: group.id, name: "x", kind: "COHORT" } }),
    ).toBe("BAD_USER_INPUT");
  });

  it("shows who is in the network that it exists, and to its own what is in it", async () => {
    const group = await world.group();
    const member = await group.admit();
    const neighbour = await (await sameNetwork(group)).admit();
    const outsider = await world.person();
    const SEEN = `query($id: ID!) { node(id: $id) { ... on Group { name kind country viewerRole viewerCan } } }`;
    expect((await neighbour.ask(SEEN, { id: group.id })).node).toEqual({
      name: "A group",
      kind: "COHORT",
      country: "ZM",
      viewerRole: null,
      viewerCan: [],
    });
    expect((await neighbour.ask(GROUP, { id: group.id })).node.members.nodes).toEqual([]);
    expect((await member.ask(GROUP, { id: group.id })).node.members.nodes).toHaveLength(2);
    expect((await outsider.ask(GROUP, { id: group.id })).node).toBeNull();
    const { node } = await member.ask(GROUP, { id: group.id });
    const [place] = node.members.nodes;
    const PLACE = `query($id: ID!) { node(id: $id) { ... on Membership { role } } }`;
    expect((await member.ask(PLACE, { id: place.id })).node).toEqual({ role: "MANAGER" });
    expect((await neighbour.ask(PLACE, { id: place.id })).node).toBeNull();
  });
});

describe("coming and going", () => {
  it("joins and leaves a community by oneself, each once", async () => {
    const cohort = await world.group();
    const community = await sameNetwork(cohort, { kind: "COMMUNITY" });
    const ada = await cohort.admit();
    const input = { groupId: community.id };
    const [one, two] = await Promise.all([ada.ask(JOIN, { input }), ada.ask(JOIN, { input })]);
    expect(one.joinGroup).toMatchObject({
      membership: { role: "MEMBER" },
      group: { viewerRole: "MEMBER" },
      errors: [],
    });
    expect(two.joinGroup.membership).toEqual(one.joinGroup.membership);
    for (let click = 0; click < 2; click += 1)
      expect((await ada.ask(LEAVE, { input })).leaveGroup).toEqual({
        group: { viewerRole: null, viewerCan: ["JOIN"] },
        errors: [],
      });
    expect((await ada.ask(JOIN, { input })).joinGroup.errors).toEqual([]);
    await community.remove(ada);
    expect((await ada.ask(JOIN, { input })).joinGroup.errors).toEqual([{ code: "FORBIDDEN" }]);
    expect(await (await world.person()).codeOf(JOIN, { input })).toBe("NOT_FOUND");
    const neighbour = await (await sameNetwork(cohort)).admit();
    expect((await neighbour.ask(JOIN, { input: { groupId: cohort.id } })).joinGroup.errors).toEqual(
      [{ code: "FORBIDDEN" }],
    );
  });

  it("gives the seat back when a member leaves or is removed, twice clicked too", async () => {
    const group = await world.group();
    const [ada, ben] = [await group.admit(), await group.admit()];
    await ada.ask(LEAVE, { input: { groupId: group.id } });
    const input = { groupId: group.id, personId: ben.id };
    const answers = await Promise.all([
      group.manager.ask(REMOVE, { input }),
      group.manager.ask(REMOVE, { input }),
    ]);
    for (const { removeMember } of answers)
      expect(removeMember).toEqual({
        person: { id: ben.id },
        group: { memberCount: 0 },
        errors: [],
      });
    expect((await ben.ask(GROUP, { id: group.id })).node.members.nodes).toEqual([]);
  });

  it("lets coordinators remove members and managers everybody else, nobody themselves", async () => {
    const group = await world.group();
    const coordinator = await group.admit("COORDINATOR");
    const other = await group.admit("COORDINATOR");
    const [ada, ben] = [await group.admit(), await group.admit()];
    const remove = async (by: Actor, person: Actor) =>
      (await by.ask(REMOVE, { input: { groupId: group.id, personId: person.id } })).removeMember
        .errors;
    expect(await remove(ada, ben)).toEqual([{ code: "FORBIDDEN" }]);
    expect(await remove(coordinator, other)).toEqual([{ code: "FORBIDDEN" }]);
    expect(await remove(coordinator, group.manager)).toEqual([{ code: "FORBIDDEN" }]);
    expect(await remove(coordinator, coordinator)).toEqual([{ code: "FORBIDDEN" }]);
    expect(await remove(coordinator, ada)).toEqual([]);
    expect(await remove(group.manager, other)).toEqual([]);
    const outsider = await world.person();
    const input = { groupId: group.id, personId: outsider.id };
    expect(await group.manager.codeOf(REMOVE, { input })).toBe("NOT_FOUND");
    expect(await outsider.codeOf(REMOVE, { input })).toBe("NOT_FOUND");
  });
});

describe("roles", () => {
  it("keeps three coordinators exactly, when five are made at once", async () => {
    const group = await world.group();
    const people = await Promise.all(Array.from({ length: 5 }, () => group.admit()));
    const answers = await Promise.all(
      people.map((person) => changeRole(group, person, "COORDINATOR")),
    );
    const full = answers.filter((each) => each.errors.length > 0);
    expect(full.map((each) => each.errors)).toEqual(
      Array.from({ length: 2 }, () => [
        { __typename: "GroupFull", code: "GROUP_FULL", role: "COORDINATOR", capacity: 3 },
      ]),
    );
    expect((await group.manager.ask(GROUP, { id: group.id })).node).toMatchObject({
      memberCount: 2,
      coordinatorCount: 3,
    });
    expect((await coordinatorsOf(group)).memberCount).toBe(3);
  });

  it("gives a seat back when somebody becomes manager or moderator", async () => {
    const group = await world.group();
    const ada = await group.admit();
    for (const [role, memberCount, coordinatorCount] of [
      ["MODERATOR", 0, 0],
      ["COORDINATOR", 0, 1],
      ["MANAGER", 0, 0],
      ["MEMBER", 1, 0],
      ["MEMBER", 1, 0],
    ] as const) {
      expect(await changeRole(group, ada, role)).toMatchObject({
        membership: { role },
        errors: [],
      });
      expect((await ada.ask(GROUP, { id: group.id })).node).toMatchObject({
        viewerRole: role,
        memberCount,
        coordinatorCount,
      });
    }
  });

  it("lets coordinators hand over and step down, and nothing above them", async () => {
    const group = await world.group();
    const coordinator = await group.admit("COORDINATOR");
    const ada = await group.admit();
    expect((await changeRole(group, ada, "MANAGER", coordinator)).errors).toMatchObject([
      { code: "FORBIDDEN" },
    ]);
    expect((await changeRole(group, ada, "COORDINATOR", coordinator)).errors).toEqual([]);
    expect((await changeRole(group, ada, "MEMBER", coordinator)).errors).toMatchObject([
      { code: "FORBIDDEN" },
    ]);
    expect((await changeRole(group, coordinator, "MEMBER", coordinator)).errors).toEqual([]);
    expect((await changeRole(group, coordinator, "COORDINATOR", coordinator)).errors).toMatchObject(
      [{ code: "FORBIDDEN" }],
    );
  });
});

describe("the coordinators' group", () => {
  it("is there from the first moment, once", async () => {
    const { id: networkId, manager } = await world.network();
    const answer = await createGroup(manager, { networkId, kind: "COORDINATORS" });
    expect(answer).toMatchObject({
      group: { kind: "COORDINATORS", name: "Coordinators" },
      errors: [{ code: "ALREADY_EXISTS" }],
    });
    expect((await manager.ask(COORDINATORS, { id: networkId })).node.groups.nodes).toMatchObject([
      { id: answer.group.id, memberCount: 0 },
    ]);
  });

  it("has exactly who coordinates another group, through every way in and out", async () => {
    const group = await world.group();
    const second = await sameNetwork(group);
    const inside = async (person: Actor) => (await coordinatorsOf(group, person)).viewerRole;
    const ada = await group.admit("COORDINATOR");
    expect(await coordinatorsOf(group, ada)).toMatchObject({
      viewerRole: "MEMBER",
      memberCount: 1,
      coordinatorCount: 0,
    });
    await second.admit("COORDINATOR", ada);
    await changeRole(group, ada, "MEMBER");
    expect(await inside(ada)).toBe("MEMBER");
    await second.remove(ada);
    expect(await inside(ada)).toBeNull();
    await changeRole(group, ada, "COORDINATOR");
    expect(await inside(ada)).toBe("MEMBER");
    await ada.ask(LEAVE, { input: { groupId: group.id, evenIfLast: true } });
    expect(await coordinatorsOf(group, ada)).toMatchObject({ viewerRole: null, memberCount: 0 });
  });

  it("stays true when both roles of a coordinator end at once", async () => {
    const group = await world.group();
    const second = await sameNetwork(group);
    const ada = await group.admit("COORDINATOR");
    await second.admit("COORDINATOR", ada);
    await Promise.all([changeRole(group, ada, "MEMBER"), changeRole(second, ada, "MEMBER")]);
    expect(await coordinatorsOf(group, ada)).toMatchObject({ viewerRole: null, memberCount: 0 });
    await Promise.all([
      changeRole(group, ada, "COORDINATOR"),
      changeRole(second, ada, "COORDINATOR"),
    ]);
    expect(await coordinatorsOf(group, ada)).toMatchObject({
      viewerRole: "MEMBER",
      memberCount: 1,
    });
  });

  it("refuses what is done to it by hand", async () => {
    const group = await world.group();
    const ada = await group.admit("COORDINATOR");
    const { id: groupId, viewerCan } = await coordinatorsOf(group, ada);
    expect(viewerCan).toEqual(expect.arrayContaining(["READ", "START_THREAD", "ANNOUNCE"]));
    expect(viewerCan).not.toEqual(expect.arrayContaining(["LEAVE"]));
    const derived = [{ code: "MEMBERSHIP_DERIVED" }];
    const { manager } = group;
    const personId = ada.id;
    const invite = `mutation($input: InviteToGroupInput!) { answer: inviteToGroup(input: $input) { errors { code } } }`;
    const link = `mutation($input: CreateInvitationLinkInput!) { answer: createInvitationLink(input: $input) { errors { code } } }`;
    expect((await ada.ask(LEAVE, { input: { groupId } })).leaveGroup.errors).toEqual(derived);
    expect((await manager.ask(JOIN, { input: { groupId } })).joinGroup.errors).toEqual(derived);
    expect(
      (await manager.ask(REMOVE, { input: { groupId, personId } })).removeMember.errors,
    ).toEqual(derived);
    expect(
      (await manager.ask(ROLE, { input: { groupId, personId, role: "MANAGER" } })).changeRole
        .errors,
    ).toMatchObject(derived);
    expect(
      (await manager.ask(invite, { input: { groupId, role: "MEMBER", emails: ["a@b.example"] } }))
        .answer.errors,
    ).toEqual(derived);
    expect((await manager.ask(link, { input: { groupId, role: "MEMBER" } })).answer.errors).toEqual(
      derived,
    );
    const outsider = await world.person();
    expect(await outsider.codeOf(LEAVE, { input: { groupId } })).toBe("NOT_FOUND");
  });
});
