import { expect, test } from "vitest";
import { differences } from "./differences.ts";

test("equal trees do not differ, whatever the order of their fields", () => {
  expect(differences({ a: [1, { b: null }], c: 2 }, { c: 2, a: [1, { b: null }] })).toEqual([]);
});

test.each([
  ["a value", { a: 1 }, { a: 2 }, ["/a: 1 is 2 in a fresh query"]],
  ["one that is missing", { a: [] }, { a: ["x"] }, ['/a/0: undefined is "x" in a fresh query']],
  ["one too many", { a: 1 }, {}, ["/a: 1 is undefined in a fresh query"]],
  ["a tree for a value", { a: {} }, { a: null }, ["/a: {} is null in a fresh query"]],
])("%s is told by its path", (_name, shown, fresh, expected) => {
  expect(differences(shown, fresh)).toEqual(expected);
});
