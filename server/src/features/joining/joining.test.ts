import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Db } from "../../platform/database/database.ts";
import { readGlobalId } from "../../platform/graphql/ids.ts";
import { TestGroup, World, type Actor, type Data } from "../../testing/world.ts";
import { lapseOffers } from "./jobs.ts";

const OWN = `query($id: ID!) { node(id: $id) { ... on Group { memberCount heldCount waitingCount viewerRole
  viewerApplication { id state nextEvents asked reason answers { key label text } }
  viewerWaitingPlace { id state nextEvents expiresAt } applicationDraft { key text }
  joiningForm { questions { key label kind required choices } eligibility { met message } }
  applications(first: 20) { nodes { id state nextEvents person { id } } }
  waitingPlaces(first: 20) { nodes { id state person { id } } } } } }`;
const FOLLOW = `subscription { inboxUpdates { __typename
  ... on ApplicationMoved { application { id state nextEvents } }
  ... on WaitingPlaceMoved { waitingPlace { id state expiresAt nextEvents } } ... on GroupJoined { group { id } } } }`;

let world: World;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
});
afterAll(() => world.close());

const own = async (who: Actor, group: TestGroup) => (await who.ask(OWN, { id: group.id })).node;
const apply = (who: Actor, group: TestGroup, answers: object[] = []) =>
  who.act("applyToGroup", { groupId: group.id, answers }, "application { id state }");
const decide = (who: Actor, applicationId: string, input: object) =>
  who.act("decideApplication", { applicationId, ...input }, "application { id state reason }");

async function make(home: TestGroup, input: object): Promise<TestGroup> {
  const wanted = { networkId: home.networkId, name: "Asked for", kind: "COHORT", ...input };
  const payload = await home.manager.act("createGroup", wanted, "group { id }");
  expect(payload["errors"]).toEqual([]);
  const { networkId, manager } = home;
  return new TestGroup(world, { id: payload["group"].id, networkId, manager });
}

/** A group that takes applications, somebody who coordinates it, and somebody of its network. */
async function restricted(input: object = {}) {
  const home = await world.group();
  const group = await make(home, { visibility: "RESTRICTED", ...input });
  return { group, coordinator: await group.admit("COORDINATOR"), ada: await home.admit(), home };
}

/** Statements that wait for a lock. */
async function waiting(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from pg_locks
    join pg_stat_activity using (pid) where not granted and datname = current_database()`.execute(
    db,
  );
  return rows[0].count;
}

describe("applying", () => {
  it("is told to everybody who decides by then: who came to decide meanwhile is not passed over", async () => {
    const { group, ada } = await restricted();
    const late = await group.admit();
    const { uuid: groupId } = readGlobalId(group.id)!;
    let applying: Promise<string | null> | undefined;
    await world.house.live.write({ channels: [groupId], actorId: null }, async (tx) => {
      applying = ada.refusalOf("applyToGroup", { groupId: group.id, answers: [] });
      await tx.db
        .updateTable("membership")
        .set({ role: "COORDINATOR" })
        .where("groupId", "=", groupId)
        .where("personId", "=", late.personId)
        .execute();
      // It has read who decides, and waits for the group.
      await expect.poll(() => waiting(tx.db)).toBe(1);
    });
    expect(await applying).toBe("STATE_CHANGED");
    expect(await apply(ada, group)).toMatchObject({ errors: [] });
  });

  const questions = [
    { key: "why", kind: "LONG_TEXT", label: "Why this group?", required: true },
    { key: "nights", kind: "CHOICE", label: "Nights?", required: true, choices: ["Yes", "No"] },
    { key: "post", kind: "SHORT_TEXT", label: "Your post", required: false },
  ];

  it("asks the group's own questions, keeps the draft, and goes to who decides at once", async () => {
    const { group, coordinator, ada } = await restricted();
    const set = { groupId: group.id, questions };
    expect(await ada.refusalOf("setJoiningForm", set)).toBe("FORBIDDEN");
    expect(await coordinator.refusalOf("setJoiningForm", set)).toBeNull();
    const draft = [{ key: "why", text: "Because of my" }];
    await ada.act("saveApplicationDraft", { groupId: group.id, answers: draft });
    expect(await own(ada, group)).toMatchObject({
      applicationDraft: draft,
      viewerApplication: null,
    });

    const desk = await coordinator.follow(FOLLOW);
    const inbox = await ada.follow(FOLLOW);
    const answers = [
      { key: "why", text: " Because of my ward " },
      { key: "nights", text: "Yes" },
      { key: "unasked", text: "dropped" },
    ];
    const first = await apply(ada, group, answers);
    expect(first).toMatchObject({ application: { state: "SUBMITTED" }, errors: [] });
    const { id } = first["application"];
    expect(await desk.nextOf("ApplicationMoved")).toMatchObject({
      application: { id, nextEvents: ["ACCEPT", "DECLINE", "ASK"] },
    });
    expect(await inbox.nextOf("ApplicationMoved")).toMatchObject({
      application: { id, nextEvents: ["WITHDRAW"] },
    });
    // A second click, and another device, get the same.
    expect((await apply(ada, group, answers))["application"].id).toBe(id);
    expect(await own(ada, group)).toMatchObject({
      applicationDraft: [],
      viewerApplication: {
        answers: [
          { key: "why", label: "Why this group?", text: "Because of my ward" },
          { key: "nights", label: "Nights?", text: "Yes" },
          { key: "post", label: "Your post", text: "" },
        ],
      },
    });

    await coordinator.act("askApplicant", { applicationId: id, question: "Since when?" });
    expect(await inbox.nextOf("ApplicationMoved")).toMatchObject({
      application: { state: "INFORMATION_ASKED", nextEvents: ["ANSWER", "WITHDRAW"] },
    });
    await ada.act("answerApplication", { applicationId: id, text: "Since May" });
    expect((await own(ada, group)).viewerApplication).toMatchObject({
      state: "SUBMITTED",
      asked: null,
      answers: [{}, {}, {}, { label: "Since when?", text: "Since May" }],
    });
    expect(await decide(coordinator, id, { accept: true, reason: "Welcome" })).toMatchObject({
      application: { state: "ACCEPTED", reason: "Welcome" },
    });
    expect(await inbox.nextOf("GroupJoined")).toMatchObject({ group: { id: group.id } });
    // The click again, and the other coordinator's answer behind it.
    expect((await decide(coordinator, id, { accept: true }))["errors"]).toEqual([]);
    expect(
      (await decide(group.manager, id, { accept: false, reason: "No" }))["errors"],
    ).toMatchObject([{ code: "STATE_CHANGED" }]);
    expect(await own(ada, group)).toMatchObject({ viewerRole: "MEMBER", memberCount: 1 });
    expect(await ada.refusalOf("applyToGroup", { groupId: group.id, answers: [] })).toBe(
      "FORBIDDEN",
    );
    await Promise.all([desk.drop(), inbox.drop()]);
  });

  it("refuses what is missing by its question, and loses nothing of it", async () => {
    const { group, coordinator, ada } = await restricted();
    await coordinator.act("setJoiningForm", { groupId: group.id, questions });
    const refusal = async (answers: object[]) =>
      (await apply(ada, group, answers))["errors"].map(({ code, field }: Data) => [code, field]);
    const why = { key: "why", text: "Because" };
    expect(await refusal([])).toEqual([["INVALID_INPUT", ["answers", "why"]]]);
    expect(await refusal([why])).toEqual([["INVALID_INPUT", ["answers", "nights"]]]);
    expect(await refusal([why, { key: "nights", text: "Maybe" }])).toEqual([
      ["INVALID_INPUT", ["answers", "nights"]],
    ]);
    expect(await refusal([{ key: "why", text: "x".repeat(4_001) }])).toEqual([
      ["INVALID_INPUT", ["why"]],
    ]);
    expect(await own(ada, group)).toMatchObject({ viewerApplication: null });
  });

  it("says before the form who can apply, and holds to it", async () => {
    const { group, coordinator, ada } = await restricted();
    const asked = { countries: ["ZM", "MW"], professions: ["Midwife"], fields: ["MIDWIFERY"] };
    await coordinator.act("setJoiningForm", { groupId: group.id, questions: [], ...asked });
    const checks = async () => (await own(ada, group)).joiningForm.eligibility;
    expect((await checks()).map(({ met }: Data) => met)).toEqual([false, false, false]);
    await ada.act("updateProfile", { country: "KE", profession: "midwife ", field: "MIDWIFERY" });
    const [country, profession] = await checks();
    expect(country).toEqual({
      met: false,
      message:
        "It is for these countries: Zambia, Malawi. Your profile says Kenya, so you cannot apply here.",
    });
    expect(profession.met).toBe(true);
    expect(await ada.refusalOf("applyToGroup", { groupId: group.id, answers: [] })).toBe(
      "NOT_ELIGIBLE",
    );
    await ada.act("updateProfile", { country: "MW" });
    expect((await apply(ada, group))["errors"]).toEqual([]);
  });

  it("ends by being declined with a reason, or taken back, and can be done again", async () => {
    const { group, coordinator, ada, home } = await restricted();
    const { id } = (await apply(ada, group))["application"];
    const refused = { applicationId: id, accept: false };
    expect(await coordinator.refusalOf("decideApplication", refused)).toBe("INVALID_INPUT reason");
    await decide(coordinator, id, { accept: false, reason: "We begin in May" });
    expect((await own(ada, group)).viewerApplication).toMatchObject({
      state: "DECLINED",
      reason: "We begin in May",
      nextEvents: [],
    });
    const again = (await apply(ada, group))["application"].id;
    expect(again).not.toBe(id);
    for (let click = 0; click < 2; click += 1)
      expect(await ada.refusalOf("withdrawApplication", { applicationId: again })).toBeNull();
    // Nobody else sees that there is one: neither members of the network nor of the group.
    const NODE = `query($id: ID!) { node(id: $id) { id } }`;
    for (const who of [await home.admit(), await group.admit()]) {
      expect((await who.ask(NODE, { id })).node).toBeNull();
      expect(await who.refusalOf("withdrawApplication", { applicationId: id })).toBe("NOT_FOUND");
      expect(await own(who, group)).toMatchObject({ applications: { nodes: [] } });
    }
    expect((await own(coordinator, group)).applications.nodes).toHaveLength(2);
  });

  it("lapses where nobody comes in any more, and where what was asked is not answered", async () => {
    const { group, coordinator, ada, home } = await restricted();
    const ben = await home.admit();
    const { id } = (await apply(ada, group))["application"];
    await apply(ben, group);
    await coordinator.act("askApplicant", { applicationId: id, question: "Since when?" });
    const { db } = world.house.database;
    await db
      .updateTable("application")
      .set({ dueAt: new Date(Date.now() - 1_000) })
      .where("id", "=", readGlobalId(id)!.uuid)
      .execute();
    await lapseOffers.work({ db, live: world.house.live }, {});
    expect((await own(ada, group)).viewerApplication).toMatchObject({ state: "LAPSED" });
    expect((await own(ben, group)).viewerApplication).toMatchObject({ state: "SUBMITTED" });
    await group.manager.act("moveGroupOn", { groupId: group.id, state: "GRADUATED" });
    await world.settle();
    expect((await own(ben, group)).viewerApplication).toMatchObject({
      state: "LAPSED",
      reason: "The group takes nobody new any more.",
    });
  });
});

describe("waiting for a seat", () => {
  /** An open group of two seats that is full. */
  async function full() {
    const home = await world.group();
    const group = await make(home, { visibility: "OPEN", kind: "COMMUNITY", memberCapacity: 2 });
    const [ada, ben, cyd, dan] = await Promise.all([1, 2, 3, 4].map(() => home.admit()));
    for (const who of [ada, ben]) await who.act("joinGroup", { groupId: group.id });
    return { home, group, ada, ben, cyd, dan };
  }
  const wait = (who: Actor, group: TestGroup) =>
    who.act("waitForSeat", { groupId: group.id }, "waitingPlace { id state }");
  const expire = (id: string) =>
    world.house.database.db
      .updateTable("waitingPlace")
      .set({ expiresAt: new Date(Date.now() - 1_000) })
      .where("id", "=", readGlobalId(id)!.uuid)
      .execute();
  const tick = async () => {
    const { database, live } = world.house;
    await lapseOffers.work({ db: database.db, live }, {});
    await world.settle();
  };

  it("offers a freed seat to the first in the line, and holds it for them alone", async () => {
    const { group, ada, ben, cyd, dan } = await full();
    expect(await cyd.refusalOf("joinGroup", { groupId: group.id })).toBe("GROUP_FULL");
    const place = (await wait(cyd, group))["waitingPlace"];
    expect(place.state).toBe("WAITING");
    expect((await wait(cyd, group))["waitingPlace"].id).toBe(place.id);
    const { id } = (await wait(dan, group))["waitingPlace"];
    const inbox = await cyd.follow(FOLLOW);
    await ada.act("leaveGroup", { groupId: group.id });
    // Between the leaving and the offer nobody slips in.
    expect(await ada.refusalOf("joinGroup", { groupId: group.id })).toBe("GROUP_FULL");
    await world.settle();
    expect(await inbox.nextOf("WaitingPlaceMoved")).toMatchObject({
      waitingPlace: { id: place.id, state: "OFFERED", nextEvents: ["TAKE", "GIVE_UP"] },
    });
    expect(await own(ben, group)).toMatchObject({ memberCount: 1, heldCount: 1, waitingCount: 1 });
    expect(await ada.refusalOf("joinGroup", { groupId: group.id })).toBe("GROUP_FULL");
    expect(await dan.refusalOf("takeOfferedSeat", { waitingPlaceId: id })).toBe("OFFER_EXPIRED");
    expect(await dan.refusalOf("takeOfferedSeat", { waitingPlaceId: place.id })).toBe("NOT_FOUND");
    for (let click = 0; click < 2; click += 1)
      expect(await cyd.refusalOf("takeOfferedSeat", { waitingPlaceId: place.id })).toBeNull();
    expect(await own(cyd, group)).toMatchObject({
      viewerRole: "MEMBER",
      memberCount: 2,
      heldCount: 0,
      waitingCount: 1,
    });
    await inbox.drop();
  });

  it("passes an offer on when its time is over, and when it is given up", async () => {
    const { group, ada, cyd, dan, home } = await full();
    const first = (await wait(cyd, group))["waitingPlace"].id;
    const second = (await wait(dan, group))["waitingPlace"].id;
    const eve = await home.admit();
    const third = (await wait(eve, group))["waitingPlace"].id;
    await ada.act("leaveGroup", { groupId: group.id });
    await world.settle();
    await expire(first);
    // Too late, even before the job has come by.
    expect(await cyd.refusalOf("takeOfferedSeat", { waitingPlaceId: first })).toBe("OFFER_EXPIRED");
    await tick();
    expect((await own(cyd, group)).viewerWaitingPlace).toBeNull();
    expect((await own(dan, group)).viewerWaitingPlace).toMatchObject({
      id: second,
      state: "OFFERED",
    });
    for (let click = 0; click < 2; click += 1)
      expect(await dan.refusalOf("giveUpWaiting", { waitingPlaceId: second })).toBeNull();
    await world.settle();
    expect((await own(eve, group)).viewerWaitingPlace).toMatchObject({
      id: third,
      state: "OFFERED",
    });
    expect(await own(eve, group)).toMatchObject({ memberCount: 1, heldCount: 1, waitingCount: 0 });
  });

  it("takes new seats too, and lapses where nobody comes in any more", async () => {
    const { group, cyd, dan } = await full();
    await wait(cyd, group);
    await wait(dan, group);
    await group.manager.act("editGroup", { groupId: group.id, memberCapacity: 3 });
    await world.settle();
    expect((await own(cyd, group)).viewerWaitingPlace).toMatchObject({ state: "OFFERED" });
    expect(
      await group.manager.refusalOf("editGroup", { groupId: group.id, memberCapacity: 2 }),
    ).toBe("INVALID_INPUT memberCapacity");
    await group.manager.act("moveGroupOn", { groupId: group.id, state: "SEALED" });
    await world.settle();
    expect(await own(group.manager, group)).toMatchObject({ heldCount: 0, waitingCount: 0 });
    expect((await own(dan, group)).viewerWaitingPlace).toBeNull();
  });

  it("is open by an invitation to a full group, and brings its holder into the network with the seat", async () => {
    const group = await world.group();
    const cohort = await make(group, { memberCapacity: 1 });
    const [token, other] = [await cohort.invite(), await cohort.invite()];
    const inside = await cohort.admit();
    const stranger = await world.person();
    expect(await stranger.refusalOf("acceptInvitation", { token })).toBe("GROUP_FULL");
    const { waitingPlace } = await stranger.act(
      "waitForSeat",
      { token },
      "waitingPlace { id group { id } }",
    );
    expect(waitingPlace.group).toBeNull();
    expect(
      (await stranger.act("waitForSeat", { token: other }, "waitingPlace { id }"))["waitingPlace"]
        .id,
    ).toBe(waitingPlace.id);
    await cohort.remove(inside);
    await world.settle();
    const answer = await stranger.act(
      "takeOfferedSeat",
      { waitingPlaceId: waitingPlace.id },
      "group { id viewerRole memberCount heldCount }",
    );
    expect(answer["group"]).toMatchObject({ viewerRole: "MEMBER", memberCount: 1, heldCount: 0 });
    expect(await inside.refusalOf("waitForSeat", { groupId: cohort.id })).toBe("FORBIDDEN");
  });

  it("is where an applicant comes whom a full group accepts", async () => {
    const { group, coordinator, ada } = await restricted({ memberCapacity: 1 });
    const inside = await group.admit();
    const { id } = (await apply(ada, group))["application"];
    const full = await coordinator.act("decideApplication", { applicationId: id, accept: true });
    expect(full["errors"]).toMatchObject([{ __typename: "GroupFull", code: "GROUP_FULL" }]);
    expect((await own(ada, group)).viewerApplication.state).toBe("SUBMITTED");
    expect((await decide(coordinator, id, { accept: true, waitIfFull: true }))["errors"]).toEqual(
      [],
    );
    expect(await own(ada, group)).toMatchObject({
      viewerApplication: { state: "ACCEPTED" },
      viewerWaitingPlace: { state: "WAITING" },
    });
    await group.remove(inside);
    await world.settle();
    const place = (await own(ada, group)).viewerWaitingPlace;
    expect(await ada.refusalOf("takeOfferedSeat", { waitingPlaceId: place.id })).toBeNull();
    expect(await own(ada, group)).toMatchObject({ viewerRole: "MEMBER", memberCount: 1 });
  });
});
