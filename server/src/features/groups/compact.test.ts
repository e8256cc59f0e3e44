import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { send, World, type Actor, type TestGroup } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
});
afterAll(() => world.close());

const FOLLOW = `subscription($groupId: ID!) { groupUpdates(groupId: $groupId) { __typename
  ... on CompactWritten { group { compact { version body change writtenBy { id } } viewerCompactVersion } }
  ... on CompactAgreed { membership { person { id } compactVersion } group { viewerCompactVersion } } } }`;
const SEEN = `query($id: ID!) { node(id: $id) { ... on Group { compact { version body writtenBy { id } }
  viewerCompactVersion compactVersions { version change } membersNotAgreed(first: 1) { nodes { person { id } }
  pageInfo { hasNextPage endCursor } } } } }`;

const seenBy = async (actor: Actor, { id }: TestGroup) => (await actor.ask(SEEN, { id }))["node"];
const write = (group: TestGroup, body: string, more: object = {}) =>
  group.manager.act("writeCompact", { groupId: group.id, body, ...more });

describe("the compact of a group", () => {
  it("is written in versions, and members are asked to agree again to each", async () => {
    const group = await world.group();
    const member = await group.admit();
    const live = await member.follow(FOLLOW, { groupId: group.id });
    await write(group, "What is said here stays here.");
    expect(await live.nextOf("CompactWritten")).toMatchObject({
      group: {
        compact: { version: 1, change: null, writtenBy: { id: group.manager.id } },
        viewerCompactVersion: null,
      },
    });
    // Who writes it agrees to it.
    expect((await live.nextOf("CompactAgreed"))["membership"]).toEqual({
      person: { id: group.manager.id },
      compactVersion: 1,
    });
    await member.act("agreeToCompact", { groupId: group.id, version: 1 });
    expect(await live.nextOf("CompactAgreed")).toMatchObject({
      membership: { person: { id: member.id }, compactVersion: 1 },
      group: { viewerCompactVersion: 1 },
    });
    await write(group, "What is said here stays here. We ask first.", { change: "We ask first" });
    await live.nextOf("CompactWritten");
    const manager = await seenBy(group.manager, group);
    expect(manager.membersNotAgreed.nodes).toEqual([{ person: { id: member.id } }]);
    expect(manager.membersNotAgreed.pageInfo.hasNextPage).toBe(false);
    expect(await seenBy(member, group)).toMatchObject({
      viewerCompactVersion: 1,
      compactVersions: [
        { version: 2, change: "We ask first" },
        { version: 1, change: null },
      ],
      // Who has not agreed is for who leads.
      membersNotAgreed: { nodes: [] },
    });
    expect(await member.refusalOf("agreeToCompact", { groupId: group.id, version: 1 })).toBe(
      "VERSION_CONFLICT version",
    );
    // Nothing waits for it.
    await send(member, (await group.thread(member)).id, "Still talking");
    await live.drop();
  });

  it("asks nobody again for a text that is the same, and keeps two writers apart", async () => {
    const group = await world.group();
    await write(group, "One", { expectedVersion: 0 });
    await write(group, "One\r\n", { expectedVersion: 0 });
    expect((await seenBy(group.manager, group)).compactVersions).toHaveLength(1);
    const late = { groupId: group.id, body: "Two", expectedVersion: 0 };
    expect(await group.manager.refusalOf("writeCompact", late)).toBe(
      "VERSION_CONFLICT expectedVersion",
    );
    expect(await group.manager.refusalOf("writeCompact", { groupId: group.id, body: " " })).toBe(
      "INVALID_INPUT body",
    );
    const member = await group.admit();
    expect(await member.refusalOf("writeCompact", { groupId: group.id, body: "Mine" })).toBe(
      "FORBIDDEN",
    );
  });

  it("is shown to who holds an invitation while it is good, and agreed on in the act of joining", async () => {
    const group = await world.group();
    await write(group, "Be here for each other.");
    const token = await group.invite();
    const preview = `query($token: String!) { invitation(token: $token) { compact { version body writtenBy { id } } } }`;
    expect(await world.stranger.ask(preview, { token })).toEqual({
      invitation: { compact: { version: 1, body: "Be here for each other.", writtenBy: null } },
    });
    const invited = await world.person();
    expect(await invited.refusalOf("acceptInvitation", { token, agreesToCompact: 2 })).toBe(
      "INVALID_INPUT agreesToCompact",
    );
    await invited.act("acceptInvitation", { token, agreesToCompact: 1 });
    expect((await seenBy(invited, group)).viewerCompactVersion).toBe(1);
    expect(await world.stranger.ask(preview, { token })).toEqual({ invitation: { compact: null } });
    // Other software knows of no compact: its people come in, and are asked there.
    const other = await world.person();
    await other.act("acceptInvitation", { token: await group.invite() });
    expect((await seenBy(other, group)).viewerCompactVersion).toBeNull();
    expect((await seenBy(group.manager, group)).membersNotAgreed.nodes).toEqual([
      { person: { id: other.id } },
    ]);
  });

  it("lets in who agreed to what was changed in that moment, and asks them afterwards", async () => {
    const group = await world.group();
    await write(group, "One");
    const token = await group.invite();
    await write(group, "Two");
    const invited = await world.person();
    await invited.act("acceptInvitation", { token, agreesToCompact: 1 });
    expect(await seenBy(invited, group)).toMatchObject({
      compact: { version: 2 },
      viewerCompactVersion: 1,
    });
  });

  it("is shown to the network before joining an open group, without who wrote it", async () => {
    const group = await world.group("COMMUNITY");
    await write(group, "Ask before you advise.");
    const stranger = (await world.network()).manager;
    expect(await seenBy(stranger, group)).toBeNull();
    const neighbour = await group.admit();
    await neighbour.act("leaveGroup", { groupId: group.id });
    expect(await seenBy(neighbour, group)).toMatchObject({
      compact: { version: 1, writtenBy: null },
      compactVersions: [],
    });
    await neighbour.act("joinGroup", { groupId: group.id, agreesToCompact: 1 });
    expect((await seenBy(neighbour, group)).viewerCompactVersion).toBe(1);
    // Nobody comes into a closed one by themselves: what is agreed in it stays in it.
    await group.manager.act("editGroup", { groupId: group.id, visibility: "PRIVATE" });
    expect(await seenBy(neighbour, group)).toMatchObject({ compact: { version: 1 } });
    await neighbour.act("leaveGroup", { groupId: group.id });
    expect(await seenBy(neighbour, group)).toMatchObject({ compact: null, compactVersions: [] });
  });

  it("rests in a sealed group", async () => {
    const group = await world.group("COMMUNITY");
    await write(group, "One");
    const member = await group.admit();
    await group.manager.act("moveGroupOn", { groupId: group.id, state: "SEALED" });
    const mine = { groupId: group.id };
    expect(await member.refusalOf("agreeToCompact", { ...mine, version: 1 })).toBe("GROUP_SEALED");
    // By whatever act it comes.
    expect(await member.refusalOf("joinGroup", { ...mine, agreesToCompact: 1 })).toBe(
      "GROUP_SEALED",
    );
    expect((await seenBy(member, group)).viewerCompactVersion).toBeNull();
    expect(await group.manager.refusalOf("writeCompact", { ...mine, body: "Two" })).toBe(
      "GROUP_SEALED",
    );
  });
});
