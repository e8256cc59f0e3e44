import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { globalId } from "../../platform/graphql/ids.ts";
import { TestGroup, World, type Actor, type Data } from "../../testing/world.ts";

const DONE = `announcements { groupId group { id } thread { id kind title lastMessage { body } createdBy { id } }
  error { code message field } }`;
const REACH = `query($groupIds: [ID!]) { viewer { announcementReach(groupIds: $groupIds) { groupCount personCount
  groups { group { id name } error { code field } } } } }`;
const THREADS = `query($id: ID!) { node(id: $id) { ... on Group { threads(first: 50) { nodes { id kind title } } } } }`;

let world: World;
let first: TestGroup;
let second: TestGroup;
let sealed: TestGroup;
let lead: Actor;
let member: Actor;
let both: Actor;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
  first = await world.group();
  [second, sealed] = [await beside("Second"), await beside("Sealed")];
  lead = await first.admit("COORDINATOR");
  await second.admit("COORDINATOR", lead);
  await sealed.admit("COORDINATOR", lead);
  [member, both] = [await first.admit(), await first.admit()];
  await second.admit("MEMBER", both);
  await sealed.admit();
  await first.manager.act("moveGroupOn", { groupId: sealed.id, state: "SEALED" });
});
afterAll(() => world.close());

async function beside(name: string): Promise<TestGroup> {
  const { manager, networkId } = first;
  const made = await manager.act(
    "createGroup",
    { networkId, name, kind: "COHORT" },
    "group { id }",
  );
  return new TestGroup(world, { id: made["group"].id, networkId, manager });
}
const wish = (groups: readonly TestGroup[], more: Data = {}) => ({
  groupIds: groups.map(({ id }) => id),
  title: "Call on Friday",
  body: "At **15:00**, in the usual place",
  clientKey: randomUUID(),
  ...more,
});
const announce = (by: Actor, input: Data) => by.act("announceToGroups", input, DONE);
const threadsOf = async (group: TestGroup): Promise<Data[]> =>
  (await group.manager.ask(THREADS, { id: group.id })).node.threads.nodes;
const reach = async (by: Actor, groupIds: string[] | null) =>
  (await by.ask(REACH, { groupIds })).viewer.announcementReach;

describe("an announcement to several groups", () => {
  it("is a thread in each that hears it, told live, and says of the others why not", async () => {
    const live = await both.follow(
      `subscription($id: ID!) { groupUpdates(groupId: $id) { __typename ... on ThreadStarted { thread { id kind title } } } }`,
      { id: second.id },
    );
    expect((await live.next())["__typename"]).toBe("Live");
    const foreign = await world.group();
    const input = wish([first, sealed, second, foreign, first], { askAcknowledgement: true });
    const { announcements, errors } = await announce(lead, input);
    expect(errors).toEqual([]);
    const thread = {
      kind: "ANNOUNCEMENT",
      title: "Call on Friday",
      lastMessage: { body: "At **15:00**, in the usual place" },
      createdBy: { id: lead.id },
    };
    expect(announcements).toMatchObject([
      { groupId: first.id, thread, error: null },
      {
        groupId: sealed.id,
        group: { id: sealed.id },
        thread: null,
        error: { code: "GROUP_SEALED", field: ["groupIds", "1"] },
      },
      { groupId: second.id, thread, error: null },
      { groupId: foreign.id, group: null, thread: null, error: { code: "FORBIDDEN" } },
    ]);
    expect(announcements).toHaveLength(4);
    expect((await live.nextOf("ThreadStarted"))["thread"].id).toBe(announcements[2].thread.id);
    await live.drop();
    // Asked again by the same key it is the same: nobody is told twice, and a thread stands once.
    const again = await Promise.all([announce(lead, input), announce(lead, input)]);
    for (const answer of again) expect(answer["announcements"]).toEqual(announcements);
    expect(await threadsOf(second)).toHaveLength(1);
    expect(await threadsOf(sealed)).toEqual([]);
    expect(await lead.refusalOf("announceToGroups", { ...input, title: "Another" })).toBe(
      "IDEMPOTENCY_CONFLICT clientKey",
    );
    const { node } = await lead.ask(
      `query($id: ID!) { node(id: $id) { ... on Thread { viewerCan } } }`,
      { id: announcements[0].thread.id },
    );
    expect(node.viewerCan).toContain("SEE_ACKNOWLEDGEMENTS");
  });

  it("is foreseen: whom it reaches, each once, and who refuses it", async () => {
    const all = await reach(lead, null);
    expect(all.groups).toEqual([
      { group: { id: first.id, name: "A group" }, error: null },
      { group: { id: second.id, name: "Second" }, error: null },
      {
        group: { id: sealed.id, name: "Sealed" },
        error: { code: "GROUP_SEALED", field: ["groupIds", "2"] },
      },
    ]);
    // The manager, the member, and who is in both.
    expect(all).toMatchObject({ groupCount: 2, personCount: 3 });
    const nothing = globalId("Group", randomUUID());
    expect(await reach(lead, [second.id, nothing])).toMatchObject({
      groupCount: 1,
      personCount: 2,
      groups: [{ group: { id: second.id } }],
    });
    // Who leads no group reaches nobody, and learns nothing of groups that they are not in.
    expect(await reach(member, null)).toEqual({ groupCount: 0, personCount: 0, groups: [] });
    expect(await reach(member, [first.id, second.id])).toMatchObject({
      groupCount: 0,
      groups: [{ group: { id: first.id }, error: { code: "FORBIDDEN" } }],
    });
    const many = Array.from({ length: 201 }, () => nothing);
    expect(await lead.codeOf(REACH, { groupIds: many })).toBe("BAD_USER_INPUT");
  });

  it("is refused whole when no group hears it, with nothing kept, so that the same key may try again", async () => {
    const only = wish([sealed]);
    expect(await lead.refusalOf("announceToGroups", only)).toBe("GROUP_SEALED groupIds");
    await first.manager.act("moveGroupOn", { groupId: sealed.id, state: "GRADUATED" });
    const { announcements } = await announce(lead, only);
    expect(announcements[0].thread.title).toBe("Call on Friday");
    await first.manager.act("moveGroupOn", { groupId: sealed.id, state: "SEALED" });
    expect(await member.refusalOf("announceToGroups", wish([first]))).toBe("FORBIDDEN groupIds");
    const outsider = await world.person();
    expect(await outsider.refusalOf("announceToGroups", wish([first, second]))).toBe("NOT_FOUND");
    const before = (await threadsOf(first)).length;
    for (const [bad, answer] of [
      [{ groupIds: [] }, "INVALID_INPUT groupIds"],
      [
        { groupIds: Array.from({ length: 201 }, () => globalId("Group", randomUUID())) },
        "INVALID_INPUT groupIds",
      ],
      [{ title: " \u202e " }, "INVALID_INPUT title"],
      [{ body: "x".repeat(10_001) }, "INVALID_INPUT body"],
      [{ groupIds: [lead.id] }, "BAD_USER_INPUT"],
    ] as const)
      expect(await lead.refusalOf("announceToGroups", wish([first], bad))).toBe(answer);
    expect(await threadsOf(first)).toHaveLength(before);
  });

  it("asks the role behind the lock, and comes five times a day into a group", async () => {
    const group = await beside("Busy");
    const guide = await group.admit("COORDINATOR");
    const other = await beside("Quiet");
    await other.admit("COORDINATOR", guide);
    const answers = await Promise.all(
      Array.from({ length: 7 }, () => guide.refusalOf("announceToGroups", wish([group]))),
    );
    expect(answers.filter((answer) => answer === null)).toHaveLength(5);
    expect(answers.filter((answer) => answer === "LIMIT_REACHED groupIds")).toHaveLength(2);
    expect(await threadsOf(group)).toHaveLength(5);
    const { announcements } = await announce(guide, wish([group, other]));
    expect(announcements).toMatchObject([
      { thread: null, error: { code: "LIMIT_REACHED" } },
      { error: null },
    ]);
    const input = { groupId: other.id, personId: guide.id, role: "MEMBER", evenIfLast: true };
    await group.manager.act("changeRole", input);
    expect(await guide.refusalOf("announceToGroups", wish([other]))).toBe("FORBIDDEN groupIds");
  });
});
