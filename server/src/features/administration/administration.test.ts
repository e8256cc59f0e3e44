import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { globalId, uuidOf } from "../../platform/graphql/ids.ts";
import { World, type Actor, type Data, type TestGroup } from "../../testing/world.ts";
import { takeStep } from "./commands/takeStep.ts";
import { forgetPlans } from "./jobs.ts";

let world: World;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
});
afterAll(() => world.close());

const ACT = `id state total done viewerCan plans { plan count } outcomes { outcome count }`;
const PLANNED = `bulkAct { ${ACT} groups { nodes { members memberSeats short group { name } } }
  lines(first: 100) { nodes { number email name plan role group { name } } } }`;
const address = () => `${randomUUID()}@people.example`;

async function plan(
  { networkId, manager }: Pick<TestGroup, "networkId" | "manager">,
  text: string,
  more: Data = {},
): Promise<Data> {
  const gathered = await manager.act(
    "gatherInvitations",
    { networkId, part: 1, text },
    "bulkAct { id }",
  );
  const bulkActId = gathered["bulkAct"].id;
  const { bulkAct, errors } = await manager.act("planInvitations", { bulkActId, ...more }, PLANNED);
  return { bulkActId, errors, ...bulkAct };
}
const start = (by: Actor, bulkActId: string, more: Data = {}) =>
  by.act("startBulkAct", { bulkActId, ...more }, `bulkAct { ${ACT} }`);
const read = async (by: Actor, id: string): Promise<Data> =>
  (await by.ask(`query($id: ID!) { node(id: $id) { ... on BulkAct { ${ACT} } } }`, { id }))["node"];
const invitationsOf = async ({ id }: TestGroup) =>
  world.house.database.db
    .selectFrom("invitation")
    .selectAll()
    .where("groupId", "=", uuidOf("Group", id))
    .orderBy("email")
    .execute();
/** Each that a letter was asked for, as often as one was. */
const lettersOf = async ({ id }: TestGroup) => {
  const entries = await world.house.database.db
    .selectFrom("channelUpdate")
    .select("data")
    .where("channelId", "=", uuidOf("Group", id))
    .where("name", "=", "InvitationsIssued")
    .execute();
  return entries.flatMap(({ data }) => (data as Data)["invitationIds"] as string[]).toSorted();
};
const plans = ({ lines }: Data) => lines.nodes.map((line: Data) => line["plan"]);

describe("a list of people", () => {
  it("is read as it comes from spreadsheets and letters", async () => {
    const group = await world.group();
    const lists: Record<string, string> = {
      "a byte-order mark and semicolons":
        "\ufeffE-mail;Name;Group;Role\r\nAda@People.Example;Ada;A group;Member\r\n",
      tabs: "ada@people.example\tAda\tA group\tmember",
      "quotes, with columns in another order":
        'role,"name",email,group\nmember,"Ada",ADA@people.example,"A GROUP"\n',
      "a name before the address": "Ada <ada@people.example>,,a group",
    };
    for (const [what, text] of Object.entries(lists))
      expect((await plan(group, text)).lines.nodes, what).toEqual([
        {
          number: 1,
          email: "ada@people.example",
          name: "Ada",
          plan: "INVITE",
          role: "MEMBER",
          group: { name: "A group" },
        },
      ]);
    const pasted = await plan(group, "a@b.example, c@d.example,e+x@f.example", {
      groupId: group.id,
    });
    expect(pasted.lines.nodes.map(({ email }: Data) => email)).toEqual([
      "a@b.example",
      "c@d.example",
      "e+x@f.example",
    ]);
  });

  it("says of each line what is wrong, and of each group whether it has the seats", async () => {
    const group = await world.group();
    const [inside, before, ada] = [address(), address(), address()];
    const { token } = (
      await group.manager.act(
        "inviteToGroup",
        { groupId: group.id, role: "MEMBER", emails: [inside, before] },
        "invitations { token }",
      )
    )["invitations"][0];
    await (await world.person()).act("acceptInvitation", { token });
    for (const name of ["Twin", "twin"])
      await group.manager.act("createGroup", {
        networkId: group.networkId,
        name,
        kind: "COHORT",
      });
    // Its coordinators' room has its name, and does not exist for the manager.
    await (await group.admit("COORDINATOR")).act("openCoordinatorsRoom", { groupId: group.id });
    const text = [
      `${ada},=cmd|' /C calc'!A0,A group`,
      `${ada.toUpperCase()},Ada again,A group`,
      `${inside},,A group`,
      `${before},,A group`,
      "nobody,,A group",
      `${address()},,Nowhere`,
      `${address()},,Twin`,
      `${address()},,A group,Manager`,
      `${address()},,A group,constructor`,
      `${address()},,Coordinators`,
      "p\u0430ypal@people.example,,A group",
    ].join("\n");
    const planned = await plan(group, text);
    expect(plans(planned)).toEqual([
      "INVITE",
      "DOUBLED",
      "INSIDE",
      "SEND_AGAIN",
      "WRONG_ADDRESS",
      "NO_GROUP",
      "SEVERAL_GROUPS",
      "WRONG_ROLE",
      "WRONG_ROLE",
      "CLOSED_GROUP",
      "LOOKALIKE",
    ]);
    expect(planned).toMatchObject({ state: "PLANNED", total: 2, done: 0 });
    expect(planned["groups"].nodes).toEqual([
      { members: 2, memberSeats: 19, short: false, group: { name: "A group" } },
    ]);
    expect(await invitationsOf(group)).toHaveLength(3);

    const many = Array.from({ length: 25 }, address).join("\n");
    expect((await plan(group, many, { groupId: group.id }))["groups"].nodes).toMatchObject([
      { members: 25, memberSeats: 19, short: true },
    ]);
  });

  it("of 5,001 lines is refused with the limit, as is what is no table, and no part is too many", async () => {
    const group = await world.group();
    const { bulkActId } = await plan(group, address());
    const line = `${"x".repeat(20)}@people.example\n`;
    const parts = [line.repeat(250), ...Array.from({ length: 20 }, () => line.repeat(250))];
    for (const [at, text] of parts.entries())
      await group.manager.act("gatherInvitations", {
        networkId: group.networkId,
        bulkActId,
        part: at + 1,
        text,
      });
    expect(await group.manager.refusalOf("planInvitations", { bulkActId })).toBe(
      "LIMIT_REACHED text",
    );
    expect(
      await group.manager.refusalOf("gatherInvitations", {
        networkId: group.networkId,
        bulkActId,
        part: 101,
        text: line,
      }),
    ).toBe("LIMIT_REACHED part");
    for (const text of ["", " \n\n", '"never closed'])
      expect((await plan(group, text)).errors, text).toMatchObject([{ code: "INVALID_INPUT" }]);
  });
});

describe("an act for many", () => {
  it("invites all of its list, each once, however often and from wherever its steps are taken", async () => {
    const group = await world.group();
    const people = Array.from({ length: 250 }, address);
    const { bulkActId } = await plan(group, people.join("\n"), { groupId: group.id });
    const live = await group.manager.follow(
      `subscription { inboxUpdates { __typename ... on BulkActMoved { bulkAct { state done } } } }`,
    );
    expect((await start(group.manager, bulkActId)).bulkAct).toMatchObject({ state: "RUNNING" });
    expect((await start(group.manager, bulkActId)).errors).toMatchObject([
      { code: "STATE_CHANGED" },
    ]);
    // The house takes its steps already; other nodes hear of them too.
    const tools = { db: world.house.database.db, live: world.house.live };
    await Promise.all([1, 2, 3].map(() => takeStep(tools, uuidOf("BulkAct", bulkActId))));
    await world.settle();
    expect(await read(group.manager, bulkActId)).toMatchObject({
      state: "DONE",
      done: 250,
      outcomes: [{ outcome: "INVITED", count: 250 }],
      viewerCan: ["UNDO"],
    });
    for (let told: Data = {}; told["state"] !== "DONE";)
      told = (await live.nextOf("BulkActMoved"))["bulkAct"];
    expect(await lettersOf(group)).toEqual(
      (await invitationsOf(group)).map(({ id }) => id).toSorted(),
    );
    expect((await invitationsOf(group)).map(({ email }) => email)).toEqual(people.toSorted());
    // What is done for many counts against nobody's day.
    const emails = Array.from({ length: 100 }, address);
    expect(
      await group.manager.refusalOf("inviteToGroup", { groupId: group.id, role: "MEMBER", emails }),
    ).toBeNull();
  }, 60_000);

  it("is taken back as far as nobody has used it", async () => {
    const group = await world.group();
    const { bulkActId } = await plan(group, [1, 2, 3].map(address).join("\n"), {
      groupId: group.id,
    });
    await start(group.manager, bulkActId);
    await world.settle();
    const [first] = await invitationsOf(group);
    await world.house.database.db
      .updateTable("invitation")
      .set({ useCount: 1 })
      .where("id", "=", first.id)
      .execute();
    expect(await group.manager.refusalOf("undoBulkAct", { bulkActId })).toBeNull();
    await world.settle();
    const undone = await read(group.manager, bulkActId);
    expect(undone).toMatchObject({ state: "UNDONE", viewerCan: [] });
    expect(undone["outcomes"]).toEqual(
      expect.arrayContaining([
        { outcome: "REVOKED", count: 2 },
        { outcome: "USED", count: 1 },
      ]),
    );
    expect((await invitationsOf(group)).filter(({ revokedAt }) => revokedAt)).toHaveLength(2);
    expect(await group.manager.refusalOf("undoBulkAct", { bulkActId })).toBe("STATE_CHANGED");
  });

  it("is the act of who lets it begin, and goes to its end and back when they have left", async () => {
    const group = await world.group();
    const [began, stays] = [await group.admit(), await group.admit()];
    for (const { id } of [began, stays])
      await group.manager.act("changeNetworkRole", {
        networkId: group.networkId,
        personId: id,
        role: "MANAGER",
      });
    const { bulkActId } = await plan(group, address(), { groupId: group.id });
    await start(began, bulkActId);
    await world.settle();
    const inviters = (await invitationsOf(group)).map(({ invitedBy }) => invitedBy);
    expect(inviters).toContain(uuidOf("Person", began.id));
    await began.act("leaveNetwork", { networkId: group.networkId });
    expect(await began.refusalOf("undoBulkAct", { bulkActId })).toBe("NOT_FOUND");
    expect(await stays.refusalOf("undoBulkAct", { bulkActId })).toBeNull();
    await world.settle();
    expect(await read(stays, bulkActId)).toMatchObject({
      state: "UNDONE",
      outcomes: [{ outcome: "REVOKED", count: 1 }],
    });
  });

  it("says of lines whose group was sealed meanwhile why they were not invited", async () => {
    const group = await world.group();
    const { bulkActId } = await plan(group, address(), { groupId: group.id });
    await group.manager.act("moveGroupOn", { groupId: group.id, state: "SEALED" });
    await start(group.manager, bulkActId);
    await world.settle();
    expect(await read(group.manager, bulkActId)).toMatchObject({
      state: "DONE",
      outcomes: [{ outcome: "REFUSED", count: 1 }],
    });
    expect(await invitationsOf(group)).toEqual([]);
  });

  it("sends what has expired again in its own words, and nothing that was taken back meanwhile", async () => {
    const group = await world.group();
    const emails = [address(), address(), address()];
    const note = "Come and think with us.";
    await group.manager.act("inviteToGroup", { groupId: group.id, role: "MEMBER", emails, note });
    await world.house.database.db
      .updateTable("invitation")
      .set({ expiresAt: new Date(Date.now() - 1_000), issuedAt: new Date(Date.now() - 86_400_000) })
      .where("email", "in", emails.slice(0, 2))
      .execute();
    const { bulkAct } = await group.manager.act(
      "planResending",
      { networkId: group.networkId, groupId: group.id },
      PLANNED,
    );
    expect(bulkAct).toMatchObject({ total: 2, plans: [{ plan: "SEND_AGAIN", count: 2 }] });
    const invitation = (await invitationsOf(group)).find(({ email }) => email === emails[1]);
    const invitationId = globalId("Invitation", invitation!.id);
    await group.manager.act("revokeInvitation", { invitationId });
    await start(group.manager, bulkAct.id);
    await world.settle();
    expect(await read(group.manager, bulkAct.id)).toMatchObject({
      state: "DONE",
      outcomes: [
        { outcome: "AS_IT_WAS", count: 1 },
        { outcome: "SENT_AGAIN", count: 1 },
      ],
      viewerCan: [],
    });
    const kept = (await invitationsOf(group)).filter(({ revokedAt }) => !revokedAt);
    expect(kept).toMatchObject([{ note }, { note }]);
    expect(kept.every(({ expiresAt }) => expiresAt > new Date())).toBe(true);
    const elsewhere = await world.group();
    expect(
      await group.manager.refusalOf("planResending", {
        networkId: group.networkId,
        groupId: elsewhere.id,
      }),
    ).toBe("NOT_FOUND");
  });

  it("holds back addresses that look like others until it is asked for them", async () => {
    const group = await world.group();
    const text = `${address()}\nm\u0430ry@people.example`;
    const { bulkActId } = await plan(group, text, { groupId: group.id });
    const { bulkAct } = await start(group.manager, bulkActId, { includeLookalikes: true });
    expect(bulkAct).toMatchObject({ total: 2 });
    const other = await plan(group, "m\u0430rk@people.example", { groupId: group.id });
    expect(await group.manager.refusalOf("startBulkAct", { bulkActId: other["bulkActId"] })).toBe(
      "INVALID_INPUT bulkActId",
    );
  });

  it("is on record for the managers alone, once it began", async () => {
    const group = await world.group();
    const coordinator = await group.admit("COORDINATOR");
    const { bulkActId } = await plan(group, address(), { groupId: group.id });
    const LIST = `query($id: ID!) { node(id: $id) { ... on Network { bulkActs { nodes { id by { name } } } } } }`;
    const listed = async (by: Actor) =>
      (await by.ask(LIST, { id: group.networkId }))["node"].bulkActs.nodes.length;
    expect(await listed(group.manager)).toBe(0);
    await start(group.manager, bulkActId);
    expect(await listed(group.manager)).toBe(1);
    expect(await listed(coordinator)).toBe(0);
    expect(await read(coordinator, bulkActId)).toBeNull();
    expect(await coordinator.refusalOf("undoBulkAct", { bulkActId })).toBe("NOT_FOUND");
  });

  it("is forgotten with its list when it was only planned, after a day", async () => {
    const group = await world.group();
    const { db } = world.house.database;
    const [old, fresh, begun] = [
      await plan(group, address(), { groupId: group.id }),
      await plan(group, address(), { groupId: group.id }),
      await plan(group, address(), { groupId: group.id }),
    ].map(({ bulkActId }) => bulkActId as string);
    await start(group.manager, begun);
    await world.settle();
    await db
      .updateTable("bulkAct")
      .set({ createdAt: new Date(Date.now() - 90_000_000) })
      .where(
        "id",
        "in",
        [old, begun].map((id) => uuidOf("BulkAct", id)),
      )
      .execute();
    await forgetPlans(db);
    expect(await read(group.manager, old)).toBeNull();
    expect(await read(group.manager, fresh)).toMatchObject({ state: "PLANNED" });
    expect(await read(group.manager, begun)).toMatchObject({ state: "DONE" });
  });

  it("takes parts of its own list alone, in its own network", async () => {
    const [group, elsewhere] = [await world.group(), await world.group()];
    await elsewhere.admit("MEMBER", group.manager);
    await elsewhere.manager.act("changeNetworkRole", {
      networkId: elsewhere.networkId,
      personId: group.manager.id,
      role: "MANAGER",
    });
    const { bulkActId } = await plan(group, address(), { groupId: group.id });
    const part = { bulkActId, part: 2, text: address() };
    expect(
      await group.manager.refusalOf("gatherInvitations", {
        networkId: elsewhere.networkId,
        ...part,
      }),
    ).toBe("NOT_FOUND");
    const { bulkAct } = await group.manager.act(
      "planResending",
      { networkId: group.networkId },
      "bulkAct { id }",
    );
    expect(
      await group.manager.refusalOf("gatherInvitations", {
        networkId: group.networkId,
        ...part,
        bulkActId: bulkAct.id,
      }),
    ).toBe("NOT_FOUND");
  });
});
