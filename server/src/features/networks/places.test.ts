import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { World, type Actor } from "../../testing/world.ts";

const PLACES = `query($slug: String!) { network(slug: $slug) { memberCount viewerRole viewerCan
  viewerActions { action allowed reason { code } }
  members(first: 50) { nodes { role viewerCan viewerActions { action allowed reason { code } } person { id } } } } }`;

let world: World;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
});
afterAll(() => world.close());

async function scene() {
  const group = await world.group();
  const { manager, networkId } = group;
  const [ada, ben] = [await group.admit(), await group.admit()];
  const { node } = await manager.ask(
    `query($id: ID!) { node(id: $id) { ... on Network { slug } } }`,
    { id: networkId },
  );
  const give = (by: Actor, who: Actor, role: string) =>
    by.refusalOf("changeNetworkRole", { networkId, personId: who.id, role });
  const slug = node.slug as string;
  const look = async (by: Actor) => (await by.ask(PLACES, { slug })).network;
  return { group, manager, networkId, ada, ben, give, look };
}

describe("roles in a network", () => {
  it("are given by its managers alone, who are never none", async () => {
    const { manager, ada, ben, give, look } = await scene();
    expect(await give(ada, ben, "MANAGER")).toMatch(/^FORBIDDEN/);
    expect(await give(manager, manager, "MEMBER")).toMatch(/^LAST_MANAGER/);
    expect(await give(manager, ada, "MANAGER")).toBeNull();
    expect(await give(ada, manager, "MODERATOR")).toBeNull();
    expect(await look(manager)).toMatchObject({ viewerRole: "MODERATOR" });
    expect(await give(manager, ben, "MODERATOR")).toMatch(/^FORBIDDEN/);
    // Everybody may give up what they are.
    expect(await give(manager, manager, "MEMBER")).toBeNull();
    expect(await give(ada, ada, "MEMBER")).toMatch(/^LAST_MANAGER/);
  });

  it("say why, from the rules themselves", async () => {
    const { manager, ada, give, look } = await scene();
    const own = async () => {
      const { viewerActions, members } = await look(manager);
      const place = members.nodes.find(
        ({ person }: { person: { id: string } }) => person.id === manager.id,
      );
      const of = (answers: { action: string; reason: { code: string } }[], action: string) =>
        answers.find((one) => one.action === action)?.reason.code;
      return [of(viewerActions, "LEAVE"), of(place.viewerActions, "MAKE_MEMBER")];
    };
    expect(await own()).toEqual(["LAST_MANAGER", "LAST_MANAGER"]);
    await give(manager, ada, "MANAGER");
    expect(await own()).toEqual(["NOT_A_MEMBER", "NOT_MANAGING"]);
  });

  it("stay with one of two who take them from each other at once", async () => {
    const { manager, ada, give, look, ben } = await scene();
    await give(manager, ada, "MANAGER");
    const answers = await Promise.all([give(manager, ada, "MEMBER"), give(ada, manager, "MEMBER")]);
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    const { members } = await look(ben);
    expect(members.nodes.filter(({ role }: { role: string }) => role === "MANAGER")).toHaveLength(
      1,
    );
  });

  it("are told at once, with what else one sees then", async () => {
    const { group, manager, networkId, ada, give } = await scene();
    const { group: hidden } = await manager.act(
      "createGroup",
      { networkId, name: "Quiet", kind: "COHORT", visibility: "CONFIDENTIAL" },
      "group { id }",
    );
    const own = await ada.follow(`subscription { inboxUpdates { __typename
      ... on LiveUpdate { cursor seq prev } ... on NetworkRoleChanged { network { viewerRole } membership { role } } } }`);
    await own.nextOf("Live");
    const seen = async () =>
      (await ada.ask(`query($id: ID!) { node(id: $id) { id } }`, { id: hidden.id })).node;
    expect(await seen()).toBeNull();
    await give(manager, ada, "MANAGER");
    expect(await own.nextOf("NetworkRoleChanged")).toMatchObject({
      network: { viewerRole: "MANAGER" },
      membership: { role: "MANAGER" },
    });
    expect(await seen()).toEqual({ id: hidden.id });
    await give(manager, ada, "MEMBER");
    expect(await seen()).toBeNull();
    expect(group.networkId).toBe(networkId);
    await own.drop();
  });
});

describe("going from a network", () => {
  it("ends every place in it, the one among the coordinators too, and all that was asked for", async () => {
    const { group, manager, networkId, ada, look } = await scene();
    const input = { networkId, kind: "COHORT", name: "Asked for", visibility: "RESTRICTED" };
    const { group: asked } = await manager.act("createGroup", input, "group { id }");
    await ada.act("applyToGroup", { groupId: asked.id, answers: [] });
    const role = { groupId: group.id, personId: ada.id, role: "COORDINATOR" };
    await manager.act("changeRole", role);
    const { memberCount } = await look(manager);

    expect(await ada.refusalOf("leaveNetwork", { networkId })).toMatch(/^LAST_COORDINATOR/);
    expect(await look(ada)).not.toBeNull();
    expect(await ada.refusalOf("leaveNetwork", { networkId, evenIfLast: true })).toBeNull();
    expect(await look(ada)).toBeNull();
    const { viewer } = await ada.ask(
      `{ viewer { groups { nodes { id } } networks { nodes { id } } applications(first: 9) { nodes { state } } } }`,
    );
    expect(viewer).toEqual({
      groups: { nodes: [] },
      networks: { nodes: [] },
      applications: { nodes: [{ state: "WITHDRAWN" }] },
    });
    expect((await look(manager)).memberCount).toBe(memberCount - 1);
    const open = await world.house.database.db
      .selectFrom("membershipSpan")
      .select("channelId")
      .where("personId", "=", ada.personId)
      .where("channelId", "!=", ada.personId)
      .where("toSeq", "is", null)
      .execute();
    expect(open).toEqual([]);
  });

  it("is not for its last manager", async () => {
    const { manager, networkId, look } = await scene();
    const input = { networkId, evenIfLast: true };
    expect(await manager.refusalOf("leaveNetwork", input)).toMatch(/^LAST_MANAGER/);
    expect(await look(manager)).not.toBeNull();
  });

  it("ends open screens at once when one is removed, and old invitations with them", async () => {
    const { group, manager, networkId, ada, ben } = await scene();
    const other = { networkId, name: "Another", kind: "COHORT" };
    const { group: elsewhere } = await manager.act("createGroup", other, "group { id }");
    const link = { groupId: elsewhere.id, role: "MEMBER" };
    const { invitation } = await manager.act("createInvitationLink", link, "invitation { token }");
    const LIVE = "__typename ... on LiveUpdate { cursor seq prev }";
    const inGroup = await ada.follow(
      `subscription($id: ID!) { groupUpdates(groupId: $id) { ${LIVE} ... on Ended { reason } } }`,
      { id: group.id },
    );
    const inNetwork = await ada.follow(
      `subscription($id: ID!) { networkUpdates(networkId: $id) { ${LIVE} ... on Ended { reason } } }`,
      { id: networkId },
    );
    await Promise.all([inGroup.nextOf("Live"), inNetwork.nextOf("Live")]);
    const remove = { networkId, personId: ada.id, reason: "She moved" };
    expect(await ben.refusalOf("removeFromNetwork", remove)).toMatch(/^FORBIDDEN/);
    expect(await manager.refusalOf("removeFromNetwork", remove)).toBeNull();
    await Promise.all([inGroup.nextOf("Ended"), inNetwork.nextOf("Ended")]);
    // A second click finds it done.
    expect(await manager.refusalOf("removeFromNetwork", remove)).toBeNull();
    const { token } = invitation;
    expect(await ada.refusalOf("acceptInvitation", { token })).toMatch(/^INVITATION_REVOKED/);
  });
});
