import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { uuidOf } from "../../platform/graphql/ids.ts";
import { send, World, type Actor, type TestGroup } from "../../testing/world.ts";
import { endCircles } from "./jobs.ts";

const FOLLOW = `subscription($groupId: ID!) { groupUpdates(groupId: $groupId) { __typename
  ... on GroupMovedOn { from reason group { state nextStates viewerCan viewerActions { action allowed reason { code message } } } } } }`;

let world: World;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
});
afterAll(() => world.close());

const move = (group: TestGroup, state: string, by: Actor = group.manager) =>
  by.refusalOf("moveGroupOn", { groupId: group.id, state });

describe("the life of a group", () => {
  it("moves on, shown to all who follow with what they may do now", async () => {
    const group = await world.group();
    const coordinator = await group.admit("COORDINATOR");
    const member = await group.admit();
    const live = await member.follow(FOLLOW, { groupId: group.id });
    await coordinator.act("moveGroupOn", {
      groupId: group.id,
      state: "SELF_SUSTAINING",
      reason: "You need us no more",
    });
    const told = await live.nextOf("GroupMovedOn");
    expect(told).toMatchObject({
      from: "ACTIVE",
      reason: "You need us no more",
      group: { state: "SELF_SUSTAINING", nextStates: [] },
    });
    expect(told["group"].viewerCan).toContain("INVITE");
    // Each member invites members there, and nobody but who leads a coordinator.
    const invite = { groupId: group.id, emails: [`${randomUUID()}@people.example`] };
    expect(await member.refusalOf("inviteToGroup", { ...invite, role: "MEMBER" })).toBeNull();
    expect(await member.refusalOf("inviteToGroup", { ...invite, role: "COORDINATOR" })).toBe(
      "FORBIDDEN role",
    );
    expect(await move(group, "SELF_SUSTAINING", coordinator)).toBeNull();
    expect(await move(group, "FORMING", coordinator)).toBe("FORBIDDEN state");
    expect(await move(group, "GRADUATED", member)).toBe("FORBIDDEN");
    await live.drop();
  });

  it("lets nobody new into a graduated group, by whatever way", async () => {
    const group = await world.group("COMMUNITY");
    const token = await group.invite();
    const neighbour = await (await world.group()).admit();
    await group.manager.act("moveGroupOn", { groupId: group.id, state: "GRADUATED" });
    expect(await neighbour.refusalOf("acceptInvitation", { token })).toBe("GROUP_CLOSED");
    const invite = { groupId: group.id, role: "MEMBER", emails: ["a@people.example"] };
    expect(await group.manager.refusalOf("inviteToGroup", invite)).toBe("GROUP_CLOSED");
    await group.thread(group.manager);
  });

  it("is not joined while it is forming, but by who was invited", async () => {
    const home = await world.group();
    const { group } = await home.manager.act(
      "createGroup",
      { networkId: home.networkId, name: "New", kind: "COMMUNITY", state: "FORMING" },
      "group { id state }",
    );
    const ada = await home.admit();
    expect(group.state).toBe("FORMING");
    expect(await ada.refusalOf("joinGroup", { groupId: group.id })).toBe("FORBIDDEN");
    await home.manager.act("moveGroupOn", { groupId: group.id, state: "ACTIVE" });
    expect(await ada.refusalOf("joinGroup", { groupId: group.id })).toBeNull();
    for (const state of ["SEALED", "GRADUATED", "SELF_SUSTAINING"])
      expect(
        await home.manager.refusalOf("createGroup", {
          networkId: home.networkId,
          name: "New",
          kind: "COHORT",
          state,
        }),
      ).toBe("INVALID_INPUT state");
  });

  it("ends sealed: it is read, nothing is written or changed, and one can leave", async () => {
    const group = await world.group();
    const coordinator = await group.admit("COORDINATOR");
    const member = await group.admit();
    const thread = await group.thread(member);
    const { message } = await send(member, thread.id, "The last word");
    const token = await group.invite();
    const clientKey = randomUUID();
    await send(member, thread.id, "Sent in time", { clientKey });
    expect(await move(group, "SEALED", coordinator)).toBeNull();
    const { id: groupId } = group;
    const threadId = thread.id;
    const messageId = message.id;
    const key = () => ({ clientKey: randomUUID() });
    for (const [by, name, input] of [
      [member, "sendMessage", { threadId, body: "Late", ...key() }],
      [
        member,
        "startThread",
        { groupId, title: "Late", kind: "DISCUSSION", body: "Late", ...key() },
      ],
      [member, "editMessage", { messageId, body: "Late", expectedVersion: 1 }],
      [member, "withdrawMessage", { messageId }],
      [member, "react", { messageId, emoji: "👍", on: true }],
      [coordinator, "pinMessage", { messageId, on: true }],
      [coordinator, "renameThread", { threadId, title: "Late" }],
      [coordinator, "closeThread", { threadId }],
      [coordinator, "editGroup", { groupId, name: "Late" }],
      [coordinator, "inviteToGroup", { groupId, role: "MEMBER", emails: ["a@people.example"] }],
      [await world.person(), "acceptInvitation", { token }],
    ] as [Actor, string, object][])
      expect([name, (await by.refusalOf(name, input))?.split(" ")[0]]).toEqual([
        name,
        "GROUP_SEALED",
      ]);
    const role = { groupId, personId: member.id, role: "COORDINATOR" };
    expect(await group.manager.refusalOf("changeRole", role)).toBe("GROUP_SEALED role");
    // What was sent in time is answered as it was; what was read can be marked so.
    expect(await send(member, threadId, "Sent in time", { clientKey })).toMatchObject({
      message: { body: "Sent in time" },
      errors: [],
    });
    expect(await member.refusalOf("markRead", { threadId, seq: 2 })).toBeNull();
    const READ = `query($id: ID!) { node(id: $id) { ... on Thread { viewerCan messages(first: 9) { nodes { body viewerCan } } } } }`;
    const { node } = await member.ask(READ, { id: threadId });
    expect(node.viewerCan).toEqual([]);
    expect(node.messages.nodes).toHaveLength(3);
    expect(node.messages.nodes[1].viewerCan).toEqual([]);
    expect(await move(group, "GRADUATED", coordinator)).toBe("FORBIDDEN state");
    expect(await member.refusalOf("leaveGroup", { groupId })).toBeNull();
    expect(await move(group, "GRADUATED")).toBeNull();
    expect((await send(coordinator, threadId, "Once more"))["errors"]).toEqual([]);
  });

  it("is no matter of the coordinators' group", async () => {
    const group = await world.group();
    const COORDINATORS = `query($id: ID!) { node(id: $id) { ... on Network { groups(kind: COORDINATORS) { nodes { id nextStates viewerActions { action allowed reason { code } } } } } } }`;
    const [own] = (await group.manager.ask(COORDINATORS, { id: group.networkId })).node.groups
      .nodes;
    expect(own.nextStates).toEqual([]);
    expect(await group.manager.refusalOf("moveGroupOn", { groupId: own.id, state: "SEALED" })).toBe(
      "MEMBERSHIP_DERIVED",
    );
  });
});

describe("a circle", () => {
  it("graduates on its end, rests for two weeks and is sealed; what is opened again rests again", async () => {
    const home = await world.group();
    const { database, live } = world.house;
    const day = (days: number) =>
      new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const circle = { kind: "COMMUNITY", field: "MIDWIFERY", startsOn: day(-42), name: "Circle" };
    const make = async (endsOn: string) => {
      const wanted = { networkId: home.networkId, ...circle, endsOn };
      return (await home.manager.act("createGroup", wanted, "group { id }"))["group"].id as string;
    };
    const [over, going] = [await make(day(-1)), await make(day(1))];
    const states = async () =>
      Promise.all(
        [over, going].map(
          async (id) =>
            (
              await home.manager.ask(
                `query($id: ID!) { node(id: $id) { ... on Group { state } } }`,
                { id },
              )
            ).node.state,
        ),
      );
    const tick = () => endCircles.work({ db: database.db, live }, {});
    await tick();
    await tick();
    expect(await states()).toEqual(["GRADUATED", "ACTIVE"]);
    const rest = (id: string) =>
      database.db
        .updateTable("group")
        .set({ stateSince: new Date(Date.now() - 15 * 86_400_000) })
        .where("id", "=", uuidOf("Group", id))
        .execute();
    await rest(over);
    await tick();
    expect(await states()).toEqual(["SEALED", "ACTIVE"]);
    await home.manager.act("moveGroupOn", { groupId: over, state: "GRADUATED" });
    await tick();
    expect(await states()).toEqual(["GRADUATED", "ACTIVE"]);
  });
});
