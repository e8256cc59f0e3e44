import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { World, type Actor } from "../../testing/world.ts";

const PALETTE = "{ brand brandSoft onBrand }";
const FACTS = `id version name description look { accent light ${PALETTE} dark ${PALETTE} } markLetters
  languages worksIn memberSeats coordinatorSeats groupVisibility`;
const EDIT = `mutation($input: EditNetworkInput!) { editNetwork(input: $input) {
  network { ${FACTS} } errors { code field } } }`;

let world: World;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
});
afterAll(() => world.close());

const edit = async (by: Actor, input: object) => (await by.ask(EDIT, { input })).editNetwork;

describe("a network's manager", () => {
  it("says what it is called, how it looks and where it works; what is left out stays", async () => {
    const { id, manager } = await world.network();
    const first = await edit(manager, {
      networkId: id,
      name: "  Midwives   of the lakes ",
      description: "For all who catch babies.",
      accent: "#7A4FA3",
      markLetters: "ML",
      languages: ["en", "EN", "fr-cm"],
      worksIn: ["ZM", "NP", "ZM"],
      expectedVersion: 1,
    });
    expect(first.errors).toEqual([]);
    expect(first.network).toMatchObject({
      version: 2,
      name: "Midwives of the lakes",
      look: { accent: "#7a4fa3", light: { onBrand: "#ffffff" } },
      markLetters: "ML",
      languages: ["en", "fr-CM"],
      worksIn: ["ZM", "NP"],
    });
    const second = await edit(manager, { networkId: id, accent: null });
    expect(second.network).toEqual({ ...first.network, version: 3, look: null });
  });

  it("is told when somebody else was quicker, and nothing is changed", async () => {
    const { id, manager } = await world.network();
    const answers = await Promise.all(
      ["One", "Two", "Three"].map((name) =>
        edit(manager, { networkId: id, name, expectedVersion: 1 }),
      ),
    );
    expect(answers.filter(({ network }) => network)).toHaveLength(1);
    for (const { network, errors } of answers)
      if (!network)
        expect(errors).toEqual([{ code: "VERSION_CONFLICT", field: ["expectedVersion"] }]);
  });

  it("is seen by who follows the network, as it is now", async () => {
    const { id, manager } = await world.network();
    const live = await manager.follow(
      `subscription($id: ID!) { networkUpdates(networkId: $id) { __typename
        ... on NetworkEdited { network { name look { accent } } } } }`,
      { id },
    );
    await live.nextOf("Live");
    await edit(manager, { networkId: id, name: "Another", accent: "#ffdd00" });
    expect(await live.next()).toMatchObject({
      __typename: "NetworkEdited",
      network: { name: "Another", look: { accent: "#ffdd00" } },
    });
    await live.drop();
  });

  it("gives new groups what they begin with, where who makes them says nothing", async () => {
    const { id, manager } = await world.network();
    await edit(manager, {
      networkId: id,
      memberSeats: 12,
      coordinatorSeats: 2,
      groupVisibility: "RESTRICTED",
    });
    const make = async (input: object) =>
      (
        await manager.ask(
          `mutation($input: CreateGroupInput!) { createGroup(input: $input) {
            group { memberCapacity coordinatorCapacity visibility } errors { code } } }`,
          { input: { networkId: id, name: "A group", ...input } },
        )
      ).createGroup.group;
    expect(await make({ kind: "COHORT" })).toEqual({
      memberCapacity: 12,
      coordinatorCapacity: 2,
      visibility: "RESTRICTED",
    });
    expect(
      await make({ kind: "COHORT", memberCapacity: 8, visibility: "CONFIDENTIAL" }),
    ).toMatchObject({ memberCapacity: 8, visibility: "CONFIDENTIAL" });
    expect(await make({ kind: "COMMUNITY" })).toEqual({
      memberCapacity: null,
      coordinatorCapacity: null,
      visibility: "OPEN",
    });
    await edit(manager, { networkId: id, memberSeats: null, groupVisibility: null });
    expect(await make({ kind: "COHORT" })).toEqual({
      memberCapacity: 20,
      coordinatorCapacity: 2,
      visibility: "PRIVATE",
    });
  });

  it("is told what cannot be", async () => {
    const { id, manager } = await world.network();
    const wishes: [string, object][] = [
      ["name", { name: null }],
      ["name", { name: " \n" }],
      ["description", { description: "x".repeat(2_001) }],
      ["markLetters", { markLetters: "ABCD" }],
      ["memberSeats", { memberSeats: 0 }],
      ["memberSeats", { memberSeats: 100_001 }],
      ["coordinatorSeats", { coordinatorSeats: -1 }],
      ["languages", { languages: Array.from({ length: 31 }, (_, at) => `en-x-${at}`) }],
    ];
    for (const [field, wish] of wishes)
      expect(await edit(manager, { networkId: id, ...wish }), field).toEqual({
        network: null,
        errors: [{ code: "INVALID_INPUT", field: [field] }],
      });
    expect(await manager.codeOf(EDIT, { input: { networkId: id, accent: "teal" } })).toBe(
      "BAD_USER_INPUT",
    );
    expect((await edit(manager, { networkId: id, markLetters: "क्षेत्र" })).errors).toEqual([]);
  });
});

it("is looked at before it is worn", async () => {
  const { id, manager } = await world.network();
  const ask = `query($id: ID!) { node(id: $id) { ... on Network { look { accent } lookOf(accent: "#ffdd00") { dark { brand } } } } }`;
  const { node } = await manager.ask(ask, { id });
  expect(node).toMatchObject({ look: null, lookOf: { dark: { brand: "#ffdd00" } } });
});
