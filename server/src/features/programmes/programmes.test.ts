import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { TestGroup, World, type Actor, type Data } from "../../testing/world.ts";

let world: World;
let network: { id: string; slug: string; manager: Actor };
let manager: Actor;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
});
afterAll(() => world.close());
beforeEach(async () => {
  network = await world.network();
  manager = network.manager;
});

const programme = async (more: Data = {}): Promise<string> =>
  (
    await manager.act(
      "createProgramme",
      { networkId: network.id, name: "Leading change", ...more },
      "programme { id }",
    )
  )["programme"].id;
const wave = async (programmeId: string, name: string): Promise<string> =>
  (await manager.act("addWave", { programmeId, name }, "wave { id }"))["wave"].id;
const organisation = async (name: string): Promise<string> =>
  (
    await manager.act(
      "registerOrganisation",
      { networkId: network.id, name, kind: "TRUST", country: "GB" },
      "organisation { id }",
    )
  )["organisation"].id;
async function group(more: Data = {}): Promise<TestGroup> {
  const wanted = {
    networkId: network.id,
    name: "A cohort",
    kind: "COHORT",
    country: "ZM",
    ...more,
  };
  const { group: made } = await manager.act("createGroup", wanted, "group { id }");
  return new TestGroup(world, { id: made.id, networkId: network.id, manager });
}
const read = async (id: string, selection: string, by = manager): Promise<Data> =>
  (await by.ask(`query($id: ID!) { node(id: $id) { ${selection} } }`, { id }))["node"];

describe("a programme", () => {
  it("has waves, the earliest first, and groups in at most one of them", async () => {
    const id = await programme({ startsOn: "2019-01-01", endsOn: "2021-12-31" });
    const second = await wave(id, "Second");
    const pilot = await wave(id, "Pilot");
    await manager.act("editWave", { waveId: pilot, startsOn: "2019-03-01", endsOn: "2019-12-31" });
    const lusaka = await group();
    const place = (input: Data) =>
      manager.act(
        "placeGroup",
        { groupId: lusaka.id, ...input },
        "group { programme { name } wave { name } }",
      );
    expect(await place({ programmeId: id, waveId: second })).toMatchObject({ errors: [] });
    expect((await place({ programmeId: id, waveId: pilot }))["group"]).toEqual({
      programme: { name: "Leading change" },
      wave: { name: "Pilot" },
    });
    expect(await read(id, "... on Programme { waves { name groups { nodes { name } } } }")).toEqual(
      {
        waves: [
          { name: "Pilot", groups: { nodes: [{ name: "A cohort" }] } },
          { name: "Second", groups: { nodes: [] } },
        ],
      },
    );
    expect(await manager.refusalOf("removeWave", { waveId: pilot })).toBe("NOT_EMPTY");
    expect(await manager.refusalOf("removeWave", { waveId: second })).toBeNull();
    expect((await place({ programmeId: null }))["group"]).toEqual({ programme: null, wave: null });
    expect(await manager.refusalOf("removeWave", { waveId: pilot })).toBeNull();
  });

  it("is never in a wave that was taken away in the same moment", async () => {
    const id = await programme();
    const { id: groupId } = await group();
    for (let round = 0; round < 5; round += 1) {
      const waveId = await wave(id, `Wave ${round}`);
      const [placed, removed] = await Promise.all([
        manager.refusalOf("placeGroup", { groupId, programmeId: id, waveId }),
        manager.refusalOf("removeWave", { waveId }),
      ]);
      expect([
        [null, "NOT_EMPTY"],
        ["NOT_FOUND", null],
      ]).toContainEqual([placed, removed]);
    }
  });

  it("takes no wave of another programme and nothing of another network", async () => {
    const [one, other] = [await programme(), await programme()];
    const of = await wave(other, "Pilot");
    const { id: groupId } = await group();
    const refusal = (input: Data) => manager.refusalOf("placeGroup", { groupId, ...input });
    expect(await refusal({ programmeId: one, waveId: of })).toBe("INVALID_INPUT waveId");
    expect(await refusal({ waveId: of })).toBe("INVALID_INPUT waveId");
    const elsewhere = await world.network();
    const foreign = await elsewhere.manager.act(
      "createProgramme",
      { networkId: elsewhere.id, name: "Foreign" },
      "programme { id }",
    );
    expect(await refusal({ programmeId: foreign["programme"].id })).toBe("NOT_FOUND");
    expect(await elsewhere.manager.refusalOf("editProgramme", { programmeId: one })).toBe(
      "NOT_FOUND",
    );
    expect(await read(one, "id", elsewhere.manager)).toBeNull();
  });

  it.each<[string, Data, string]>([
    ["no name", { name: " " }, "INVALID_INPUT name"],
    ["a long name", { name: "x".repeat(121) }, "INVALID_INPUT name"],
    ["much of a description", { description: "x".repeat(2_001) }, "INVALID_INPUT description"],
    [
      "an end before the beginning",
      { startsOn: "2021-01-02", endsOn: "2021-01-01" },
      "INVALID_INPUT endsOn",
    ],
  ])("refuses %s, made or changed", async (_what, wrong, refusal) => {
    const input = { networkId: network.id, name: "A programme", ...wrong };
    expect(await manager.refusalOf("createProgramme", input)).toBe(refusal);
    const programmeId = await programme();
    expect(await manager.refusalOf("editProgramme", { programmeId, ...wrong })).toBe(refusal);
    expect(await read(programmeId, "... on Programme { name version }")).toEqual({
      name: "Leading change",
      version: 1,
    });
  });

  it("is changed by the version that was seen, of two who save at once", async () => {
    const programmeId = await programme();
    const save = (name: string) =>
      manager.refusalOf("editProgramme", { programmeId, name, expectedVersion: 1 });
    const both = await Promise.all([save("One"), save("Two")]);
    expect(both.filter((each) => each === "VERSION_CONFLICT expectedVersion")).toHaveLength(1);
    expect(both).toContain(null);
  });

  it("shows of its groups only those that one may know of, page by page", async () => {
    const programmeId = await programme();
    for (const visibility of ["CONFIDENTIAL", "PRIVATE", "CONFIDENTIAL", "PRIVATE"]) {
      const { id: groupId } = await group({ visibility, name: visibility });
      await manager.act("placeGroup", { groupId, programmeId });
    }
    const member = await (await group()).admit();
    const page = "groups(first: 1) { nodes { name } pageInfo { hasNextPage endCursor } }";
    const { groups } = await read(programmeId, `... on Programme { ${page} }`, member);
    expect(groups).toMatchObject({ nodes: [{ name: "PRIVATE" }], pageInfo: { hasNextPage: true } });
    const rest = `... on Programme { groups(first: 5, after: "${groups.pageInfo.endCursor}") { nodes { name } } }`;
    expect((await read(programmeId, rest, member))["groups"].nodes).toEqual([{ name: "PRIVATE" }]);
    const all = await read(programmeId, "... on Programme { groups { nodes { name } } }");
    expect(all["groups"].nodes).toHaveLength(4);
  });
});

describe("who stands behind a programme", () => {
  it("does so for its days, once at a time", async () => {
    const programmeId = await programme();
    const organisationId = await organisation("Health Education");
    const relate = (input: Data) =>
      manager.act(
        "relateOrganisation",
        { programmeId, organisationId, kind: "FUNDS", ...input },
        "relation { id }",
      );
    const { relation } = await relate({ from: "2019-01-01", until: "2020-01-01" });
    expect((await relate({ from: "2019-12-31" }))["errors"]).toMatchObject([
      { code: "ALREADY_EXISTS" },
    ]);
    expect((await relate({}))["errors"]).toMatchObject([{ code: "ALREADY_EXISTS" }]);
    expect((await relate({ from: "2021-01-01", until: "2021-01-01" }))["errors"]).toMatchObject([
      { code: "INVALID_INPUT", field: ["until"] },
    ]);
    expect((await relate({ kind: "HOSTS" }))["errors"]).toEqual([]);
    expect((await relate({ from: "2020-01-01" }))["errors"]).toEqual([]);
    expect(await manager.refusalOf("dateRelation", { relationId: relation.id, until: null })).toBe(
      "ALREADY_EXISTS organisationId",
    );
    const on = async (day: string) =>
      (await read(programmeId, `... on Programme { relations(on: "${day}") { kind } }`))[
        "relations"
      ];
    expect(await on("2018-12-31")).toEqual([{ kind: "HOSTS" }]);
    expect(await on("2019-12-31")).toHaveLength(2);
    await manager.act("removeRelation", { relationId: relation.id });
    expect(await on("2019-12-31")).toEqual([{ kind: "HOSTS" }]);
    expect(await manager.refusalOf("removeRelation", { relationId: relation.id })).toBe(
      "NOT_FOUND",
    );
  });

  it("may report on what it is related to, and on what went into it had, from that day", async () => {
    const [first, second] = [
      await programme({ name: "First" }),
      await programme({ name: "Second" }),
    ];
    const [partnership, board] = [await organisation("Partnership"), await organisation("Board")];
    const relate = (programmeId: string, organisationId: string) =>
      manager.act("relateOrganisation", {
        programmeId,
        organisationId,
        kind: "FUNDS",
        from: "2018-01-01",
      });
    await relate(first, partnership);
    await relate(second, board);
    await manager.act("mergeOrganisations", {
      organisationIds: [partnership],
      intoId: board,
      on: "2022-07-01",
    });
    const scope = async (id: string, day: string) =>
      (await read(id, `... on Organisation { relations(on: "${day}") { programme { name } } }`))[
        "relations"
      ].map((each: Data) => each["programme"].name);
    expect(await scope(board, "2022-06-30")).toEqual(["Second"]);
    expect(await scope(board, "2022-07-01")).toEqual(["First", "Second"]);
    expect(await scope(partnership, "2022-06-30")).toEqual(["First"]);
    expect(await scope(board, "2017-12-31")).toEqual([]);
  });
});

describe("waves side by side", () => {
  it("are compared by who is there, and who was, for managers alone", async () => {
    const id = await programme();
    const [pilot, year] = [await wave(id, "Pilot"), await wave(id, "Year one")];
    const [one, two, three] = [await group(), await group({ country: "NP" }), await group()];
    for (const [place, waveId] of [
      [one, pilot],
      [two, pilot],
      [three, year],
    ] as const)
      await manager.act("placeGroup", { groupId: place.id, programmeId: id, waveId });
    const both = await one.admit();
    await two.admit("MEMBER", both);
    await one.admit("COORDINATOR");
    await three.remove(await three.admit());
    await three.admit();

    const FIGURES = `groupCount countryCount seatCount memberCount coordinatorCount everMemberCount goneCount`;
    const selection = `... on Programme { figures { ${FIGURES} } waves { name figures { ${FIGURES} } } }`;
    const { figures, waves } = await read(id, selection);
    expect(Object.fromEntries(waves.map((each: Data) => [each["name"], each["figures"]]))).toEqual({
      Pilot: {
        groupCount: 2,
        countryCount: 2,
        seatCount: 40,
        memberCount: 1,
        coordinatorCount: 1,
        everMemberCount: 1,
        goneCount: 0,
      },
      "Year one": {
        groupCount: 1,
        countryCount: 1,
        seatCount: 20,
        memberCount: 1,
        coordinatorCount: 0,
        everMemberCount: 2,
        goneCount: 1,
      },
    });
    expect(figures).toMatchObject({ groupCount: 3, memberCount: 2, everMemberCount: 3 });
    const before = await read(
      id,
      `... on Programme { figures(on: "2020-01-01") { groupCount memberCount everMemberCount } }`,
    );
    expect(before["figures"]).toEqual({ groupCount: 0, memberCount: 0, everMemberCount: 0 });
    expect((await read(id, selection, both))["figures"]).toBeNull();
  });
});
