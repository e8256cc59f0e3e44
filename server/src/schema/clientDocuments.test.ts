import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  createSourceEventStream,
  type DocumentNode,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
} from "graphql";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { Context } from "../house/context.ts";
import { Plans } from "../platform/graphql/sharing/plans.ts";
import { send, World, type Actor, type Data, type TestGroup } from "../testing/world.ts";
import { buildSchema } from "./schema.ts";

// What our own client asks is executed by compiled code, and what it follows is told once for all who can be told the
// same. Both can be lost by one field, and nothing but the cost would tell of it.

interface Asked {
  document: DocumentNode;
  definition: OperationDefinitionNode;
}

/** The client's operations by name, as its build writes them down. */
const asked = new Map<string, Asked>();
const file = new URL("../../../client/src/generated/persisted-documents.json", import.meta.url);
for (const text of Object.values(JSON.parse(readFileSync(file, "utf8")) as object)) {
  const document = parse(text as string);
  const definition = getOperationAST(document);
  assert(definition?.name, "an operation with a name");
  asked.set(definition.name.value, { document, definition });
}
const all = [...asked.values()];
const queries = all.filter(({ definition }) => definition.operation === "query");

const schema = buildSchema();
const fallbacks: string[] = [];
const plans = new Plans(schema, (reason) => fallbacks.push(reason));

let world: World;
let group: TestGroup;
let member: Actor;
let thread: Awaited<ReturnType<TestGroup["thread"]>>;
let variables: Data;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
  group = await world.group();
  member = await group.admit("COORDINATOR");
  thread = await group.thread(member);
  const { network } = await member.ask(
    "query($id: ID!) { network: node(id: $id) { ... on Network { slug } } }",
    {
      id: group.networkId,
    },
  );
  variables = {
    threadId: thread.id,
    messageId: thread.messageId,
    groupId: group.id,
    networkId: group.networkId,
    whole: true,
    order: "NAME",
    slug: network.slug,
    token: await group.invite(),
    id: group.id,
    last: 10,
    desk: true,
    frame: true,
    read: true,
    aroundUnread: true,
    query: "St Mary",
    accent: "#7a4fa3",
    wrong: ["NO_GROUP"],
    on: "2026-01-01",
  };
}, 60_000);
afterAll(() => world.close());

const argsFor = ({ document, definition }: Asked) => ({
  schema,
  document,
  contextValue: new Context(world.house, member.viewer),
  variableValues: Object.fromEntries(
    (definition.variableDefinitions ?? []).flatMap(({ variable: { name } }) =>
      name.value in variables ? [[name.value, variables[name.value]]] : [],
    ),
  ),
});

it.each(queries.map((each) => [each.definition.name?.value ?? "", each] as const))(
  "%s runs as compiled code from its second time on",
  async (_name, each) => {
    const plan = plans.of(each.document, each.definition);
    const once = await plan.execute(argsFor(each));
    expect(once.errors).toBeUndefined();
    for (let i = 0; i < 2; i += 1)
      expect(JSON.stringify(await plan.execute(argsFor(each)))).toBe(JSON.stringify(once));
    expect(fallbacks).toEqual([]);
  },
);

it("what is told of a thread runs as compiled code, and a message that was sent is told once for all", async () => {
  const each = asked.get("ThreadUpdates");
  assert(each);
  const plan = plans.of(each.document, each.definition);
  expect(plan.isShared("MessageSent")).toBe(true);
  const args = { ...argsFor(each), variableValues: { threadId: thread.id, after: thread.cursor } };
  const events = await createSourceEventStream(args);
  assert(Symbol.asyncIterator in events);
  const { message } = await send(member, thread.id, "one", { quoteId: thread.messageId });
  await send(member, thread.id, "two");
  for (const by of [member, group.manager])
    await by.act("react", { messageId: message.id, emoji: "👍", on: true });
  await member.act("editMessage", { messageId: message.id, expectedVersion: 1, body: "another" });
  for (const title of ["A", "B"]) await member.act("renameThread", { threadId: thread.id, title });
  const told: string[] = [];
  while (told.length < 8) {
    const { value } = await events[Symbol.asyncIterator]().next();
    const contextValue = new Context(world.house, member.viewer);
    const answer = await plan.execute({ ...args, contextValue, rootValue: value });
    expect(answer.errors).toBeUndefined();
    told.push((value as object).constructor.name);
  }
  await events[Symbol.asyncIterator]().return?.();
  expect(new Set(told)).toEqual(
    new Set(["Live", "MessageSent", "ReactionsChanged", "MessageEdited", "ThreadRenamed"]),
  );
  expect(fallbacks).toEqual([]);
});
