import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { World, type Actor } from "../../testing/world.ts";

const SHOWN = "person { name profession country timeZone languages about }";
const whole = {
  name: "Mwila Banda",
  profession: "Nurse",
  country: "ZM",
  timeZone: "Africa/Lusaka",
  languages: ["bem", "en-ZM"],
  about: "I work\nat night.",
};

let world: World;
let ada: Actor;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
});
afterAll(() => world.close());

const update = async (input: object, by = ada) => by.act("updateProfile", { ...input }, SHOWN);

describe("a profile", () => {
  beforeAll(async () => {
    ada = await world.person("Ada");
  });

  it("keeps what is told, and what is left out as it was", async () => {
    expect(await update(whole)).toEqual({ person: whole, errors: [] });
    expect((await update({}))["person"]).toEqual(whole);
    expect((await update({ profession: "Midwife" }))["person"]).toEqual({
      ...whole,
      profession: "Midwife",
    });
    const { viewer } = await ada.ask(`{ viewer { ${SHOWN} } }`);
    expect(viewer.person).toEqual({ ...whole, profession: "Midwife" });
  });

  it("loses what is null or empty, but never the name", async () => {
    await update(whole);
    const gone = { profession: null, country: null, timeZone: null, about: null };
    expect((await update({ ...gone, languages: null }))["person"]).toEqual({
      ...gone,
      name: whole.name,
      languages: [],
    });
    await update(whole);
    expect((await update({ profession: " ", about: "\n", languages: [] }))["person"]).toEqual({
      ...whole,
      profession: null,
      about: null,
      languages: [],
    });
    for (const name of [null, "", " \u200b "])
      expect(await ada.refusalOf("updateProfile", { name })).toBe("INVALID_INPUT name");
  });

  it("is written as people write, in one line where one is meant", async () => {
    const { person } = await update({
      name: "  ሙሉጌታ\n ታደሰ ",
      profession: "Nurse\n(ward 3)",
      about: " Two\r\nlines \u202e",
    });
    expect(person).toMatchObject({
      name: "ሙሉጌታ ታደሰ",
      profession: "Nurse (ward 3)",
      about: "Two\nlines",
    });
  });

  it.each([
    ["name", "x".repeat(201)],
    ["profession", "x".repeat(201)],
    ["about", "x".repeat(2_001)],
    ["languages", Array.from({ length: 21 }, (_, at) => `en-x-a${at}`)],
  ])("refuses too much of %s, and keeps the rest as it was too", async (field, value) => {
    await update(whole);
    expect(await ada.refusalOf("updateProfile", { country: "NP", [field]: value })).toBe(
      `INVALID_INPUT ${field}`,
    );
    expect((await update({}))["person"]).toEqual(whole);
  });

  it.each<[string, unknown[], unknown[]]>([
    ["country", ["ZM", "SO", "NP"], ["zm", "ZMB", "", "QQ", "A1", "ZZ", "UK", "EU"]],
    ["timeZone", ["Africa/Lusaka", "Asia/Kathmandu", "UTC"], ["Africa/Nowhere", "", "+02:00", "x"]],
    [
      "languages",
      [["ne"], ["fr-CM", "so"], ["zh-Hant-TW"]],
      [["no language"], [""], ["x".repeat(36)]],
    ],
  ])("takes as %s only what there is", async (field, good, bad) => {
    for (const value of good)
      expect((await update({ [field]: value }))["person"]).toMatchObject({ [field]: value });
    const source = `mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { errors { code } } }`;
    for (const value of bad) {
      const { data, errors } = await ada.tryAsk(source, { input: { [field]: value } });
      expect(data, JSON.stringify(value)).toBeUndefined();
      // Refused with the variables, before anything runs.
      expect(errors?.[0]?.path).toBeUndefined();
    }
  });

  it.each([
    ["pronunciation", "x".repeat(10_000)],
    ["canHelpWith", "x".repeat(10_000)],
    ["interests", Array.from({ length: 21 }, (_, at) => `interest ${at}`)],
    ["interests", ["x".repeat(10_000)]],
    ["readingLanguages", Array.from({ length: 21 }, (_, at) => `en-x-a${at}`)],
    ["writingLanguages", Array.from({ length: 21 }, (_, at) => `en-x-a${at}`)],
  ])("refuses too much of %s besides", async (field, value) => {
    expect(await ada.refusalOf("updateProfile", { [field]: value })).toBe(`INVALID_INPUT ${field}`);
  });

  it("tells apart what is read and what is written, and keeps what is both as languages", async () => {
    const LANGUAGES = "person { languages readingLanguages writingLanguages }";
    const set = async (input: object) =>
      (await ada.act("updateProfile", input, LANGUAGES))["person"];
    expect(
      await set({ readingLanguages: ["en", "ne", "fr"], writingLanguages: ["ne", "en", "hi"] }),
    ).toEqual({
      languages: ["en", "ne"],
      readingLanguages: ["en", "ne", "fr"],
      writingLanguages: ["en", "ne", "hi"],
    });
    expect(await set({ languages: ["so", "fr"] })).toEqual({
      languages: ["so", "fr"],
      readingLanguages: ["so", "fr"],
      writingLanguages: ["so", "fr", "hi"],
    });
    expect(await set({ readingLanguages: null })).toMatchObject({ languages: [] });
    expect(await set({ languages: null, writingLanguages: null })).toEqual({
      languages: [],
      readingLanguages: [],
      writingLanguages: [],
    });
  });

  it("keeps each interest once, cleaned, however it is written", async () => {
    const { person } = await ada.act(
      "updateProfile",
      { interests: ["Triage", " triage ", "Soins\n palliatifs", "\u202e", "የልጆች ጤና"] },
      "person { interests }",
    );
    expect(person.interests).toEqual(["Triage", "Soins palliatifs", "የልጆች ጤና"]);
  });

  it("keeps a country that left the list, until another one is chosen", async () => {
    const { db } = world.house.database;
    await db.updateTable("person").set({ country: "AN" }).where("id", "=", ada.personId).execute();
    expect((await update({ profession: "Nurse" }))["person"]).toMatchObject({
      country: "AN",
      profession: "Nurse",
    });
    expect((await update({ country: "CW" }))["person"]).toMatchObject({ country: "CW" });
  });

  it("keeps each language once", async () => {
    expect((await update({ languages: ["ne", "en", "ne"] }))["person"].languages).toEqual([
      "ne",
      "en",
    ]);
  });
});

describe("a person", () => {
  const NODE = "query($id: ID!) { node(id: $id) { ... on Person { name isViewer } } }";

  it("is seen by who shares a network with them, and by themselves", async () => {
    const group = await world.group();
    const [one, other] = [await group.admit(), await group.admit()];
    const alone = await world.person();
    const seen = async (by: Actor, id: string) => (await by.ask(NODE, { id }))["node"];
    expect(await seen(one, other.id)).toMatchObject({ isViewer: false });
    expect(await seen(one, one.id)).toMatchObject({ isViewer: true });
    expect(await seen(alone, one.id)).toBeNull();
    expect(await seen(one, alone.id)).toBeNull();
    expect(await seen(alone, alone.id)).toMatchObject({ isViewer: true });
  });

  it("has an address that nobody else can ask for", async () => {
    await expect(ada.ask("{ viewer { person { email } } }")).rejects.toThrow(/Cannot query field/);
    expect((await ada.ask("{ viewer { email emailVerified } }"))["viewer"]).toMatchObject({
      email: expect.stringContaining("@people.example"),
      emailVerified: true,
    });
    expect(await world.stranger.ask("{ viewer { email } }")).toEqual({ viewer: null });
  });
});
