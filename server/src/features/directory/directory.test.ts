import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { World, type Actor, type TestGroup } from "../../testing/world.ts";

const FIND = `query($id: ID!, $filter: PeopleFilter, $first: Int, $after: String) { node(id: $id) { ... on Network {
  people(filter: $filter, first: $first, after: $after) { nodes { id name field } edges { cursor } pageInfo { hasNextPage endCursor } } } } }`;

const profiles = {
  mwila: {
    name: "Mwila Ng'andu",
    profession: "Clinic nurse",
    field: "MIDWIFERY",
    country: "ZM",
    readingLanguages: ["bem", "en-ZM"],
    writingLanguages: ["bem", "en-ZM"],
    interests: ["Palliative care at home"],
    canHelpWith: "Rotas that people keep",
    posts: [{ title: "Sister", employer: "Kanyama clinic", startsOn: "2020-01-01" }],
  },
  jose: {
    name: "José Álvarez",
    profession: "Midwife",
    field: "MIDWIFERY",
    country: "MZ",
    readingLanguages: ["pt", "en"],
    writingLanguages: ["pt"],
    interests: ["Triage"],
  },
  meena: {
    name: "मीना थापा",
    profession: "Midwife",
    field: "MIDWIFERY",
    country: "NP",
    readingLanguages: ["ne"],
    writingLanguages: ["ne"],
  },
  fatuma: {
    name: "Fatuma Ali",
    profession: "Paediatric nurse",
    field: "CHILD_HEALTH",
    country: "ZM",
  },
};
type Name = keyof typeof profiles;

let world: World;
let group: TestGroup;
let viewer: Actor;
const people = {} as Record<Name, Actor>;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
  group = await world.group("COMMUNITY");
  viewer = await group.admit();
  for (const [name, profile] of Object.entries(profiles)) {
    const person = await group.admit();
    await person.act("updateProfile", profile);
    await person.act("listInDirectory", { networkId: group.networkId, on: true });
    people[name as Name] = person;
  }
});
afterAll(() => world.close());

async function find(filter: object | null, by = viewer): Promise<string[]> {
  const { node } = await by.ask(FIND, { id: group.networkId, filter });
  return node.people.nodes.map(({ name }: { name: string }) => name);
}
const all = ["Fatuma Ali", "José Álvarez", "Mwila Ng'andu", "मीना थापा"];

describe("the directory", () => {
  it("has who asked to be listed, by name, in pages, and nobody else", async () => {
    expect(await find(null)).toEqual(all);
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 4; page += 1) {
      const { node } = await viewer.ask(FIND, { id: group.networkId, first: 1, after });
      seen.push(...node.people.nodes.map(({ name }: { name: string }) => name));
      after = node.people.pageInfo.endCursor;
      expect(node.people.pageInfo.hasNextPage).toBe(page < 3);
    }
    expect(seen).toEqual(all);
  });

  it.each<[object, string[]]>([
    [{ query: "ngandu" }, ["Mwila Ng'andu"]],
    [{ query: "NG'AN mwi" }, ["Mwila Ng'andu"]],
    [{ query: "alvárez jos" }, ["José Álvarez"]],
    [{ query: "थापा" }, ["मीना थापा"]],
    [{ query: "kanyama" }, ["Mwila Ng'andu"]],
    [{ query: "rota" }, ["Mwila Ng'andu"]],
    [{ query: "nobody" }, []],
    [{ query: "***" }, all],
    [{ field: "CHILD_HEALTH" }, ["Fatuma Ali"]],
    [{ country: "ZM" }, ["Fatuma Ali", "Mwila Ng'andu"]],
    [{ otherThanCountry: "ZM", field: "MIDWIFERY" }, ["José Álvarez", "मीना थापा"]],
    [{ language: "en" }, ["José Álvarez", "Mwila Ng'andu"]],
    [{ language: "en-ZM" }, ["Mwila Ng'andu"]],
    [{ interest: "care" }, ["Mwila Ng'andu"]],
    [{ profession: "nurse" }, ["Fatuma Ali", "Mwila Ng'andu"]],
    [{ profession: "care" }, []],
    [{ country: "AQ" }, []],
  ])("finds by %j", async (filter, names) => {
    expect(await find(filter)).toEqual(names);
  });

  it("refuses more words than a search has", async () => {
    const code = (filter: object) => viewer.codeOf(FIND, { id: group.networkId, filter });
    expect(await code({ query: "x".repeat(201) })).toBe("BAD_USER_INPUT");
    expect(await code({ interest: "a ".repeat(13) })).toBe("BAD_USER_INPUT");
    expect(await code({ query: "a ".repeat(12) })).toBeNull();
  });

  it("suggests who works in the viewer's field in other countries", async () => {
    const ABROAD = `query($id: ID!) { node(id: $id) { ... on Network { colleaguesAbroad { nodes { name } } } } }`;
    const suggested = async (by: Actor) =>
      (await by.ask(ABROAD, { id: group.networkId }))["node"].colleaguesAbroad.nodes.map(
        ({ name }: { name: string }) => name,
      );
    expect(await suggested(people.mwila)).toEqual(["José Álvarez", "मीना थापा"]);
    expect(await suggested(people.jose)).toEqual(["Mwila Ng'andu", "मीना थापा"]);
    expect(await suggested(viewer)).toEqual([]);
  });
});

describe("what an entry says", () => {
  it("follows the profile at once", async () => {
    await people.fatuma.act("updateProfile", { name: "Amina Ali", profession: "Matron" });
    expect(await find({ query: "amina matron" })).toEqual(["Amina Ali"]);
    expect(await find({ query: "fatuma" })).toEqual([]);
    expect((await find(null))[0]).toBe("Amina Ali");
    await people.fatuma.act("updateProfile", profiles.fatuma);
  });

  it.each<[string, object]>([
    ["FIELD", { field: "MIDWIFERY", country: "ZM" }],
    ["LANGUAGES", { language: "bem" }],
    ["INTERESTS", { interest: "palliative" }],
    ["INTERESTS", { query: "palliative" }],
    ["CAN_HELP_WITH", { query: "rotas" }],
    ["POSTS", { query: "kanyama" }],
  ])("has no %s that is not for the network", async (field, filter) => {
    expect(await find(filter)).toEqual(["Mwila Ng'andu"]);
    for (const audience of ["GROUPS", "ONLY_ME"]) {
      await people.mwila.act("updateProfile", { audiences: [{ field, audience }] });
      expect(await find(filter), audience).toEqual([]);
    }
    await people.mwila.act("updateProfile", { audiences: [{ field, audience: "NETWORK" }] });
    expect(await find(filter)).toEqual(["Mwila Ng'andu"]);
  });
});

describe("being listed", () => {
  const listed = async (by: Actor) =>
    (
      await by.ask(`query($id: ID!) { node(id: $id) { ... on Network { viewerListed } } }`, {
        id: group.networkId,
      })
    )["node"].viewerListed;

  it("is one's own wish, and ends by it", async () => {
    const person = await group.admit();
    expect(await listed(person)).toBe(false);
    const set = (on: boolean) =>
      person.act("listInDirectory", { networkId: group.networkId, on }, "network { viewerListed }");
    for (const on of [true, true, false, false])
      expect((await set(on))["network"]).toEqual({ viewerListed: on });
    expect(await find(null)).toEqual(all);
  });

  it("is for members of the network, for whom alone it can be read", async () => {
    const outsider = await world.person();
    const input = { networkId: group.networkId, on: true };
    expect(await outsider.refusalOf("listInDirectory", input)).toBe("NOT_FOUND");
    expect((await outsider.ask(FIND, { id: group.networkId }))["node"]).toBeNull();
  });

  it("is of one network, and says nothing in another", async () => {
    const other = await world.group("COMMUNITY");
    const both = await other.admit("MEMBER", people.jose);
    const { node } = await both.ask(FIND, { id: other.networkId });
    expect(node.people.nodes).toEqual([]);
    await both.act("listInDirectory", { networkId: other.networkId, on: true });
    const found = await both.ask(FIND, { id: other.networkId, filter: { query: "jose" } });
    expect(found["node"].people.nodes).toHaveLength(1);
    expect(await find(null)).toEqual(all);
  });

  it("ends with the membership, whoever ends it, and does not come back with a new one", async () => {
    const person = await group.admit();
    await person.act("listInDirectory", { networkId: group.networkId, on: true });
    const { db } = world.house.database;
    const entries = () =>
      db
        .selectFrom("directoryEntry")
        .select("networkId")
        .where("personId", "=", person.personId)
        .execute();
    expect(await entries()).toHaveLength(1);
    const set = (until: Date | null) =>
      db
        .updateTable("networkMembership")
        .set({ until })
        .where("personId", "=", person.personId)
        .execute();
    await set(new Date());
    expect(await entries()).toEqual([]);
    expect(
      await person.refusalOf("listInDirectory", { networkId: group.networkId, on: true }),
    ).toBe("NOT_FOUND");
    await set(null);
    expect(await entries()).toEqual([]);
  });

  it("and changing the profile at once end in the last word", async () => {
    const person = await group.admit();
    await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        at % 2 === 0
          ? person.act("updateProfile", { name: `Name ${at}` })
          : person.act("listInDirectory", { networkId: group.networkId, on: true }),
      ),
    );
    const { viewer: self } = await person.ask("{ viewer { person { name } } }");
    const { rows } = await sql<{ sortKey: string }>`select sort_key from directory_entry
      where person_id = ${person.personId}`.execute(world.house.database.db);
    expect(rows).toEqual([{ sortKey: self.person.name.toLowerCase() }]);
    await person.act("listInDirectory", { networkId: group.networkId, on: false });
  });
});

describe("the countries of a network", () => {
  const COUNTRIES = `query($id: ID!) { node(id: $id) { ... on Network { countries { country memberCount groupCount } } } }`;
  const countries = async (): Promise<Record<string, [number | null, number]>> => {
    const { node } = await viewer.ask(COUNTRIES, { id: group.networkId });
    return Object.fromEntries(
      node.countries.map(
        (each: { country: string; memberCount: number | null; groupCount: number }) => [
          each.country,
          [each.memberCount, each.groupCount],
        ],
      ),
    );
  };

  it("tell no number under three, unless all of them are listed", async () => {
    expect(await countries()).toEqual({ ZM: [2, 1], MZ: [1, 0], NP: [1, 0] });
    const hidden = await group.admit();
    await hidden.act("updateProfile", { country: "NP" });
    expect((await countries())["NP"]).toEqual([null, 0]);
    const third = await group.admit();
    await third.act("updateProfile", { country: "NP" });
    expect((await countries())["NP"]).toEqual([3, 0]);
  });

  it("count no confidential group and no sealed one", async () => {
    const { db } = world.house.database;
    const set = (values: { visibility: "CONFIDENTIAL" | "OPEN" }) =>
      db.updateTable("group").set(values).where("country", "=", "ZM").execute();
    await set({ visibility: "CONFIDENTIAL" });
    expect((await countries())["ZM"]).toEqual([2, 0]);
    await set({ visibility: "OPEN" });
    expect((await countries())["ZM"]).toEqual([2, 1]);
  });
});
