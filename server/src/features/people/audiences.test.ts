import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { World, type Actor, type TestGroup } from "../../testing/world.ts";
import { admits, audienceOf } from "./policy.ts";
import { profileFields } from "./profileFields.ts";

const told = {
  pronunciation: "MWEE-la",
  field: "MIDWIFERY",
  careerStage: "EARLY",
  timeZone: "Africa/Lusaka",
  readingLanguages: ["en", "bem", "fr"],
  writingLanguages: ["en", "bem", "ny"],
  interests: ["Triage", "Rotas"],
  canHelpWith: "Writing a rota that people keep",
  about: "I work at night.",
};
const POSTS = [{ title: "Nurse", employer: "A clinic", startsOn: "2020-01-01" }];
/** What each field of the audience is on a person. */
const shownBy: Record<string, string[]> = {
  PRONUNCIATION: ["pronunciation"],
  FIELD: ["field"],
  CAREER_STAGE: ["careerStage"],
  POSTS: ["posts"],
  TIME_ZONE: ["timeZone"],
  LANGUAGES: ["languages", "readingLanguages", "writingLanguages"],
  INTERESTS: ["interests"],
  CAN_HELP_WITH: ["canHelpWith"],
  ABOUT: ["about"],
};
const FIELDS = Object.values(shownBy)
  .flat()
  .map((field) => (field === "posts" ? "posts { title }" : field))
  .join(" ");
const PERSON = `query($id: ID!) { node(id: $id) { ... on Person { name profession country ${FIELDS} } } }`;

let world: World;
let group: TestGroup;
let ada: Actor;
let beside: Actor;
let elsewhere: Actor;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
  group = await world.group();
  ada = await group.admit();
  beside = await group.admit();
  elsewhere = await group.admit();
  await group.remove(elsewhere);
  await ada.act("updateProfile", { ...told, profession: "Nurse", country: "ZM", posts: POSTS });
});
afterAll(() => world.close());

const seenBy = async (by: Actor) => (await by.ask(PERSON, { id: ada.id }))["node"];
const isNothing = (value: unknown) =>
  value === null || (Array.isArray(value) && value.length === 0);

describe("the rule", () => {
  it("tells each who is nearer at least as much", () => {
    expect(admits("NETWORK", "IN_A_NETWORK")).toBe(true);
    expect(admits("GROUPS", "IN_A_NETWORK")).toBe(false);
    expect(admits("GROUPS", "IN_A_GROUP")).toBe(true);
    expect(admits("ONLY_ME", "IN_A_GROUP")).toBe(false);
    for (const audience of ["ONLY_ME", "GROUPS", "NETWORK"] as const) {
      expect(admits(audience, "SELF")).toBe(true);
      expect(admits(audience, "STRANGER")).toBe(false);
    }
  });

  it("tells the network what nothing was said of", () => {
    const said = { shownToGroups: ["ABOUT" as const], shownToNobody: ["PHOTO" as const] };
    expect(audienceOf(said, "ABOUT")).toBe("GROUPS");
    expect(audienceOf(said, "PHOTO")).toBe("ONLY_ME");
    expect(audienceOf(said, "FIELD")).toBe("NETWORK");
  });
});

describe("a field of a profile", () => {
  it("is named in this test, but for the picture, which has its own", () => {
    expect([...Object.keys(shownBy), "PHOTO"].toSorted()).toEqual(
      Object.keys(profileFields).toSorted(),
    );
  });

  describe.each(Object.entries(shownBy))("%s", (field, names) => {
    it.each([
      ["NETWORK", { ada: true, beside: true, elsewhere: true }],
      ["GROUPS", { ada: true, beside: true, elsewhere: false }],
      ["ONLY_ME", { ada: true, beside: false, elsewhere: false }],
    ])("for %s is told to nobody else", async (audience, expected) => {
      await ada.act("updateProfile", { audiences: [{ field, audience }] });
      for (const [who, by] of Object.entries({ ada, beside, elsewhere })) {
        const person = await seenBy(by);
        expect(person).toMatchObject({ profession: "Nurse", country: "ZM" });
        for (const name of names)
          expect(isNothing(person[name]), `${name} to ${who}`).toBe(
            !expected[who as keyof typeof expected],
          );
      }
      await ada.act("updateProfile", { audiences: [{ field, audience: "NETWORK" }] });
    });
  });

  it("is for its owner to narrow and to see", async () => {
    const { person } = await ada.act(
      "updateProfile",
      {
        audiences: [
          { field: "ABOUT", audience: "GROUPS" },
          { field: "ABOUT", audience: "ONLY_ME" },
          { field: "FIELD", audience: "GROUPS" },
        ],
      },
      "person { about field }",
    );
    expect(person).toEqual({ about: told.about, field: "MIDWIFERY" });
    const { viewer } = await ada.ask("{ viewer { profileAudiences { field audience } } }");
    expect(Object.keys(profileFields)).toHaveLength(viewer.profileAudiences.length);
    expect(viewer.profileAudiences).toContainEqual({ field: "ABOUT", audience: "ONLY_ME" });
    expect(viewer.profileAudiences).toContainEqual({ field: "FIELD", audience: "GROUPS" });
    expect(viewer.profileAudiences).toContainEqual({ field: "PHOTO", audience: "NETWORK" });
    const back = ["ABOUT", "FIELD"].map((field) => ({ field, audience: "NETWORK" }));
    await ada.act("updateProfile", { audiences: back });
  });

  it("is told to nobody once nothing is in common any more, wherever the name still stands", async () => {
    const thread = await group.thread(ada);
    const MESSAGES = `query($id: ID!) { node(id: $id) { ... on Thread { messages(first: 1) { nodes {
      author { name about timeZone languages interests } } } } } }`;
    const author = async () =>
      (await beside.ask(MESSAGES, { id: thread.id }))["node"].messages.nodes[0].author;
    expect(await author()).toMatchObject({ about: told.about, timeZone: told.timeZone });
    const { db } = world.house.database;
    const leave = (until: Date | null) =>
      db
        .updateTable("networkMembership")
        .set({ until })
        .where("personId", "=", ada.personId)
        .execute();
    await leave(new Date());
    expect(await author()).toEqual({
      name: expect.stringContaining("Member"),
      about: null,
      timeZone: null,
      languages: [],
      interests: [],
    });
    await leave(null);
  });

  it("does not reach a live answer that is made once for many", async () => {
    await ada.act("updateProfile", { audiences: [{ field: "ABOUT", audience: "ONLY_ME" }] });
    const source = (fields: string) =>
      `subscription($id: ID!) { threadUpdates(threadId: $id) { __typename ... on MessageSent { message { author { ${fields} } } } } }`;
    const thread = await group.thread(beside);
    const follow = async (by: Actor) => {
      const live = await by.follow(source("name about"), { id: thread.id });
      await live.next();
      return live;
    };
    const [mine, theirs] = [await follow(ada), await follow(beside)];
    await ada.act("sendMessage", {
      threadId: thread.id,
      body: "Hello",
      clientKey: crypto.randomUUID(),
    });
    expect((await mine.next()).message.author.about).toBe(told.about);
    expect((await theirs.next()).message.author.about).toBeNull();
    await Promise.all([mine.drop(), theirs.drop()]);
    await ada.act("updateProfile", { audiences: [{ field: "ABOUT", audience: "NETWORK" }] });
  });
});
