import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { World, type Actor } from "../../testing/world.ts";

const NETWORKS = `query($first: Int) { viewer { list: networks(first: $first) { nodes { id memberCount
  members(first: 3) { nodes { role person { name } viewerCan } }
  groups(first: 3) { nodes { id viewerCan network { name } members(first: 3) { nodes { person { name } viewerCan } }
    invitations(first: 3) { nodes { id invitedBy { name } } } } } } } } }`;
const GROUPS = `query($first: Int) { viewer { list: groups(first: $first) { nodes { id liveCursor
  network { id viewerRole } members(first: 2, role: MEMBER) { nodes { person { name } } } } } } }`;
const INVITE = `mutation($input: InviteToGroupInput!) { inviteToGroup(input: $input) { errors { code } } }`;
const MEMBERS = `query($id: ID!, $first: Int, $after: String) { node(id: $id) { ... on Group {
  members(first: $first, after: $after) { nodes { id role } edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor } } } } }`;

interface MembersPage {
  nodes: object[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

let world: World;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
});
afterAll(() => world.close());

const create = async (by: Actor, networkId: string, kind = "COHORT") =>
  (
    await by.ask(
      `mutation($input: CreateGroupInput!) { createGroup(input: $input) { group { id } errors { code } } }`,
      { input: { networkId, name: `${kind} group`, kind } },
    )
  ).createGroup.group.id as string;

async function found(by: Actor, slug: string): Promise<string> {
  const { createNetwork } = await by.ask(
    `mutation($input: CreateNetworkInput!) { createNetwork(input: $input) { network { id } errors { code } } }`,
    { input: { slug, name: slug } },
  );
  return createNetwork.network.id;
}

describe("lists", () => {
  it("cost the same number of statements whatever their length", async () => {
    const ada = await world.person();
    for (const slug of ["one", "two", "three", "four", "five"]) {
      const networkId = await found(ada, `list-${slug}`);
      for (const kind of ["COHORT", "COMMUNITY"]) {
        const groupId = await create(ada, networkId, kind);
        const emails = [`${slug}@a.example`, `${slug}@b.example`];
        await ada.ask(INVITE, { input: { groupId, role: "MEMBER", emails } });
      }
    }
    // The letters are written by now: nothing else asks.
    await world.settle();
    const statements = vi.spyOn(world.house.database.db.getExecutor(), "executeQuery");
    for (const query of [NETWORKS, GROUPS]) {
      const counts: number[] = [];
      for (const first of [1, 5]) {
        // The least of several: a tick that falls into a batch may part it in two.
        let least = Infinity;
        for (let ask = 0; ask < 8; ask += 1) {
          statements.mockClear();
          const { viewer } = await ada.ask(query, { first });
          expect(viewer.list.nodes).toHaveLength(first);
          least = Math.min(least, statements.mock.calls.length);
        }
        counts.push(least);
      }
      expect(counts[0]).toBeGreaterThan(3);
      expect(counts[1]).toBe(counts[0]);
    }
    statements.mockRestore();
  });

  it("are read page by page, each entry once, and in the same order", async () => {
    const group = await world.group();
    for (let count = 0; count < 6; count += 1) await group.admit();
    const all = (await group.manager.ask(MEMBERS, { id: group.id, first: 100 })).node.members;
    expect(all.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    const seen: object[] = [];
    for (let after: string | null = null, more = true; more;) {
      const asked = { id: group.id, first: 3, after };
      const members: MembersPage = (await group.manager.ask(MEMBERS, asked)).node.members;
      seen.push(...members.nodes);
      after = members.pageInfo.endCursor;
      more = members.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(all.nodes);
    expect(seen).toHaveLength(7);
  });

  it("are narrowed by role and kind, and refuse pages that cannot be", async () => {
    const group = await world.group();
    await group.admit();
    const coordinator = await group.admit("COORDINATOR");
    const { node } = await coordinator.ask(
      `query($id: ID!) { node(id: $id) { ... on Group {
        members(role: COORDINATOR) { nodes { person { id } } }
        network { groups(kind: COHORT) { nodes { id } } members(role: MANAGER) { nodes { person { id } viewerCan } } memberCount } } } }`,
      { id: group.id },
    );
    expect(node).toEqual({
      members: { nodes: [{ person: { id: coordinator.id } }] },
      network: {
        groups: { nodes: [{ id: group.id }] },
        members: { nodes: [{ person: { id: group.manager.id }, viewerCan: [] }] },
        memberCount: 3,
      },
    });
    const forged = Buffer.from(JSON.stringify(["2026-13-45T99:99:99Z", group.id])).toString(
      "base64url",
    );
    for (const page of [
      { first: 0 },
      { first: -1 },
      { first: 101 },
      { first: 2, after: "x" },
      { first: 2, after: forged },
    ])
      expect(await coordinator.codeOf(MEMBERS, { id: group.id, ...page })).toBe("BAD_USER_INPUT");
  });
});
