import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { statementsOf, watchStatements } from "../../schema/testing/statements.ts";
import { World, type Actor } from "../../testing/world.ts";

let world: World;
let ada: Actor;
let threads: string[];
let people: Actor[];
const send = (threadId: string) =>
  ada.act(
    "sendMessage",
    { threadId, body: "The second pump came back.", clientKey: randomUUID() },
    "message { id seq body createdAt } cursor",
  );
beforeAll(async () => {
  watchStatements();
  world = await World.open(inject("postgresUrl"));
  const group = await world.group();
  ada = await group.admit();
  people = [ada];
  for (let i = 0; i < 7; i += 1) people.push(await group.admit());
  threads = [];
  for (let i = 0; i < 3; i += 1) threads.push((await group.thread(ada)).id);
  // From now on the node knows where they are.
  for (const threadId of threads) await send(threadId);
});
afterAll(() => world.close());

/** Without what listeners read beside it, and who asks. */
const ofSending = async (work: () => Promise<unknown>) => {
  await world.settle();
  const statements = await statementsOf(work);
  return statements.filter(
    (statement) => !/consumer_position|as wanted|from "installation"|auth\./.test(statement),
  );
};

it("sends a message in one transaction of six statements, and reads nothing of it again", async () => {
  const statements = await ofSending(() => send(threads[0]));
  expect(
    statements.map((each) => /^(\/\* prepared \*\/)?\s*\w+/.exec(each)?.[0].replace(/\s+/g, " ")),
  ).toEqual([
    "start",
    "/* prepared */ with",
    "select",
    "/* prepared */ select",
    "/* prepared */ with",
    "commit",
  ]);
});

it("sends what comes in one moment together", async () => {
  const few = await ofSending(() => send(threads[0]));
  const many = await ofSending(() =>
    Promise.all(Array.from({ length: 30 }, (_, i) => send(threads[i % 3]))),
  );
  expect(many.length).toBeLessThanOrEqual(5 * few.length);
});

it("shows a thread to all who open it in one moment by as many statements as to one, and to each their own", async () => {
  await send(threads[0]);
  const open = (person: Actor) =>
    person.ask(
      `query($id: ID!) { node(id: $id) { ... on Thread { unreadCount group { unreadThreadCount }
        messages(last: 5) { nodes { body author { name } } } } } }`,
      { id: threads[0] },
    );
  const alone = await statementsOf(() => open(people[1]));
  let opened: Awaited<ReturnType<typeof open>>[] = [];
  const crowd = await statementsOf(async () => (opened = await Promise.all(people.map(open))));
  expect(crowd.length).toBeLessThan(2 * alone.length);
  const [hers, ...theirs] = opened.map(({ node }) => node);
  expect(hers.unreadCount).toBe(0);
  expect(hers.group.unreadThreadCount).toBe(0);
  for (const { unreadCount, group, messages } of theirs) {
    expect(unreadCount).toBeGreaterThan(0);
    expect(group.unreadThreadCount).toBe(3);
    expect(messages).toEqual(hers.messages);
  }
});
