import { buildSchema, getOperationAST, parse } from "graphql";
import { expect, test } from "vitest";
import { Plans } from "./plans.ts";

const schema = buildSchema("type Query { echo(text: String, first: Int): String }");
const document = parse("query Q($text: String, $first: Int) { echo(text: $text, first: $first) }");
const definition = getOperationAST(document);

test("what an operation costs is asked once for each set of variables, but for long ones, which are not kept", () => {
  if (!definition) throw new Error("no operation");
  const plan = new Plans(schema, () => undefined).of(document, definition);
  let asked = 0;
  const estimate = () => (asked += 1);
  for (let n = 0; n < 3; n += 1) plan.costWith({ text: "short", first: 5 }, estimate);
  expect(asked).toBe(1);
  expect(plan.costWith({ text: "short", first: 6 }, estimate)).toBe(2);
  for (let n = 0; n < 3; n += 1) plan.costWith({ text: "x".repeat(10_000) }, estimate);
  expect(asked).toBe(5);
});
