import { expect, test } from "vitest";
import { place } from "./position.ts";

const sent = (seq: number, prev = seq - 1) => ({
  __typename: "MessageSent",
  cursor: `c${seq}`,
  seq,
  prev,
});
const at = { last: 5, cursor: "c5" };

test.each([
  ["the next one", sent(6), "apply", 6],
  ["one that reaches back over others", sent(9, 3), "apply", 9],
  ["the same again", sent(5), "drop", 5],
  ["an older one", sent(2), "drop", 5],
  ["one after a gap", sent(8, 6), "hole", 5],
  ["a heartbeat at the place", { ...sent(5), prev: 5, __typename: "Heartbeat" }, "advance", 5],
  ["a heartbeat further on", { ...sent(7), prev: 5, __typename: "Heartbeat" }, "advance", 7],
  ["a heartbeat over a gap", { ...sent(9), prev: 8, __typename: "Heartbeat" }, "hole", 5],
  ["the head", { ...sent(6), prev: 5, __typename: "Live" }, "live", 6],
  ["the head behind a gap", { ...sent(9), prev: 8, __typename: "Live" }, "hole", 5],
  ["what lies outside the spans", { ...sent(20), prev: 9, __typename: "Skipped" }, "reset", 5],
  ["a reset", { ...sent(0), __typename: "Reset" }, "reset", 5],
  ["the end", { ...sent(0), __typename: "Ended" }, "end", 5],
])("%s", (_name, answer, verdict, last) => {
  const result = place(at, answer);
  expect(result.verdict).toBe(verdict);
  expect(result.position.last).toBe(last);
});

test("the first answer after a snapshot sets the place", () => {
  expect(place({ last: null, cursor: "x" }, sent(41)).position).toEqual({
    last: 41,
    cursor: "c41",
  });
});
