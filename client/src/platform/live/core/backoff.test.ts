import { expect, test } from "vitest";
import { backoff } from "./backoff.ts";

test("the longest wait doubles from one second to thirty", () => {
  const longest = [0, 1, 2, 3, 4, 5, 60].map((n) => backoff(n, () => 1));
  expect(longest).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

test("it may be nothing at all", () => {
  expect(backoff(7, () => 0)).toBe(0);
});
