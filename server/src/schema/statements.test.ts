import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { globalId } from "../platform/graphql/ids.ts";
import { send, TestGroup, World, type Actor } from "../testing/world.ts";
import { statementsOf, watchStatements } from "./testing/statements.ts";

const MESSAGE = `id seq body url author { name } thread { title } quote { body author { name } }
  reactions { emoji count people { name } } history { body } can: viewerCan`;
const THREAD = `id title unreadCount draft liveCursor viewerCan createdBy { name } group { name }
  lastMessage { body author { name } } acceptedAnswer { body } pinnedMessages { body author { name } }
  acknowledgement { count pending(first: 5) { nodes { person { name } } } }`;
const GROUP = `id name viewerCan unreadThreadCount liveCursor network { name }`;

/** Every list field, alone and with what hangs on its items. */
const lists: Record<string, string> = {
  "viewer.groups": `{ viewer { groups(first: 100) { nodes { ${GROUP} } } } }`,
  "viewer.networks": `{ viewer { networks(first: 100) { nodes { id name viewerCan liveCursor } } } }`,
  networks: `{ networks(first: 100) { nodes { id name members(first: 5) { nodes { person { name } } } } } }`,
  "network.groups": `query($slug: String!) { network(slug: $slug) { groups(first: 100) { nodes { ${GROUP} } } } }`,
  "network.people": `query($slug: String!) { network(slug: $slug) { viewerListed people(first: 100) { nodes {
    name field languages interests posts { title } photo { small } } } } }`,
  "network.organisations": `query($slug: String!) { network(slug: $slug) { organisations(first: 100) { nodes {
    id name viewerCan names { name } successor { name } predecessors { name } heir { name } network { name } } } } }`,
  "network.programmes": `query($slug: String!) { network(slug: $slug) { programmes(first: 100) { nodes {
    id name viewerCan waves { name figures { memberCount } groups(first: 20) { nodes { name wave { name } } } }
    relations(on: "2026-01-01") { kind organisation { name } } figures { groupCount } network { name }
    groups(first: 20) { nodes { name programme { name } wave { name } } } } } } }`,
  "network.organisations.relations": `query($slug: String!) { network(slug: $slug) { organisations(first: 100) { nodes {
    name relations(on: "2026-01-01") { kind programme { name } } } } } }`,
  "network.members": `query($slug: String!) { network(slug: $slug) {
    members(first: 100) { nodes { role person { name } viewerCan } } } }`,
  "network.groups.members": `query($slug: String!) { network(slug: $slug) { groups(first: 100) { nodes {
    members(first: 100) { nodes { role person { name } viewerCan } } } } } }`,
  "viewer.groups.invitations": `{ viewer { groups(first: 100) { nodes {
    invitations(first: 5) { nodes { email invitedBy { name } } } } } } }`,
  "group.members": `query($groupId: ID!) { node(id: $groupId) { ... on Group {
    members(first: 100) { nodes { role person { name } viewerCan } } } } }`,
  "group.threads": `query($groupId: ID!) { node(id: $groupId) { ... on Group { threads(first: 100) { nodes { ${THREAD} } } } } }`,
  "viewer.groups.threads": `{ viewer { groups(first: 100) { nodes { threads(first: 20) { nodes { ${THREAD} } } } } } }`,
  "group.threads.messages": `query($groupId: ID!) { node(id: $groupId) { ... on Group { threads(first: 100) { nodes {
    first: messages(first: 10) { nodes { ${MESSAGE} } } last: messages(last: 3) { nodes { body } }
    unread: messages(aroundUnread: true) { nodes { body } } } } } } }`,
  "thread.messages": `query($threadId: ID!) { node(id: $threadId) { ... on Thread {
    messages(first: 100) { nodes { ${MESSAGE} } } } } }`,
  "inbox.threads": `{ viewer { inbox { unreadThreadCount threads(first: 100) { nodes { ${THREAD} } } } } }`,
  "inbox.mentions": `{ viewer { inbox { mentions(first: 100) { nodes { ${MESSAGE} } } } } }`,
  nodes: `query($ids: [ID!]!) { nodes(ids: $ids) { __typename id
    ... on Thread { ${THREAD} } ... on Message { ${MESSAGE} } ... on Person { name } ... on Group { name } } }`,
};

/** What the network's manager is shown, who sees every group of it. */
const managed: Record<string, string> = {
  "network.bulkActs": `query($slug: String!) { network(slug: $slug) { bulkActs(first: 100) { nodes {
    id viewerCan by { name } network { name } plans { count } outcomes { count }
    groups(first: 5) { nodes { short group { name } } } lines(first: 5) { nodes { email group { name } } } } } } }`,
  "network.board": `query($slug: String!) { network(slug: $slug) { boardSummary { groupCount attentionCount }
    board(first: 100, order: FREE_SEATS) { nodes { name state attention openApplicationCount waitingCount heldCount
      nextStates programme { name } wave { name } members(role: COORDINATOR, first: 3) { nodes { person { name } } } } } } }`,
  "network.board.applications": `query($slug: String!) { network(slug: $slug) { board(first: 100) { nodes {
    applications(first: 3) { nodes { state nextEvents person { name } group { name } } }
    waitingPlaces(first: 3) { nodes { state nextEvents person { name } group { name } groupName } } } } } }`,
  "group.applications": `query($askedId: ID!) { node(id: $askedId) { ... on Group {
    applications(first: 100) { nodes { state nextEvents answers { text } person { name } group { name } } } } } }`,
  "group.waitingPlaces": `query($fullId: ID!) { node(id: $fullId) { ... on Group {
    waitingPlaces(first: 100) { nodes { state nextEvents person { name } group { name } groupName } } } } }`,
};
/** What somebody is shown who applied and waits in many groups. */
const sought: Record<string, string> = {
  "viewer.applications": `{ viewer { applications(first: 100) { nodes {
    state nextEvents answers { text } person { name } group { name viewerApplication { state } } } } } }`,
  "viewer.waitingPlaces": `{ viewer { waitingPlaces(first: 100) { nodes {
    state nextEvents expiresAt person { name } groupName group { name viewerWaitingPlace { state } } } } } }`,
};

interface Setting {
  reader: Actor;
  manager: Actor;
  seeker: Actor;
  variables: {
    slug: string;
    groupId: string;
    threadId: string;
    askedId: string;
    fullId: string;
    ids: string[];
  };
}

let world: World;
let two: Setting;
let twelve: Setting;
beforeAll(async () => {
  watchStatements();
  world = await World.open(inject("postgresUrl"));
  [two, twelve] = [await settle(2), await settle(12)];
}, 120_000);
afterAll(() => world.close());

/** A reader with `size` of everything: networks, groups, members, threads, messages, reactions, mentions. */
async function settle(size: number): Promise<Setting> {
  const group = await world.group();
  const reader = await group.admit("COORDINATOR");
  const writers: Actor[] = [];
  const ids: string[] = [];
  for (let count = 0; count < size; count += 1) writers.push(await group.admit());
  for (let count = 1; count < size; count += 1) await oneMoreGroup(group, reader);
  const { manager } = group;
  const [seeker] = writers as [Actor];
  const line = { askedId: "", fullId: "" };
  for (let count = 0; count < size; count += 1) {
    line.askedId = await asked(group, seeker);
    line.fullId = await full(group, seeker);
  }
  for (const writer of writers.slice(1)) {
    await writer.act("applyToGroup", { groupId: line.askedId, answers: [] });
    await writer.act("waitForSeat", { groupId: line.fullId });
  }
  for (let count = 0; count < size; count += 1) await twoOrganisations(group, count);
  await Promise.all(Array.from({ length: size }, () => inviteMany(group)));
  for (let count = 1; count < size; count += 1) await (await world.group()).admit("MEMBER", reader);
  let threadId = "";
  for (const [at, writer] of writers.entries()) {
    const kind = at % 2 === 0 ? "QUESTION" : "ANNOUNCEMENT";
    const by = kind === "QUESTION" ? writer : group.manager;
    const thread = await group.thread(by, { kind, askAcknowledgement: kind === "ANNOUNCEMENT" });
    threadId ||= thread.id;
    await writer.act("listInDirectory", { networkId: group.networkId, on: true });
    ids.push(thread.id, thread.messageId, writer.id);
    const body = `[@Reader](person:${reader.id})`;
    const { message } = await send(writer, thread.id, body, { quoteId: thread.messageId });
    await touch(group.manager, { threadId: thread.id, messageId: message.id });
    if (thread.id !== threadId) await send(writer, threadId, "Another one in the first thread");
  }
  await world.settle();
  const { viewer } = await group.manager.ask("{ viewer { networks { nodes { slug } } } }");
  const { slug } = viewer.networks.nodes[0];
  const variables = { slug, groupId: group.id, threadId, ...line, ids };
  return { reader, manager, seeker, variables };
}

const makeGroup = async ({ networkId, manager }: TestGroup, more: object): Promise<TestGroup> => {
  const wanted = { networkId, name: "Another group", kind: "COHORT", ...more };
  const { group } = await manager.act("createGroup", wanted, "group { id }");
  return new TestGroup(world, { id: group.id, networkId, manager });
};

/** A group that somebody asked to come into. */
async function asked(home: TestGroup, seeker: Actor): Promise<string> {
  const group = await makeGroup(home, { visibility: "RESTRICTED" });
  await seeker.act("applyToGroup", { groupId: group.id, answers: [] });
  return group.id;
}

/** A full one in which they wait for a seat. */
async function full(home: TestGroup, seeker: Actor): Promise<string> {
  const group = await makeGroup(home, { visibility: "OPEN", memberCapacity: 1 });
  await group.admit();
  await seeker.act("waitForSeat", { groupId: group.id });
  return group.id;
}

async function oneMoreGroup(home: TestGroup, reader: Actor): Promise<void> {
  const group = await makeGroup(home, {});
  await group.admit("COORDINATOR", reader);
  await group.thread(home.manager);
}

/** An act on the record, with as much to tell as any. */
async function inviteMany({ id, networkId, manager }: TestGroup): Promise<void> {
  const list = { networkId, part: 1, text: `${crypto.randomUUID()}@people.example` };
  const { bulkAct } = await manager.act("gatherInvitations", list, "bulkAct { id }");
  await manager.act("planInvitations", { bulkActId: bulkAct.id, groupId: id });
  await manager.act("startBulkAct", { bulkActId: bulkAct.id });
}

/** One that went into the other, which was called otherwise before. */
async function twoOrganisations({ networkId, manager }: TestGroup, at: number): Promise<void> {
  const register = async (name: string): Promise<string> => {
    const input = { networkId, name: `${name} ${at}`, kind: "TRUST", country: "GB" };
    const made = await manager.act("registerOrganisation", input, "organisation { id }");
    return made["organisation"].id;
  };
  const [organisationId, intoId] = [await register("Partnership"), await register("System")];
  await manager.act("renameOrganisation", {
    organisationId: intoId,
    name: `Board ${at}`,
    on: "2021-04-01",
  });
  const programmeId = (
    await manager.act("createProgramme", { networkId, name: `Programme ${at}` }, "programme { id }")
  )["programme"].id;
  for (const name of ["Pilot", "Second"]) await manager.act("addWave", { programmeId, name });
  await manager.act("relateOrganisation", { programmeId, organisationId, kind: "FUNDS" });
  const merger = { organisationIds: [organisationId], intoId, on: "2022-07-01" };
  await manager.act("mergeOrganisations", merger);
}

/** A reaction, a pin, an edit and a draft, so that every loader has something to load. */
async function touch(by: Actor, { threadId, messageId }: { threadId: string; messageId: string }) {
  await by.ask(
    `mutation($react: ReactInput!, $pin: PinMessageInput!, $draft: SaveDraftInput!) {
      react(input: $react) { errors { code } } pinMessage(input: $pin) { errors { code } }
      saveDraft(input: $draft) { errors { code } } }`,
    {
      react: { messageId, emoji: "👍", on: true },
      pin: { messageId, on: true },
      draft: { threadId, body: "Begun" },
    },
  );
}

describe("the statements of a list", () => {
  const asked = ([who, sources]: readonly ["reader" | "manager" | "seeker", typeof lists]) =>
    Object.entries(sources).map(([name, source]) => [name, source, who] as const);
  it.each([
    ...asked(["reader", lists]),
    ...asked(["manager", managed]),
    ...asked(["seeker", sought]),
  ])("%s: as many for 12 items as for 2", async (_name, source, who) => {
    const answers: string[] = [];
    const ask = ({ variables, ...people }: Setting) =>
      statementsOf(async () =>
        answers.push(JSON.stringify(await people[who].ask(source, variables))),
      );
    const few = await ask(two);
    const many = await ask(twelve);
    expect(answers[1].length, "twelve are there").toBeGreaterThan(2 * answers[0].length);
    expect(few.length).toBeGreaterThan(0);
    expect([...new Set(many)].toSorted()).toEqual([...new Set(few)].toSorted());
    // Fields that load the same kind of thing may meet in one batch or miss each other by a tick, whatever the
    // length of the list. What costs a statement an item would show as ten more.
    expect(Math.abs(many.length - few.length), "more statements for 12").toBeLessThan(4);
  });

  it("counts what a list of unknown ids costs too", async () => {
    const unknown = (count: number) =>
      Array.from({ length: count }, () => globalId("Message", crypto.randomUUID()));
    const cost = (ids: string[]) => statementsOf(() => two.reader.ask(lists["nodes"], { ids }));
    expect((await cost(unknown(12))).length).toBe((await cost(unknown(2))).length);
  });
});
