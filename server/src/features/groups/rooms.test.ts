import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { globalId } from "../../platform/graphql/ids.ts";
import { send, TestGroup, World, type Actor, type Data } from "../../testing/world.ts";

/** Everything that somebody can ask about a network and a group of it, cursors and counts with it. */
const ALL = `query($id: ID!, $networkId: ID!) {
  viewer { liveCursor groups { nodes { id name liveCursor unreadThreadCount } } inbox { unreadThreadCount mentions { nodes { id } } }
    networks { nodes { id liveCursor memberCount } } }
  group: node(id: $id) { ... on Group { liveCursor name memberCount coordinatorCount lastActivityAt unreadThreadCount viewerCan
    roomOf { id } viewerActions { action allowed reason { code message } } threads { nodes { id } }
    members(first: 100) { nodes { id role } } } }
  network: node(id: $networkId) { ... on Network { liveCursor memberCount countries { country memberCount groupCount }
    groups(first: 100) { nodes { id name memberCount } } coordinators: groups(kind: COORDINATORS) { nodes { id } }
    board(first: 100) { nodes { id } } boardSummary { groupCount attentionCount waitingCount } } } }`;
const GROUP_LIVE = `subscription($id: ID!, $after: Cursor) { groupUpdates(groupId: $id, after: $after) { __typename
  ... on LiveUpdate { seq prev cursor } ... on Ended { reason } ... on GroupEdited { group { name } }
  ... on GroupMovedOn { from group { state viewerCan } } ... on ThreadStarted { thread { id } } } }`;
const NETWORK_LIVE = `subscription($id: ID!) { networkUpdates(networkId: $id) { __typename } }`;
const INBOX_LIVE = `subscription { inboxUpdates { __typename ... on GroupJoined { group { id kind name roomOf { id } } } ... on GroupLeft { groupId } } }`;
const ROOM = `room { id name kind visibility viewerRole viewerCan memberCount roomOf { id } members { nodes { id person { id } } } }`;

let world: World;
let group: TestGroup;
let lead: Actor;
let second: Actor;
let member: Actor;
let neighbour: Actor;
let manager: Actor;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
});
afterAll(() => world.close());
beforeEach(async () => {
  group = await world.group();
  manager = group.manager;
  [lead, second] = [await group.admit("COORDINATOR"), await group.admit("COORDINATOR")];
  member = await group.admit();
  neighbour = await (await beside({ name: "Beside" })).admit();
});

async function beside(input: Data): Promise<TestGroup> {
  const wanted = { networkId: group.networkId, kind: "COHORT", ...input };
  const made = await manager.act("createGroup", wanted, "group { id }");
  return new TestGroup(world, { id: made["group"].id, networkId: group.networkId, manager });
}
const groupId = () => ({ groupId: group.id });
const open = async (by = lead): Promise<Data> => {
  const { room, errors } = await by.act("openCoordinatorsRoom", groupId(), ROOM);
  expect(errors).toEqual([]);
  return room;
};
const inRoom = (room: Data) =>
  new TestGroup(world, { id: room["id"], networkId: group.networkId, manager });
const peopleIn = (room: Data): string[] =>
  room["members"].nodes.map(({ person }: Data) => person.id).toSorted();
const idsOf = (...people: Actor[]) => people.map(({ id }) => id).toSorted();
async function roleOf(who: Actor, role: string, by = manager): Promise<void> {
  const input = { ...groupId(), personId: who.id, role, evenIfLast: true };
  expect((await by.act("changeRole", input))["errors"]).toEqual([]);
}
async function heard(by: Actor, source: string, id?: string) {
  const live = await by.follow(source, { id });
  expect((await live.next())["__typename"]).toBe("Live");
  return live;
}

describe("the room of a group's coordinators", () => {
  it("is made once with all of them in it, whoever of them asks first", async () => {
    const own = await heard(second, INBOX_LIVE);
    const [one, two] = await Promise.all([open(), open(second)]);
    expect(one).toMatchObject({
      id: two["id"],
      name: "Coordinators of A group",
      kind: "COORDINATORS",
      visibility: "CONFIDENTIAL",
      viewerRole: "MEMBER",
      viewerCan: ["READ", "SEE_MEMBERS", "START_THREAD", "ANNOUNCE"],
      memberCount: 2,
      roomOf: { id: group.id },
    });
    expect(peopleIn(one)).toEqual(idsOf(lead, second));
    expect((await own.nextOf("GroupJoined"))["group"]).toMatchObject({
      id: one["id"],
      roomOf: { id: group.id },
    });
    await own.drop();
    for (const who of [member, manager, neighbour])
      expect(await who.refusalOf("openCoordinatorsRoom", groupId())).toBe("FORBIDDEN");
    const outsider = await world.person();
    expect(await outsider.refusalOf("openCoordinatorsRoom", groupId())).toBe("NOT_FOUND");
    // A room has no room of its own.
    expect(await lead.refusalOf("openCoordinatorsRoom", { groupId: one["id"] })).toBe("FORBIDDEN");
  });

  it("leaves every answer that its members and managers get as it would be without it", async () => {
    const others = [member, manager, neighbour];
    const { networkId } = group;
    const streams = [
      await heard(member, GROUP_LIVE, group.id),
      await heard(manager, GROUP_LIVE, group.id),
      ...(await Promise.all(others.map((who) => heard(who, NETWORK_LIVE, networkId)))),
      ...(await Promise.all(others.map((who) => heard(who, INBOX_LIVE)))),
    ];
    const all = async () =>
      JSON.stringify(
        await Promise.all(others.map((who) => who.ask(ALL, { id: group.id, networkId }))),
      );
    const before = await all();
    const room = await open();
    const named = others.map(({ id }) => `[@Somebody](person:${id})`).join(" ");
    const thread = await inRoom(room).thread(lead, { title: "Handing over", body: named });
    await send(second, thread.id, `[@coordinators](role:coordinators) and ${named}`);
    await world.settle();
    expect(await all()).toBe(before);
    for (const live of streams) await live.expectSilence(100);
    await Promise.all(streams.map((live) => live.drop()));
    const { viewer } = await second.ask(
      `{ viewer { groups { nodes { id } } inbox { unreadThreadCount } } }`,
    );
    expect(viewer.groups.nodes).toContainEqual({ id: room["id"] });
    expect(viewer.inbox.unreadThreadCount).toBe(1);
  });

  it("is to its members and managers what never was, by every door, without waiting for its lock", async () => {
    const room = await open();
    const thread = await inRoom(room).thread(lead);
    const [place] = room["members"].nodes;
    const real = {
      group: room["id"],
      place: place.id,
      thread: thread.id,
      message: thread.messageId,
    };
    const never = {
      group: globalId("Group", randomUUID()),
      place: globalId("Membership", randomUUID()),
      thread: globalId("Thread", randomUUID()),
      message: globalId("Message", randomUUID()),
    };
    const doors = async (who: Actor, ids: typeof real): Promise<string> => {
      const answers: unknown[] = [];
      for (const id of Object.values(ids))
        answers.push(
          await who.tryAsk(`query($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }`, {
            id,
          }),
        );
      const person = { personId: lead.id };
      const said = { body: "B", clientKey: randomUUID() };
      for (const [name, input] of Object.entries({
        openCoordinatorsRoom: { groupId: ids.group },
        joinGroup: { groupId: ids.group },
        leaveGroup: { groupId: ids.group },
        editGroup: { groupId: ids.group, name: "Mine" },
        moveGroupOn: { groupId: ids.group, state: "SEALED" },
        inviteToGroup: { groupId: ids.group, role: "MEMBER", emails: ["a@people.example"] },
        createInvitationLink: { groupId: ids.group, role: "MEMBER" },
        removeMember: { groupId: ids.group, ...person },
        changeRole: { groupId: ids.group, ...person, role: "MANAGER" },
        handOnRole: { groupId: ids.group, toPersonId: lead.id },
        placeGroup: { groupId: ids.group },
        setJoiningForm: { groupId: ids.group, questions: [] },
        announceToGroups: { groupIds: [ids.group], title: "T", ...said },
        startThread: { groupId: ids.group, title: "T", kind: "DISCUSSION", ...said },
        sendMessage: { threadId: ids.thread, ...said },
        markRead: { threadId: ids.thread, seq: 1 },
        react: { messageId: ids.message, emoji: "👍", on: true },
      }))
        answers.push([name, await who.refusalOf(name, input)]);
      for (const [field, argument, id] of [
        ["groupUpdates", "groupId", ids.group],
        ["presence", "groupId", ids.group],
        ["threadUpdates", "threadId", ids.thread],
      ])
        answers.push(
          await who
            .follow(`subscription($id: ID!) { ${field}(${argument}: $id) { __typename } }`, { id })
            .then(
              () => "told",
              (error: Error) => error.message,
            ),
        );
      const text = JSON.stringify(answers);
      return Object.values(ids).reduce((left, id) => left.replaceAll(id, ""), text);
    };
    for (const who of [member, manager, neighbour]) {
      const unknown = await doors(who, never);
      expect(await doors(who, real)).toBe(unknown);
      expect(unknown).not.toContain("told");
    }
    const { db } = world.house.database;
    const uuid = Buffer.from(real.group, "base64url").toString().split(":")[1] ?? "";
    await db.transaction().execute(async (busy) => {
      await busy.selectFrom("channel").selectAll().where("id", "=", uuid).forUpdate().execute();
      // Were its lock waited for, these would come back when it is free, which is after them.
      for (const name of ["openCoordinatorsRoom", "joinGroup", "leaveGroup"])
        expect(await manager.refusalOf(name, { groupId: real.group })).toBe("NOT_FOUND");
      expect(await member.refusalOf("openCoordinatorsRoom", groupId())).toBe("FORBIDDEN");
      // Nor does it hold up what is done in the group to those who are not in it.
      const promotion = { ...groupId(), personId: member.id, role: "MODERATOR" };
      expect(await manager.refusalOf("changeRole", promotion)).toBeNull();
      expect(await member.refusalOf("leaveGroup", groupId())).toBeNull();
    });
  });

  it("follows the role at once, on open sockets too, by whatever way it comes or goes", async () => {
    const room = await open();
    const now = async () => peopleIn(await open());
    const follow = (who: Actor) => heard(who, GROUP_LIVE, room["id"]);
    const ends = async (live: Awaited<ReturnType<typeof follow>>, reason: string) => {
      await inRoom(room).thread(lead, { title: "After it" });
      expect(await live.nextOf("Ended")).toMatchObject({ reason });
      expect(await live.next()).toEqual({ __typename: "<end>" });
    };
    const secondSees = await follow(second);
    await roleOf(second, "MEMBER");
    await ends(secondSees, "REMOVED");
    expect(await now()).toEqual(idsOf(lead));

    await roleOf(member, "COORDINATOR", lead);
    const third = await group.admit("COORDINATOR");
    expect(await now()).toEqual(idsOf(lead, member, third));

    const memberSees = await follow(member);
    await member.act("handOnRole", { ...groupId(), toPersonId: second.id });
    await ends(memberSees, "LEFT");
    expect(await now()).toEqual(idsOf(lead, second, third));

    const thirdSees = await follow(third);
    await third.act("leaveGroup", groupId());
    await ends(thirdSees, "LEFT");
    const again = await follow(second);
    await group.remove(second);
    await ends(again, "REMOVED");
    expect(await now()).toEqual(idsOf(lead));

    await roleOf(member, "COORDINATOR");
    const last = await follow(member);
    const leaving = { networkId: group.networkId, evenIfLast: true };
    expect(await member.refusalOf("leaveNetwork", leaving)).toBeNull();
    await ends(last, "LEFT");
    expect(await now()).toEqual(idsOf(lead));
    // Whoever coordinates another group of the network has no place in this one's room.
    const other = await beside({ name: "Other" });
    await other.admit("COORDINATOR");
    expect(await now()).toEqual(idsOf(lead));
    expect(await lead.refusalOf("leaveGroup", { groupId: room["id"] })).toBe("MEMBERSHIP_DERIVED");
  });

  it("is called after its group and sealed with it, and goes its own way in nothing", async () => {
    const room = await open();
    const live = await heard(second, GROUP_LIVE, room["id"]);
    await lead.act("editGroup", { ...groupId(), name: "Lusaka midwives" });
    expect(await live.nextOf("GroupEdited")).toMatchObject({
      group: { name: "Coordinators of Lusaka midwives" },
    });
    await lead.act("editGroup", { ...groupId(), description: "Something" });
    const move = (state: string) => manager.act("moveGroupOn", { ...groupId(), state });
    await move("GRADUATED");
    await live.expectSilence(100);
    // A group that takes nobody new still makes its members coordinators, and they come into its room.
    await roleOf(member, "COORDINATOR");
    expect(peopleIn(await open())).toEqual(idsOf(lead, second, member));
    await move("SEALED");
    expect(await live.nextOf("GroupMovedOn")).toMatchObject({
      from: "ACTIVE",
      group: { state: "SEALED", viewerCan: ["READ", "SEE_MEMBERS"] },
    });
    expect((await open())["id"]).toBe(room["id"]);
    const thread = { title: "T", kind: "DISCUSSION", body: "B" };
    const say = () => ({ groupId: room["id"], ...thread, clientKey: randomUUID() });
    expect(await lead.refusalOf("startThread", say())).toMatch(/^GROUP_SEALED/);
    await move("GRADUATED");
    expect(await lead.refusalOf("startThread", say())).toBeNull();
    await live.drop();

    // Even who manages the network and is in the room changes it only with the group.
    await roleOf(second, "MEMBER");
    await roleOf(manager, "COORDINATOR");
    const id = { groupId: room["id"] };
    expect(await manager.refusalOf("editGroup", { ...id, name: "Ours" })).toBe(
      "MEMBERSHIP_DERIVED",
    );
    expect(await manager.refusalOf("moveGroupOn", { ...id, state: "SEALED" })).toMatch(
      /^(MEMBERSHIP_DERIVED|FORBIDDEN)/,
    );
    expect(await manager.refusalOf("placeGroup", id)).toBe("MEMBERSHIP_DERIVED groupId");
    const sealed = await beside({ name: "Done" });
    const its = await sealed.admit("COORDINATOR");
    await manager.act("moveGroupOn", { groupId: sealed.id, state: "SEALED" });
    expect(await its.refusalOf("openCoordinatorsRoom", { groupId: sealed.id })).toBe(
      "GROUP_SEALED",
    );
  });
});
