import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { World, type Actor } from "../../testing/world.ts";

const CREATE = `mutation($input: CreateNetworkInput!) { createNetwork(input: $input) {
  network { id slug name description viewerRole viewerCan memberCount liveCursor } errors { code field } } }`;
const NETWORK = `query($slug: String!) { network(slug: $slug) { id slug viewerRole viewerCan memberCount } }`;

let world: World;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
});
afterAll(() => world.close());

const create = async (by: Actor, input: object) => (await by.ask(CREATE, { input })).createNetwork;
const slug = () => `net-${randomUUID().slice(0, 8)}`;

describe("a network", () => {
  it("is managed by who made it, and is nothing to others", async () => {
    const ada = await world.person();
    const name = slug();
    const { network, errors } = await create(ada, {
      slug: name.toUpperCase(),
      name: "  Nurses   of Lusaka ",
      description: "",
    });
    expect(errors).toEqual([]);
    expect(network).toMatchObject({
      slug: name,
      name: "Nurses of Lusaka",
      description: null,
      viewerRole: "MANAGER",
      viewerCan: ["CREATE_GROUP", "EDIT", "KEEP_REGISTER", "RUN_PROGRAMMES", "SEE_BOARD"],
      memberCount: 1,
    });
    const outsider = await world.person();
    expect((await outsider.ask(NETWORK, { slug: name })).network).toBeNull();
    expect(
      (await outsider.ask(`query($id: ID!) { node(id: $id) { id } }`, { id: network.id })).node,
    ).toBeNull();
    expect(await world.stranger.codeOf(NETWORK, { slug: name })).toBe("UNAUTHENTICATED");
    expect((await ada.ask(NETWORK, { slug: "\u0000\ud800" })).network).toBeNull();
  });

  it("counts a person once, whatever the number of their groups, in two at the same time", async () => {
    const { id: networkId, slug: name, manager } = await world.network();
    const groups = await Promise.all(
      ["One", "Two"].map(async (title) => {
        const { createGroup } = await manager.ask(
          `mutation($input: CreateGroupInput!) { createGroup(input: $input) { group { id } } }`,
          { input: { networkId, name: title, kind: "COHORT" } },
        );
        const { inviteToGroup } = await manager.ask(
          `mutation($input: InviteToGroupInput!) { inviteToGroup(input: $input) { invitations { token } } }`,
          {
            input: {
              groupId: createGroup.group.id,
              role: "MEMBER",
              emails: ["ada@people.example"],
            },
          },
        );
        return inviteToGroup.invitations[0].token;
      }),
    );
    const ada = await world.person();
    const answers = await Promise.all(
      groups.map((token) =>
        ada.ask(
          `mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { errors { code } } }`,
          { input: { token } },
        ),
      ),
    );
    expect(answers.map((answer) => answer["acceptInvitation"].errors)).toEqual([[], []]);
    expect((await ada.ask(NETWORK, { slug: name })).network).toMatchObject({
      viewerRole: "MEMBER",
      viewerCan: ["LEAVE"],
      memberCount: 2,
    });
    const { networks } = await ada.ask(`{ networks { nodes { slug } } }`);
    expect(networks.nodes).toEqual([{ slug: name }]);
  });

  it("is told to who made it, on the screens where they did not", async () => {
    const ada = await world.person();
    const live = await ada.follow(`subscription { inboxUpdates { __typename
      ... on LiveUpdate { cursor seq prev } ... on NetworkJoined { network { id viewerRole } } } }`);
    await live.nextOf("Live");
    const { network } = await create(ada, { slug: slug(), name: "Another one" });
    expect(await live.next()).toMatchObject({
      __typename: "NetworkJoined",
      network: { id: network.id, viewerRole: "MANAGER" },
    });
    await live.drop();
  });

  it("has a slug of its own, when two want it at once too", async () => {
    const people = await Promise.all([world.person(), world.person(), world.person()]);
    const input = { slug: slug(), name: "Same" };
    const answers = await Promise.all(people.map((person) => create(person, input)));
    expect(answers.filter((answer) => answer.network)).toHaveLength(1);
    for (const { network, errors } of answers)
      if (!network) expect(errors).toEqual([{ code: "ALREADY_EXISTS", field: ["slug"] }]);
  });

  it("is the fiftieth of a person on one day, and no more", async () => {
    const founder = await world.person("Founder");
    const found = async (at: number) =>
      founder.ask(
        `mutation($input: CreateNetworkInput!) { createNetwork(input: $input) { network { id } errors { code } } }`,
        { input: { slug: `many-${at}-${founder.personId}`, name: "One of many" } },
      );
    for (let at = 1; at <= 50; at += 1) expect((await found(at)).createNetwork.errors).toEqual([]);
    expect((await found(51)).createNetwork).toEqual({
      network: null,
      errors: [{ code: "LIMIT_REACHED" }],
    });
  });

  it("refuses slugs and names that are none", async () => {
    const ada = await world.person();
    for (const bad of [
      "",
      "a",
      "-ab",
      "ab-",
      "a b",
      "a_b",
      "é-network",
      "../etc",
      "a".repeat(61),
      "a\u0000b",
    ])
      expect((await create(ada, { slug: bad, name: "x" })).errors).toEqual([
        { code: "INVALID_INPUT", field: ["slug"] },
      ]);
    for (const bad of ["", " \n ", "\u202e", "x".repeat(121)])
      expect((await create(ada, { slug: slug(), name: bad })).errors).toEqual([
        { code: "INVALID_INPUT", field: ["name"] },
      ]);
    expect(
      (await create(ada, { slug: slug(), name: "🧑🏾‍⚕️ \ud800", description: "y".repeat(2_001) }))
        .errors,
    ).toEqual([{ code: "INVALID_INPUT", field: ["description"] }]);
  });
});
