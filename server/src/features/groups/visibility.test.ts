import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { globalId } from "../../platform/graphql/ids.ts";
import { TestGroup, World, type Actor } from "../../testing/world.ts";

/** Everything that a member of a network can ask about it, cursors and counts with it. */
const ALL = `query($slug: String!, $first: Int) { viewer { liveCursor groups { nodes { id name } } networks { nodes { id liveCursor memberCount } } }
  network(slug: $slug) { liveCursor memberCount viewerCan members(first: 100) { nodes { person { id } } }
    one: groups(first: $first) { nodes { id name } edges { cursor } pageInfo { hasNextPage endCursor } }
    communities: groups(kind: COMMUNITY, first: 1) { nodes { id } pageInfo { hasNextPage } }
    groups(first: 100) { nodes { id name kind memberCount state visibility viewerCan } } } }`;
const NODE = `query($id: ID!) { node(id: $id) { id ... on Group { name } } nodes(ids: [$id]) { id } }`;
const FOLLOW = `subscription($networkId: ID!) { networkUpdates(networkId: $networkId) { __typename
  ... on LiveUpdate { seq } ... on GroupCreated { group { id } } ... on GroupEdited { group { id name visibility } }
  ... on GroupMovedOn { group { id state } } ... on GroupHidden { groupId groupIfSeen { id } } } }`;
const INBOX = `subscription { inboxUpdates { __typename ... on GroupCreated { group { id } } ... on GroupEdited { group { id } } } }`;

let world: World;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
});
afterAll(() => world.close());

async function make(group: TestGroup, input: object): Promise<TestGroup> {
  const wanted = { networkId: group.networkId, name: "Hidden", kind: "COHORT", ...input };
  const payload = await group.manager.act("createGroup", wanted, "group { id }");
  expect(payload["errors"]).toEqual([]);
  const { networkId, manager } = group;
  return new TestGroup(world, { id: payload["group"].id, networkId, manager });
}
const slugOf = async (who: Actor) =>
  (await who.ask("{ viewer { networks { nodes { slug } } } }")).viewer.networks.nodes[0].slug;
const edit = (group: TestGroup, input: object) =>
  group.manager.act("editGroup", { groupId: group.id, ...input });

describe("a confidential group", () => {
  it("leaves every answer that an outsider gets as it would be without it, to the byte", async () => {
    const group = await world.group();
    const neighbour = await group.admit();
    const slug = await slugOf(neighbour);
    const variables = { slug, first: 2 };
    const live = await neighbour.follow(FOLLOW, { networkId: group.networkId });
    expect((await live.next()).__typename).toBe("Live");
    const before = JSON.stringify(await neighbour.ask(ALL, variables));
    const hidden = await make(group, { visibility: "CONFIDENTIAL" });
    await make(group, { visibility: "CONFIDENTIAL", kind: "COMMUNITY" });
    await edit(hidden, { name: "Still hidden" });
    await hidden.thread(group.manager);
    await group.manager.act("moveGroupOn", { groupId: hidden.id, state: "SELF_SUSTAINING" });
    expect(JSON.stringify(await neighbour.ask(ALL, variables))).toBe(before);
    await live.expectSilence();
    await live.drop();
  });

  it("is to an outsider what never was, by every door", async () => {
    const group = await world.group();
    const neighbour = await group.admit();
    const hidden = await make(group, { visibility: "CONFIDENTIAL" });
    const insider = await hidden.admit();
    const { node } = await insider.ask(
      `query($id: ID!) { node(id: $id) { ... on Group { members { nodes { id } } } } }`,
      { id: hidden.id },
    );
    const nothing = globalId("Group", crypto.randomUUID());
    const noPlace = globalId("Membership", crypto.randomUUID());
    const doors = async (id: string, placeId: string): Promise<unknown[]> => {
      const answers: unknown[] = [];
      const note = ({ data, errors }: { data?: unknown; errors?: readonly object[] }) =>
        answers.push(JSON.stringify({ data, errors }));
      note(await neighbour.tryAsk(NODE, { id }));
      note(await neighbour.tryAsk(NODE, { id: placeId }));
      for (const [name, input] of Object.entries({
        joinGroup: {},
        leaveGroup: {},
        editGroup: { name: "Mine" },
        moveGroupOn: { state: "SEALED" },
        inviteToGroup: { role: "MEMBER", emails: ["a@people.example"] },
        createInvitationLink: { role: "MEMBER" },
        removeMember: { personId: insider.id },
        changeRole: { personId: insider.id, role: "MEMBER" },
        startThread: { title: "T", kind: "DISCUSSION", body: "B", clientKey: crypto.randomUUID() },
      }))
        answers.push([name, await neighbour.refusalOf(name, { groupId: id, ...input })]);
      for (const field of ["groupUpdates", "presence"])
        answers.push(
          await neighbour
            .follow(`subscription($id: ID!) { ${field}(groupId: $id) { __typename } }`, { id })
            .then(
              () => "told",
              (error: Error) => error.message,
            ),
        );
      return answers;
    };
    const told = JSON.stringify(await doors(hidden.id, node.members.nodes[0].id));
    const unknown = JSON.stringify(await doors(nothing, noPlace));
    expect(told.replaceAll(hidden.id, "").replaceAll(node.members.nodes[0].id, "")).toBe(
      unknown.replaceAll(nothing, "").replaceAll(noPlace, ""),
    );
    expect(told).not.toContain("told");
  });

  it("does not make who asks wait for its lock", async () => {
    const group = await world.group();
    const neighbour = await group.admit();
    const hidden = await make(group, { visibility: "CONFIDENTIAL" });
    const { db } = world.house.database;
    const id = Buffer.from(hidden.id, "base64url").toString().split(":")[1] ?? "";
    await db.transaction().execute(async (busy) => {
      await busy.selectFrom("channel").selectAll().where("id", "=", id).forUpdate().execute();
      // Were the lock taken first, these would come back when it is free, which is after them.
      for (const name of ["joinGroup", "leaveGroup"])
        expect(await neighbour.refusalOf(name, { groupId: hidden.id })).toBe("NOT_FOUND");
      const invite = { groupId: hidden.id, role: "MEMBER", emails: ["a@people.example"] };
      expect(await neighbour.refusalOf("inviteToGroup", invite)).toBe("NOT_FOUND");
    });
  });

  it("is seen by its members and by who manages its network, who hear of it too", async () => {
    const group = await world.group();
    const own = await group.manager.follow(INBOX);
    expect((await own.next()).__typename).toBe("Live");
    const hidden = await make(group, { visibility: "CONFIDENTIAL" });
    expect(await own.nextOf("GroupCreated")).toMatchObject({ group: { id: hidden.id } });
    const member = await hidden.admit();
    const seen = async (who: Actor) =>
      (await who.ask(ALL, { slug: await slugOf(group.manager), first: 100 })).network.groups.nodes;
    expect((await seen(member)).map(({ id }: { id: string }) => id)).toContain(hidden.id);
    await group.manager.act("leaveGroup", { groupId: hidden.id });
    expect((await seen(group.manager)).map(({ id }: { id: string }) => id)).toContain(hidden.id);
    await edit(hidden, { name: "Renamed" });
    expect(await own.nextOf("GroupEdited")).toMatchObject({ group: { id: hidden.id } });
    await hidden.remove(member);
    expect((await seen(member)).map(({ id }: { id: string }) => id)).not.toContain(hidden.id);
    await own.drop();
  });

  it("vanishes from open screens when it becomes one, and comes back when it is none any more", async () => {
    const group = await world.group();
    const neighbour = await (await make(group, { name: "Elsewhere" })).admit();
    const member = await group.admit();
    const [outside, inside] = await Promise.all(
      [neighbour, member].map((who) => who.follow(FOLLOW, { networkId: group.networkId })),
    );
    for (const live of [outside, inside]) expect((await live.next()).__typename).toBe("Live");
    await edit(group, { visibility: "CONFIDENTIAL" });
    expect(await outside.nextOf("GroupHidden")).toMatchObject({
      groupId: group.id,
      groupIfSeen: null,
    });
    expect(await inside.nextOf("GroupHidden")).toMatchObject({
      groupIfSeen: { id: group.id },
    });
    expect((await neighbour.ask(NODE, { id: group.id })).node).toBeNull();
    await edit(group, { name: "Unheard of" });
    await outside.expectSilence();
    await edit(group, { visibility: "OPEN" });
    expect(await outside.nextOf("GroupEdited")).toMatchObject({
      group: { id: group.id, name: "Unheard of", visibility: "OPEN" },
    });
    expect(await neighbour.refusalOf("joinGroup", { groupId: group.id })).toBeNull();
    await Promise.all([outside.drop(), inside.drop()]);
  });
});

describe("what a group is", () => {
  it("says where it works, keeps what is left out and takes away what is null", async () => {
    const group = await world.group();
    const context = {
      setting: "RURAL",
      facilityLevel: "DISTRICT",
      resources: "One theatre, no blood bank",
      field: "SURGERY_AND_THEATRE",
      language: "ny",
    };
    expect(await edit(group, context)).toEqual({ errors: [] });
    const CONTEXT = `query($id: ID!) { node(id: $id) { ... on Group { setting facilityLevel resources field language country isCircle } } }`;
    const read = async () => (await group.manager.ask(CONTEXT, { id: group.id })).node;
    expect(await read()).toEqual({ ...context, country: "ZM", isCircle: false });
    await edit(group, { setting: null, resources: " \n " });
    expect(await read()).toMatchObject({ setting: null, resources: null, language: "ny" });
  });

  it("is set up by managers: coordinators change its words", async () => {
    const group = await world.group();
    const coordinator = await group.admit("COORDINATOR");
    const groupId = group.id;
    expect(await coordinator.refusalOf("editGroup", { groupId, resources: "Some" })).toBeNull();
    for (const input of [
      { visibility: "OPEN" },
      { memberCapacity: 30 },
      { startsOn: "2026-12-01" },
    ])
      expect(await coordinator.refusalOf("editGroup", { groupId, ...input })).toBe(
        `FORBIDDEN ${Object.keys(input)[0]}`,
      );
    await group.admit();
    await group.admit();
    expect(await group.manager.refusalOf("editGroup", { groupId, memberCapacity: 1 })).toBe(
      "INVALID_INPUT memberCapacity",
    );
    expect(await group.manager.refusalOf("editGroup", { groupId, memberCapacity: 2 })).toBeNull();
  });

  it("is a circle when it is a community with an end: one field, no country, four to eight weeks", async () => {
    const group = await world.group();
    const circle = {
      networkId: group.networkId,
      name: "Triage circle",
      kind: "COMMUNITY",
      field: "EMERGENCY_CARE",
      startsOn: "2026-12-01",
      endsOn: "2027-01-12",
    };
    const refusal = (input: object) =>
      group.manager.refusalOf("createGroup", { ...circle, ...input });
    expect(await refusal({})).toBeNull();
    expect(await refusal({ endsOn: "2026-12-28" })).toBe("INVALID_INPUT endsOn");
    expect(await refusal({ endsOn: "2027-01-27" })).toBe("INVALID_INPUT endsOn");
    expect(await refusal({ endsOn: "2026-11-01" })).toBe("INVALID_INPUT endsOn");
    expect(await refusal({ startsOn: null })).toBe("INVALID_INPUT startsOn");
    expect(await refusal({ field: null })).toBe("INVALID_INPUT field");
    expect(await refusal({ country: "KE" })).toBe("INVALID_INPUT country");
    expect(await refusal({ kind: "COHORT", field: null, country: "KE" })).toBeNull();
  });
});
