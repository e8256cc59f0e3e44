import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { World, type Actor } from "../../testing/world.ts";

let world: World;
let ada: Actor;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
  ada = await world.person("Ada");
});
afterAll(() => world.close());

const SHOWN = "person { posts { id title employer startsOn endsOn } }";
const set = async (posts: object[] | null) => await ada.act("updateProfile", { posts }, SHOWN);
const old = {
  title: "Ward nurse",
  employer: "Ndola Central Hospital",
  startsOn: "2016-02-01",
  endsOn: "2019-12-31",
};
const present = {
  title: "Nurse in charge",
  employer: "Kanyama clinic",
  startsOn: "2015-01-15",
  endsOn: null,
};
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

describe("posts", () => {
  it("are set as one list: present ones first, those that are named stay, others go", async () => {
    const first = (await set([old, present]))["person"].posts;
    expect(first).toMatchObject([present, old]);
    const renamed = { ...first[1], title: "Staff nurse" };
    expect((await set([renamed]))["person"].posts).toEqual([renamed]);
    expect((await set(null))["person"].posts).toEqual([]);
  });

  it.each<[string, object, string]>([
    ["begins in the future", { ...present, startsOn: day(2) }, "posts 0 startsOn"],
    ["ends in the future", { ...old, endsOn: day(2) }, "posts 0 endsOn"],
    ["ends before it begins", { ...old, endsOn: "2016-01-31" }, "posts 0 endsOn"],
    ["has no title", { ...old, title: " \u202e " }, "posts 0 title"],
    ["has a title without end", { ...old, title: "x".repeat(10_000) }, "posts 0 title"],
    ["has an employer without end", { ...old, employer: "x".repeat(201) }, "posts 0 employer"],
    ["is not there", { ...old, id: "nothing" }, "posts 0 id"],
  ])("refuse one that %s, and stay as they were", async (_what, post, field) => {
    await set([present]);
    expect(await ada.refusalOf("updateProfile", { posts: [post, present] })).toBe(
      `INVALID_INPUT ${field}`,
    );
    const { viewer } = await ada.ask(`{ viewer { ${SHOWN} } }`);
    expect(viewer.person.posts).toMatchObject([present]);
  });

  it("take a day that may be today somewhere, and one day alone", async () => {
    const today = day(0);
    const { person, errors } = await set([{ ...old, startsOn: today, endsOn: today }]);
    expect(errors).toEqual([]);
    expect(person.posts).toMatchObject([{ startsOn: today, endsOn: today }]);
  });

  it("are thirty at the most, and no one else's", async () => {
    expect(await ada.refusalOf("updateProfile", { posts: Array(31).fill(old) })).toBe(
      "INVALID_INPUT posts",
    );
    const [{ id }] = (await set([old]))["person"].posts;
    const eve = await world.person("Eve");
    expect(await eve.refusalOf("updateProfile", { posts: [{ ...old, id }] })).toBe(
      "INVALID_INPUT posts 0 id",
    );
  });

  it("are known one by one to those who are told of them", async () => {
    const group = await world.group();
    const [bea, cleo] = [await group.admit(), await group.admit()];
    const { person } = await bea.act("updateProfile", { posts: [old] }, SHOWN);
    const NODE = "query($id: ID!) { node(id: $id) { ... on Post { title } } }";
    const seen = async () => (await cleo.ask(NODE, { id: person.posts[0].id }))["node"];
    expect(await seen()).toEqual({ title: old.title });
    await bea.act("updateProfile", { audiences: [{ field: "POSTS", audience: "ONLY_ME" }] });
    expect(await seen()).toBeNull();
  });
});
