import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { World, type Actor, type Data } from "../../testing/world.ts";

const SHOWN = `organisation { id name kind country area validFrom validTo version viewerCan
  names { name from until } successor { name } predecessors { name } heir { name } }`;
const REGISTER = `query($slug: String!, $query: String, $kind: OrganisationKind, $country: CountryCode, $on: Date,
  $first: Int, $after: String) { network(slug: $slug) {
    organisations(query: $query, kind: $kind, country: $country, on: $on, first: $first, after: $after) {
      nodes { name } pageInfo { endCursor hasNextPage } } } }`;

let world: World;
let network: { id: string; slug: string; manager: Actor };
let keeper: Actor;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
});
afterAll(() => world.close());
beforeEach(async () => {
  network = await world.network();
  keeper = network.manager;
});

const enter = (name: string, more: Data = {}): Promise<Data> =>
  keeper.act(
    "registerOrganisation",
    { networkId: network.id, name, kind: "HOSPITAL", country: "GB", ...more },
    SHOWN,
  );
const entered = async (name: string, more: Data = {}): Promise<string> => {
  const { organisation, errors } = await enter(name, more);
  expect(errors).toEqual([]);
  return organisation.id;
};
const names = async (variables: Data = {}, by = keeper): Promise<string[]> => {
  const found = await by.ask(REGISTER, { slug: network.slug, first: 100, ...variables });
  return found["network"].organisations.nodes.map((each: Data) => each["name"]);
};
const shown = async (id: string): Promise<Data> =>
  (
    await keeper.ask(
      `query($id: ID!) { organisation: node(id: $id) { ... on Organisation {
    ${SHOWN.slice(SHOWN.indexOf("{") + 1, -1)} } } }`,
      { id },
    )
  )["organisation"];

describe("a register", () => {
  it("keeps what is entered, and shows it to the network alone", async () => {
    const { organisation } = await enter("  St  Mary\u2019s\nHospital ", {
      area: " Lewisham ",
      validFrom: "1948-07-05",
    });
    expect(organisation).toMatchObject({
      name: "St Mary\u2019s Hospital",
      kind: "HOSPITAL",
      country: "GB",
      area: "Lewisham",
      validFrom: "1948-07-05",
      validTo: null,
      version: 1,
      viewerCan: ["CORRECT", "RENAME", "MERGE", "CLOSE"],
      names: [{ name: "St Mary\u2019s Hospital", from: "1948-07-05", until: null }],
      heir: { name: "St Mary\u2019s Hospital" },
    });
    const outsider = (await world.network()).manager;
    const NODE = "query($id: ID!) { node(id: $id) { id } }";
    expect((await outsider.ask(NODE, { id: organisation.id }))["node"]).toBeNull();
    expect(
      await outsider.refusalOf("closeOrganisation", {
        organisationId: organisation.id,
        on: "2020-01-01",
      }),
    ).toBe("NOT_FOUND");
  });

  it("finds by words of any name and of the area, whatever the accents and capitals", async () => {
    const id = await entered("Hôpital de Zürich", { area: "Genève", country: "CH" });
    await entered("አዲስ አበባ ሆስፒታል", { country: "ET" });
    await keeper.act("renameOrganisation", {
      organisationId: id,
      name: "Spital Nord",
      on: "2020-01-01",
    });
    for (const query of ["HOPITAL zurich", "geneve", "nord", "  spital\n"])
      expect(await names({ query }), query).toEqual(["Spital Nord"]);
    expect(await names({ query: "ሆስፒታል" })).toEqual(["አዲስ አበባ ሆስፒታል"]);
    for (const query of ["%", "_", "nowhere", "spital x", "sp\u0000ital\ud83d"])
      expect(await names({ query }), query).toEqual([]);
    expect(await names({ query: " " })).toHaveLength(2);
    expect(await names({ country: "ET" })).toHaveLength(1);
    expect(await names({ kind: "TRUST" })).toEqual([]);
  });

  it("is read page by page, each once, by name", async () => {
    for (const name of ["Zeta", "alpha", "Émile", "beta", "Eta"]) await entered(name);
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { network: found } = await keeper.ask(REGISTER, {
        slug: network.slug,
        first: 2,
        after,
      });
      const { nodes, pageInfo } = found.organisations;
      seen.push(...nodes.map((each: Data) => each["name"]));
      ({ endCursor: after, hasNextPage: more } = pageInfo);
    }
    expect(seen).toEqual(["alpha", "beta", "Émile", "Eta", "Zeta"]);
    const forged = Buffer.from(JSON.stringify(["a\u0000b", "x"])).toString("base64url");
    expect(await keeper.codeOf(REGISTER, { slug: network.slug, after: forged })).toBe(
      "BAD_USER_INPUT",
    );
  });

  it("has one living organisation of a name in a country, also of two that come at once", async () => {
    await entered("Ndola Central");
    expect((await enter("NDOLA  central")).errors).toMatchObject([
      { code: "ALREADY_EXISTS", field: ["name"] },
    ]);
    await entered("Ndola Central", { country: "ZM" });
    const both = await Promise.all([enter("Kitwe"), enter("kitwe")]);
    expect(both.filter(({ errors }) => errors.length > 0)).toHaveLength(1);
  });

  it.each<[string, Data, string]>([
    ["no name", { name: " \u200b" }, "INVALID_INPUT name"],
    ["a long name", { name: "x".repeat(201) }, "INVALID_INPUT name"],
    ["a long area", { area: "x".repeat(201) }, "INVALID_INPUT area"],
    ["a day to come", { validFrom: "2199-01-01" }, "INVALID_INPUT validFrom"],
  ])("refuses %s", async (_what, wrong, refusal) => {
    const input = {
      networkId: network.id,
      name: "A trust",
      kind: "TRUST",
      country: "GB",
      ...wrong,
    };
    expect(await keeper.refusalOf("registerOrganisation", input)).toBe(refusal);
    expect(await names()).toEqual([]);
  });
});

describe("an organisation's past", () => {
  it("keeps each name for its days", async () => {
    const id = await entered("Partnership", { kind: "HEALTH_SYSTEM", validFrom: "2016-03-01" });
    const rename = (name: string, on: string) =>
      keeper.act("renameOrganisation", { organisationId: id, name, on }, SHOWN);
    await rename("Care System", "2020-04-01");
    const { organisation } = await rename("Care Board", "2022-07-01");
    expect(organisation.names).toEqual([
      { name: "Care Board", from: "2022-07-01", until: null },
      { name: "Care System", from: "2020-04-01", until: "2022-07-01" },
      { name: "Partnership", from: "2016-03-01", until: "2020-04-01" },
    ]);
    const { node } = await keeper.ask(
      `query($id: ID!) { node(id: $id) { ... on Organisation { a: nameOn(day: "2020-03-31")
        b: nameOn(day: "2020-04-01") c: nameOn(day: "2022-06-30") d: nameOn(day: "2026-01-01") } } }`,
      { id },
    );
    expect(node).toEqual({ a: "Partnership", b: "Care System", c: "Care System", d: "Care Board" });
    const refusal = (input: Data) =>
      keeper.refusalOf("renameOrganisation", { organisationId: id, name: "X", ...input });
    expect(await refusal({ on: "2022-07-01" })).toBe("INVALID_INPUT on");
    expect(await refusal({ on: "2016-03-01" })).toBe("INVALID_INPUT on");
    expect(await refusal({ on: "2199-01-01" })).toBe("INVALID_INPUT on");
    expect(await refusal({ on: "2024-01-01", name: "CARE board" })).toBe("ALREADY_EXISTS name");
    expect((await shown(id))["names"]).toHaveLength(3);
  });

  it("is corrected without a trace, by the version that was seen", async () => {
    const id = await entered("Hosptial", { validFrom: "2001-01-01" });
    const correct = (input: Data) =>
      keeper.act("correctOrganisation", { organisationId: id, ...input }, SHOWN);
    const { organisation } = await correct({ name: "Hospital", area: "North", expectedVersion: 1 });
    expect(organisation).toMatchObject({ name: "Hospital", area: "North", version: 2 });
    expect(organisation.names).toHaveLength(1);
    expect(
      await keeper.refusalOf("correctOrganisation", {
        organisationId: id,
        name: "Other",
        expectedVersion: 1,
      }),
    ).toBe("VERSION_CONFLICT expectedVersion");
    for (const wrong of [{ kind: null }, { country: null }, { name: null }])
      expect(await keeper.refusalOf("correctOrganisation", { organisationId: id, ...wrong })).toBe(
        `INVALID_INPUT ${Object.keys(wrong)[0]}`,
      );
    expect((await correct({ area: null, validFrom: null }))["organisation"]).toMatchObject({
      name: "Hospital",
      area: null,
      validFrom: null,
      version: 3,
    });
  });

  it("ends where it goes into another, which carries it on from that day", async () => {
    const [one, two, board] = [
      await entered("North Partnership"),
      await entered("South Partnership"),
      await entered("Care Board", { validFrom: "2022-07-01" }),
    ];
    const merge = (input: Data) =>
      keeper.act(
        "mergeOrganisations",
        input,
        `organisations { id name validTo } into { name predecessors { name } }`,
      );
    const merged = await merge({
      organisationIds: [one, two, one],
      intoId: board,
      on: "2022-07-01",
    });
    expect(merged).toMatchObject({
      errors: [],
      organisations: [{ validTo: "2022-07-01" }, { validTo: "2022-07-01" }],
      into: { predecessors: [{ name: "North Partnership" }, { name: "South Partnership" }] },
    });
    expect(await shown(one)).toMatchObject({
      successor: { name: "Care Board" },
      viewerCan: ["CORRECT", "REVIVE"],
    });
    const region = await entered("Region");
    await merge({ organisationIds: [board], intoId: region, on: "2025-01-01" });
    const { node } = await keeper.ask(
      `query($id: ID!) { node(id: $id) { ... on Organisation { before: heir(on: "2022-06-30") { name }
        between: heir(on: "2024-12-31") { name } later: heir(on: "2025-01-01") { name } now: heir { name } } } }`,
      { id: one },
    );
    expect(node).toEqual({
      before: { name: "North Partnership" },
      between: { name: "Care Board" },
      later: { name: "Region" },
      now: { name: "Region" },
    });
    expect(await names({ on: "2022-06-30" })).toEqual([
      "North Partnership",
      "Region",
      "South Partnership",
    ]);
    expect(await names({ on: "2023-01-01" })).toEqual(["Care Board", "Region"]);

    // Nothing is half done, and nothing goes in a circle.
    const lonely = await entered("Lonely");
    const refusal = (input: Data) =>
      keeper.refusalOf("mergeOrganisations", { on: "2025-06-01", ...input });
    expect(await refusal({ organisationIds: [region, lonely], intoId: region })).toBe(
      "INVALID_INPUT intoId",
    );
    expect(await refusal({ organisationIds: [lonely], intoId: board })).toBe("FORBIDDEN");
    expect(await refusal({ organisationIds: [lonely, board], intoId: region })).toBe("FORBIDDEN");
    expect(await refusal({ organisationIds: [], intoId: region })).toBe(
      "INVALID_INPUT organisationIds",
    );
    expect(await refusal({ organisationIds: [lonely], intoId: region, on: "2199-01-01" })).toBe(
      "INVALID_INPUT on",
    );
    expect((await shown(lonely))["validTo"]).toBeNull();
    const foreign = await (
      await world.network()
    ).manager
      .act("registerOrganisation", {
        networkId: (await world.network()).id,
        name: "X",
        kind: "TRUST",
        country: "GB",
      })
      .catch((error: { extensions: Data }) => error.extensions);
    expect(foreign).toMatchObject({ code: "NOT_FOUND" });
  });

  it("does not lead out of its register", async () => {
    const other = await world.network();
    const { organisation } = await other.manager.act(
      "registerOrganisation",
      { networkId: other.id, name: "Elsewhere", kind: "TRUST", country: "GB" },
      "organisation { id }",
    );
    const id = await entered("Here");
    for (const input of [
      { organisationIds: [id], intoId: organisation.id },
      { organisationIds: [organisation.id], intoId: id },
    ])
      expect(await keeper.refusalOf("mergeOrganisations", { ...input, on: "2020-01-01" })).toBe(
        "NOT_FOUND",
      );
    expect((await shown(id))["validTo"]).toBeNull();
  });

  it("can be taken back, unless its name was given to another", async () => {
    const [one, board] = [await entered("Trust"), await entered("Board")];
    await keeper.act("mergeOrganisations", {
      organisationIds: [one],
      intoId: board,
      on: "2022-07-01",
    });
    const revive = (id: string) => keeper.act("reviveOrganisation", { organisationId: id }, SHOWN);
    expect((await revive(one))["organisation"]).toMatchObject({ validTo: null, successor: null });
    expect((await revive(one))["errors"]).toMatchObject([{ code: "FORBIDDEN" }]);
    await keeper.act("closeOrganisation", { organisationId: one, on: "2023-01-01" });
    await entered("Trust");
    expect((await revive(one))["errors"]).toMatchObject([{ code: "ALREADY_EXISTS" }]);
    expect((await shown(one))["validTo"]).toBe("2023-01-01");
  });
});
