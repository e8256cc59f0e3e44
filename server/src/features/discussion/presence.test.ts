import "reflect-metadata";
import { readFileSync } from "node:fs";
import { getOperationAST, parse } from "graphql";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { readMarks, sharingOf } from "../../platform/graphql/sharing/sharing.ts";
import { buildSchema } from "../../schema/schema.ts";
import { World, type Actor, type TestGroup } from "../../testing/world.ts";

const CHANGES = `subscription($groupId: ID!) { presence(groupId: $groupId) { __typename at hereCount
  snapshot { here { id name } } came { id name } went writing { threadId person { id name } } } }`;
/** As before there were changes to ask for. */
const WHOLE = `subscription($groupId: ID!) { presence(groupId: $groupId) { at here { id name }
  typing { threadId person { id name isViewer } } } }`;

let world: World;
let group: TestGroup;
let ada: Actor;
let ben: Actor;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
  group = await world.group();
  [ada, ben] = [await group.admit(), await group.admit()];
});
afterAll(() => world.close());

const ids = (people: { id: string }[]) => people.map(({ id }) => id).toSorted();

it("tells the whole first to whoever asks for changes, and to others always", async () => {
  const { id: threadId } = await group.thread(ada);
  const variables = { groupId: group.id };
  const changes = await ada.follow(CHANGES, variables);
  const first = await changes.next();
  expect(first["hereCount"]).toBe(1);
  expect(ids(first["snapshot"].here)).toEqual([ada.id]);
  expect([first["came"], first["went"], first["writing"]]).toEqual([[], [], []]);
  const whole = await ben.follow(WHOLE, variables);
  expect(ids((await whole.next())["here"])).toEqual([ada.id, ben.id].toSorted());
  await ada.act("signalTyping", { threadId });
  await expect
    .poll(async () => (await whole.next())["typing"], { timeout: 5_000 })
    .toMatchObject([{ threadId, person: { id: ada.id, isViewer: false } }]);
  await Promise.all([changes.drop(), whole.drop()]);
});

it("is the same bytes for all who ask for changes", () => {
  const schema = buildSchema();
  readMarks(schema);
  const sharing = (source: string) => {
    const document = parse(source);
    const operation = getOperationAST(document);
    return operation && sharingOf(schema, document, operation).get("PresenceUpdate");
  };
  expect(sharing(CHANGES)).toBe("shared");
  // "Without the viewer" is the viewer's own.
  expect(sharing(WHOLE)).toBe("viewer");
  const source = readFileSync(
    new URL("../../../../client/src/features/discussion/live/documents.ts", import.meta.url),
    "utf8",
  );
  const ours = /subscription GroupPresence[\s\S]*?\n {2}\}\n/.exec(source)?.[0] ?? "";
  expect(sharing(ours)).toBe("shared");
});
