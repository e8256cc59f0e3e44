import { expect, test } from "vitest";
import { operationId } from "./operation-id.ts";

const query = "subscription S($threadId: ID!, $after: Cursor) { threadUpdates { seq } }";

test("it is the same for everybody in a room, wherever they stand", () => {
  const mine = operationId(query, { threadId: "t", after: "c1" });
  expect(operationId(query, { threadId: "t", after: "c2" })).toBe(mine);
  expect(operationId(query, { threadId: "t" })).toBe(mine);
  expect(mine).toMatch(/^[0-9a-z]{1,7}$/);
});

test("another room or another selection is another operation", () => {
  const ids = [
    operationId(query, { threadId: "t" }),
    operationId(query, { threadId: "u" }),
    operationId(query, {}),
    operationId(`${query} `, { threadId: "t" }),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});
