import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openHouse, type OpenHouse } from "../../openHouse.ts";
import { createLog } from "../../platform/log/log.ts";
import { Actor, testConfig, World, type TestGroup } from "../../testing/world.ts";

const SEATS = 20;
const OWN = `query($id: ID!) { node(id: $id) { ... on Group { memberCount heldCount waitingCount viewerRole
  viewerWaitingPlace { id state } members(first: 100, role: MEMBER) { nodes { id } } } } }`;

let world: World;
let second: OpenHouse;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
  const log = createLog({ level: "error" });
  second = await openHouse({ config: testConfig, log, databaseUrl: world.databaseUrl });
}, 60_000);
afterAll(async () => {
  await second.close();
  await world.close();
});

/** Half of the people speak to the other node. */
const spread = (people: readonly Actor[]): Actor[] =>
  people.map((person, at) => (at % 2 === 0 ? person : new Actor(second, person.viewer)));
const look = async (group: TestGroup, who = group.manager) =>
  (await who.ask(OWN, { id: group.id })).node;

describe("the seats of a full group on two nodes", () => {
  it("stay exact under a hundred acceptances at once, with people leaving, offers about and offers taken", async () => {
    const group = await world.group();
    const inside = await Promise.all(Array.from({ length: SEATS }, () => group.admit()));
    const { invitation } = await group.manager.act(
      "createInvitationLink",
      { groupId: group.id, role: "MEMBER", maxUses: 1_000 },
      "invitation { token }",
    );
    const token = invitation.token as string;
    const waiting = spread(await Promise.all(Array.from({ length: 10 }, () => world.person())));
    for (const who of waiting)
      expect((await who.act("waitForSeat", { token }))["errors"]).toEqual([]);
    expect(await look(group)).toMatchObject({ memberCount: SEATS, waitingCount: 10 });

    // Five seats come free; before or after their offers, a hundred others ask for them.
    const others = spread(await Promise.all(Array.from({ length: 100 }, () => world.person())));
    const [, answers] = await Promise.all([
      Promise.all(
        spread(inside.slice(0, 5)).map((who) => who.act("leaveGroup", { groupId: group.id })),
      ),
      Promise.all(others.map((who) => who.refusalOf("acceptInvitation", { token }))),
    ]);
    expect(new Set(answers)).toEqual(new Set(["GROUP_FULL"]));
    await world.settle();
    expect(await look(group)).toMatchObject({ memberCount: 15, heldCount: 5, waitingCount: 5 });

    // The first five in the line hold an offer; they take it twice at once, while others go on asking.
    const places = await world.house.database.db
      .selectFrom("waitingPlace")
      .selectAll()
      .orderBy("createdAt")
      .orderBy("id")
      .execute();
    expect(places.map(({ state }) => state)).toEqual([
      ...Array(5).fill("OFFERED"),
      ...Array(5).fill("WAITING"),
    ]);
    const idOf = (at: number) => Buffer.from(`WaitingPlace:${places[at].id}`).toString("base64url");
    const takers = places.slice(0, 6).map(({ personId }, at) => ({
      who: [...waiting].find((one) => one.personId === personId)!,
      waitingPlaceId: idOf(at),
    }));
    const [taken, refused] = await Promise.all([
      Promise.all(
        takers.flatMap(({ who, waitingPlaceId }) =>
          spread([who, who]).map((hand) => hand.refusalOf("takeOfferedSeat", { waitingPlaceId })),
        ),
      ),
      Promise.all(others.map((who) => who.refusalOf("acceptInvitation", { token }))),
    ]);
    expect(taken).toEqual([...Array(10).fill(null), "OFFER_EXPIRED", "OFFER_EXPIRED"]);
    expect(new Set(refused)).toEqual(new Set(["GROUP_FULL"]));
    const end = await look(group);
    expect(end).toMatchObject({ memberCount: SEATS, heldCount: 0, waitingCount: 5 });
    expect(end.members.nodes).toHaveLength(SEATS);

    // With enough seats for all who wait, the rest is for whoever comes first.
    await group.manager.act("editGroup", { groupId: group.id, memberCapacity: 40 });
    const more = await Promise.all(
      others.map((who) => who.refusalOf("acceptInvitation", { token })),
    );
    expect(more.filter((code) => code === null)).toHaveLength(15);
    await world.settle();
    expect(await look(group)).toMatchObject({ memberCount: 35, heldCount: 5, waitingCount: 0 });
    expect(
      await group.manager.refusalOf("inviteToGroup", {
        groupId: group.id,
        role: "MEMBER",
        emails: [`${randomUUID()}@people.example`],
      }),
    ).toBeNull();
  }, 120_000);
});
