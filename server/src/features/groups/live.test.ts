import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { World, type Actor, type TestGroup } from "../../testing/world.ts";

const FOLLOW = `subscription($groupId: ID!, $after: Cursor) { groupUpdates(groupId: $groupId, after: $after) {
  __typename ... on LiveUpdate { cursor seq prev }
  ... on MemberAdmitted { group { id memberCount coordinatorCount } membership { id role person { id } } }
  ... on MemberRemoved { group { memberCount } person { id } }
  ... on MemberLeft { group { memberCount } person { id } }
  ... on RoleChanged { group { coordinatorCount } membership { role person { id } } }
  ... on GroupEdited { group { name country } }
  ... on Skipped { from to } ... on Ended { reason } ... on Reset { reason } } }`;
const FOLLOW_NETWORK = `subscription($networkId: ID!, $after: Cursor) { networkUpdates(networkId: $networkId, after: $after) {
  __typename ... on LiveUpdate { cursor seq prev } ... on GroupCreated { group { id name } } ... on GroupEdited { group { id name } } } }`;
const FOLLOW_INBOX = `subscription($after: Cursor) { inboxUpdates(after: $after) {
  __typename ... on LiveUpdate { cursor seq prev } ... on GroupJoined { group { id viewerRole } } ... on GroupLeft { groupId } } }`;
const SNAPSHOT = `query($id: ID!) { node(id: $id) { ... on Group { liveCursor memberCount coordinatorCount
  members(first: 100) { nodes { id role person { id } } } } } }`;
const EDIT = `mutation($input: EditGroupInput!) { editGroup(input: $input) { group { name country description } errors { code field } } }`;
const LEAVE = `mutation($input: LeaveGroupInput!) { leaveGroup(input: $input) { errors { code } } }`;
const ROLE = `mutation($input: ChangeRoleInput!) { changeRole(input: $input) { errors { code } } }`;

let world: World;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
});
afterAll(() => world.close());

const snapshot = async (group: TestGroup, who: Actor) =>
  (await who.ask(SNAPSHOT, { id: group.id })).node;
async function followed(group: TestGroup, who: Actor) {
  const { liveCursor } = await snapshot(group, who);
  const live = await who.follow(FOLLOW, { groupId: group.id, after: liveCursor });
  expect((await live.next()).__typename).toBe("Live");
  return live;
}

describe("what a group's followers are told", () => {
  it("is everybody who comes, goes or changes, in order", async () => {
    const group = await world.group();
    const watcher = await group.admit();
    const live = await followed(group, watcher);
    const ada = await group.admit();
    expect(await live.next()).toMatchObject({
      __typename: "MemberAdmitted",
      group: { memberCount: 2 },
      membership: { role: "MEMBER", person: { id: ada.id } },
    });
    await group.manager.ask(ROLE, {
      input: { groupId: group.id, personId: ada.id, role: "COORDINATOR" },
    });
    expect(await live.next()).toMatchObject({
      __typename: "RoleChanged",
      group: { coordinatorCount: 1 },
      membership: { role: "COORDINATOR", person: { id: ada.id } },
    });
    await ada.ask(LEAVE, { input: { groupId: group.id, reason: "A new post", evenIfLast: true } });
    expect(await live.next()).toMatchObject({ __typename: "MemberLeft", person: { id: ada.id } });
    const ben = await group.admit();
    expect(await live.next()).toMatchObject({ __typename: "MemberAdmitted" });
    await group.remove(ben);
    expect(await live.next()).toMatchObject({
      __typename: "MemberRemoved",
      person: { id: ben.id },
      group: { memberCount: 1 },
    });
    await group.manager.ask(EDIT, { input: { groupId: group.id, name: "Renamed" } });
    expect(await live.next()).toMatchObject({
      __typename: "GroupEdited",
      group: { name: "Renamed", country: "ZM" },
    });
    // Inviting concerns nobody who reads.
    await group.invite();
    await live.expectSilence();
    await live.drop();
  });

  it("brings a snapshot to what a fresh one says", async () => {
    const group = await world.group();
    const watcher = await group.admit();
    const before = await snapshot(group, watcher);
    const people = [await group.admit(), await group.admit("COORDINATOR"), await group.admit()];
    await group.remove(people[0]);
    await group.manager.ask(ROLE, {
      input: { groupId: group.id, personId: people[2].id, role: "MODERATOR" },
    });
    const live = await watcher.follow(FOLLOW, { groupId: group.id, after: before.liveCursor });
    const members = new Map(
      before.members.nodes.map((each: { person: { id: string } }) => [each.person.id, each]),
    );
    for (
      let update = await live.next();
      update["__typename"] !== "Live";
      update = await live.next()
    ) {
      if (update["membership"])
        members.set(update["membership"].person.id, expect.objectContaining(update["membership"]));
      if (update["person"]) members.delete(update["person"].id);
    }
    const after = await snapshot(group, watcher);
    expect([...members.values()]).toEqual(after.members.nodes);
    await live.drop();
  });

  it("ends for who is removed, with nothing after it, and says why", async () => {
    const group = await world.group();
    const [ada, ben] = [await group.admit(), await group.admit()];
    const [adas, bens] = [await followed(group, ada), await followed(group, ben)];
    await group.remove(ada);
    await group.admit();
    expect(await adas.next()).toMatchObject({ __typename: "Ended", reason: "REMOVED" });
    expect((await adas.next()).__typename).toBe("<end>");
    await ben.ask(LEAVE, { input: { groupId: group.id } });
    expect(await bens.nextOf("Ended")).toMatchObject({ reason: "LEFT" });
    expect((await bens.next()).__typename).toBe("<end>");
    await expect(ada.follow(FOLLOW, { groupId: group.id })).rejects.toMatchObject({
      extensions: { code: "NOT_FOUND" },
    });
  });

  it("ends in the coordinators' group with the role that led there", async () => {
    const group = await world.group();
    const ada = await group.admit("COORDINATOR");
    const COORDINATORS = `query($id: ID!) { node(id: $id) { ... on Network { groups(kind: COORDINATORS) { nodes { id } } } } }`;
    const [{ id }] = (await ada.ask(COORDINATORS, { id: group.networkId })).node.groups.nodes;
    const live = await ada.follow(FOLLOW, { groupId: id });
    const home = await followed(group, ada);
    expect((await live.next()).__typename).toBe("Live");
    await group.manager.ask(ROLE, {
      input: { groupId: group.id, personId: ada.id, role: "MEMBER", evenIfLast: true },
    });
    expect(await live.next()).toMatchObject({ __typename: "Ended", reason: "REMOVED" });
    expect(await home.next()).toMatchObject({
      __typename: "RoleChanged",
      membership: { role: "MEMBER" },
    });
    await home.expectSilence();
    await home.drop();
  });

  it("leaves out what happened while somebody was no member", async () => {
    const group = await world.group();
    const ada = await group.admit();
    const { liveCursor } = await snapshot(group, ada);
    await group.remove(ada);
    await group.admit();
    await group.admit("MEMBER", ada);
    const live = await ada.follow(FOLLOW, { groupId: group.id, after: liveCursor });
    expect((await live.next()).__typename).toBe("Skipped");
    expect(await live.next()).toMatchObject({
      __typename: "MemberAdmitted",
      membership: { person: { id: ada.id } },
    });
    expect((await live.next()).__typename).toBe("Live");
    await live.drop();
  });

  it("is for members alone: neither neighbours, nor managers of the network, nor outsiders", async () => {
    const group = await world.group();
    const outsider = await world.person();
    await group.manager.ask(LEAVE, { input: { groupId: group.id } });
    for (const who of [outsider, group.manager])
      await expect(who.follow(FOLLOW, { groupId: group.id })).rejects.toMatchObject({
        extensions: { code: "NOT_FOUND" },
      });
    await expect(
      outsider.follow(FOLLOW_NETWORK, { networkId: group.networkId }),
    ).rejects.toMatchObject({ extensions: { code: "NOT_FOUND" } });
    await expect(world.stranger.follow(FOLLOW, { groupId: group.id })).rejects.toMatchObject({
      extensions: { code: "UNAUTHENTICATED" },
    });
  });
});

describe("what networks and persons are told", () => {
  it("is new and edited groups, and where one came in or went out", async () => {
    const group = await world.group();
    const ada = await group.admit();
    const network = await ada.follow(FOLLOW_NETWORK, { networkId: group.networkId });
    const own = await ada.follow(FOLLOW_INBOX);
    expect([(await network.next()).__typename, (await own.next()).__typename]).toEqual([
      "Live",
      "Live",
    ]);
    const { createGroup } = await group.manager.ask(
      `mutation($input: CreateGroupInput!) { createGroup(input: $input) { group { id } } }`,
      { input: { networkId: group.networkId, name: "Open", kind: "COMMUNITY" } },
    );
    const { id } = createGroup.group;
    expect(await network.next()).toMatchObject({
      __typename: "GroupCreated",
      group: { id, name: "Open" },
    });
    await group.manager.ask(EDIT, { input: { groupId: group.id, name: "Other" } });
    expect(await network.next()).toMatchObject({
      __typename: "GroupEdited",
      group: { id: group.id, name: "Other" },
    });
    await ada.ask(
      `mutation($input: JoinGroupInput!) { joinGroup(input: $input) { errors { code } } }`,
      { input: { groupId: id } },
    );
    expect(await own.next()).toMatchObject({
      __typename: "GroupJoined",
      group: { id, viewerRole: "MEMBER" },
    });
    await ada.ask(LEAVE, { input: { groupId: id } });
    expect(await own.next()).toMatchObject({ __typename: "GroupLeft", groupId: id });
    await network.drop();
    await own.drop();
  });
});

describe("editing a group", () => {
  it("is for coordinators and managers, keeps what is left out and refuses an empty name", async () => {
    const group = await world.group();
    const coordinator = await group.admit("COORDINATOR");
    const edit = async (who: Actor, input: object) =>
      (await who.ask(EDIT, { input: { groupId: group.id, ...input } })).editGroup;
    expect(await edit(coordinator, { description: " Rotas \n and more ", country: null })).toEqual({
      group: { name: "A group", country: null, description: "Rotas \n and more" },
      errors: [],
    });
    for (const name of [null, "", " \u202e\u0000 ", "x".repeat(121)])
      expect((await edit(coordinator, { name })).errors).toMatchObject([
        { code: "INVALID_INPUT", field: ["name"] },
      ]);
    expect((await edit(await group.admit(), { name: "Mine" })).errors).toMatchObject([
      { code: "FORBIDDEN" },
    ]);
  });
});
