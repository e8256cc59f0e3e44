import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { TestGroup, World, type Actor, type Data } from "../../testing/world.ts";

const BOARD = `query($slug: String!, $filter: BoardFilter, $order: BoardOrder, $first: Int, $after: String) {
  network(slug: $slug) { board(filter: $filter, order: $order, first: $first, after: $after) {
    nodes { name attention openApplicationCount waitingCount programme { name }
      members(role: COORDINATOR, first: 3) { nodes { person { id } } } }
    pageInfo { hasNextPage endCursor } } } }`;
const SUMMARY = `query($slug: String!) { network(slug: $slug) { boardSummary {
  groupCount attentionCount freeSeatCount waitingCount openApplicationCount countries } } }`;

let world: World;
let slug: string;
let networkId: string;
let manager: Actor;
let programmeId: string;
const groups: Record<string, TestGroup> = {};
const people: Record<"member" | "coordinator", Actor> = {} as never;

async function done(who: Actor, mutation: string, input: Data, selection = ""): Promise<Data> {
  const payload = await who.act(mutation, input, selection);
  if (payload["errors"][0]) throw new Error(payload["errors"][0].message);
  return payload;
}

async function make(name: string, more: Data = {}): Promise<TestGroup> {
  const wanted = { networkId, name, kind: "COHORT", ...more };
  const payload = await done(manager, "createGroup", wanted, "group { id }");
  const group = new TestGroup(world, { id: payload["group"].id, networkId, manager });
  groups[name] = group;
  return group;
}

/** When it was last talked in, and since when it is in its state. */
const age = (name: string, days: { silent: number; state: number }) =>
  sql`update "group" set last_activity_at = now() - ${days.silent} * interval '1 day',
    state_since = now() - ${days.state} * interval '1 day' where name = ${name}`.execute(
    world.house.database.db,
  );

/** One group for each reason, and one beside each that has the half of it and none of the reason. */
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
  ({ id: networkId, slug, manager } = await world.network());
  await make("Ålesund", { state: "FORMING", country: "NO", memberCapacity: 5 });
  const beta = await make("Beta", { visibility: "RESTRICTED", country: "ZM" });
  const gamma = await make("Gamma", { visibility: "CONFIDENTIAL", country: "ZM" });
  await make("Delta", { kind: "COMMUNITY" });
  await make("Epsilon", { country: "ZM" });
  const zeta = await make("zeta", { kind: "COMMUNITY", memberCapacity: 1 });
  people.coordinator = await beta.admit("COORDINATOR");
  // A room of theirs stands on no board.
  await done(people.coordinator, "openCoordinatorsRoom", { groupId: beta.id });
  await gamma.admit("COORDINATOR");
  await zeta.admit("COORDINATOR");
  people.member = await zeta.admit();
  await done(people.member, "applyToGroup", { groupId: beta.id, answers: [] });
  const waiting = await (await make("Door")).admit();
  await done(waiting, "waitForSeat", { groupId: zeta.id });
  for (const [name, state] of [
    ["Delta", "SELF_SUSTAINING"],
    ["Epsilon", "SEALED"],
    ["Door", "GRADUATED"],
  ] as const)
    await done(manager, "moveGroupOn", { groupId: groups[name]?.id, state });
  const made = await done(
    manager,
    "createProgramme",
    { networkId, name: "Pilot" },
    "programme { id }",
  );
  programmeId = made["programme"].id;
  await done(manager, "placeGroup", { groupId: beta.id, programmeId });
  await age("Ålesund", { silent: 40, state: 29 });
  await age("Gamma", { silent: 15, state: 20 });
  await age("Delta", { silent: 30, state: 13 });
  await age("Epsilon", { silent: 99, state: 99 });
  await age("Door", { silent: 50, state: 50 });
  await age("Coordinators", { silent: 2, state: 60 });
});
afterAll(() => world.close());

const board = async (variables: Data = {}, by = manager): Promise<Data> =>
  (await by.ask(BOARD, { slug, ...variables }))["network"].board;
const names = async (variables: Data = {}): Promise<string[]> =>
  (await board(variables))["nodes"].map(({ name }: Data) => name);

const byName = ["Ålesund", "Beta", "Coordinators", "Delta", "Door", "Epsilon", "Gamma", "zeta"];

describe("the board", () => {
  it("has every group of the network with why it asks for attention", async () => {
    const { nodes } = await board();
    expect(nodes.map(({ name }: Data) => name)).toEqual(byName);
    const reasons = nodes.filter(({ attention }: Data) => attention.length > 0);
    expect(
      Object.fromEntries(reasons.map((each: Data) => [each["name"], each["attention"]])),
    ).toEqual({
      Ålesund: ["NO_COORDINATOR", "LONG_FORMING"],
      Gamma: ["SILENT"],
      zeta: ["FULL_WITH_LINE"],
    });
    expect(nodes[1]).toMatchObject({
      openApplicationCount: 1,
      programme: { name: "Pilot" },
      members: { nodes: [{ person: { id: people.coordinator.id } }] },
    });
    expect(nodes[7]).toMatchObject({ waitingCount: 1, openApplicationCount: 0 });
    expect((await manager.ask(SUMMARY, { slug }))["network"].boardSummary).toEqual({
      groupCount: 8,
      attentionCount: 3,
      // Ålesund 5, Beta and Gamma 20 each; zeta is full, Epsilon and Door take nobody.
      freeSeatCount: 45,
      waitingCount: 1,
      openApplicationCount: 1,
      countries: ["NO", "ZM"],
    });
  });

  it.each<[Data, string[]]>([
    [{ state: "FORMING" }, ["Ålesund"]],
    [{ country: "ZM" }, ["Beta", "Epsilon", "Gamma"]],
    [{ kind: "COMMUNITY" }, ["Delta", "zeta"]],
    [{ attention: ["NO_COORDINATOR"] }, ["Ålesund"]],
    [{ attention: ["SILENT", "FULL_WITH_LINE"] }, ["Gamma", "zeta"]],
    [{ attention: ["LONG_FORMING"], country: "ZM" }, []],
    [{ attention: [] }, []],
    [{ state: null, country: null, attention: null }, byName],
  ])("narrowed to %j", async (filter, expected) => {
    expect(await names({ filter })).toEqual(expected);
  });

  it("narrowed to a programme, and to nothing by the id of something else", async () => {
    expect(await names({ filter: { programmeId } })).toEqual(["Beta"]);
    expect(await names({ filter: { programmeId, state: "SEALED" } })).toEqual([]);
    const bad = { slug, filter: { programmeId: groups["Beta"]?.id } };
    expect(await manager.codeOf(BOARD, bad)).toBe("BAD_USER_INPUT");
  });

  it.each([
    ["NAME", byName],
    ["LONGEST_SILENT", ["Epsilon", "Door", "Ålesund", "Delta", "Gamma", "Coordinators"]],
    ["FREE_SEATS", null],
    ["LATEST_ACTIVITY", null],
  ])("by %s comes in pages that miss nothing and tell nothing twice", async (order, expected) => {
    const whole = await names({ order });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo } = await board({ order, first: 3, after });
      seen.push(...nodes.map(({ name }: Data) => name));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null && seen.length < 20);
    expect(seen).toEqual(whole);
    expect(whole.toSorted()).toEqual(byName.toSorted());
    if (expected) expect(whole.slice(0, expected.length)).toEqual(expected);
  });

  it("by free seats has those without a limit last, and by activity the other way round", async () => {
    const free = await names({ order: "FREE_SEATS" });
    expect(free.slice(-2).toSorted()).toEqual(["Coordinators", "Delta"]);
    expect(free.indexOf("Ålesund")).toBe(4);
    expect(free.indexOf("zeta")).toBe(5);
    const latest = await names({ order: "LATEST_ACTIVITY" });
    expect(latest.slice(-4)).toEqual(["Delta", "Ålesund", "Door", "Epsilon"]);
  });

  it("takes no cursor of another order", async () => {
    const { pageInfo } = await board({ first: 1 });
    for (const order of ["FREE_SEATS", "LATEST_ACTIVITY"])
      expect(await manager.codeOf(BOARD, { slug, order, after: pageInfo.endCursor })).toBe(
        "BAD_USER_INPUT",
      );
  });

  it("is for the managers of the network alone; attention is for who leads the group", async () => {
    for (const who of [people.member, people.coordinator]) {
      expect((await board({}, who))["nodes"]).toEqual([]);
      expect((await who.ask(SUMMARY, { slug }))["network"].boardSummary).toBeNull();
    }
    const outsider = (await world.network()).manager;
    expect((await outsider.ask(SUMMARY, { slug }))["network"]).toBeNull();
    const ask = async (who: Actor, name: string) =>
      (
        await who.ask(
          "query($id: ID!) { node(id: $id) { ... on Group { attention openApplicationCount } } }",
          { id: groups[name]?.id },
        )
      )["node"];
    expect(await ask(people.member, "Ålesund")).toEqual({
      attention: [],
      openApplicationCount: null,
    });
    expect(await ask(people.coordinator, "Beta")).toEqual({
      attention: [],
      openApplicationCount: 1,
    });
    expect(await ask(people.coordinator, "Gamma")).toBeNull();
  });
});
