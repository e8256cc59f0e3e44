import { expect, test } from "vitest";
import { arrange, follows } from "./rows.ts";

const message = (seq: number, at: string, author = "a", withdrawnAt: string | null = null) => ({
  seq,
  createdAt: `2026-11-${at}`,
  author: { id: author },
  withdrawnAt,
});

test("messages of one author within five minutes are read together", () => {
  const rows = arrange(
    [
      message(1, "19T08:00:00"),
      message(2, "19T08:04:59"),
      message(3, "19T08:09:59"),
      message(4, "19T08:10:00", "b"),
    ],
    null,
  );
  expect(rows.map((row) => row.more)).toEqual([false, true, false, false]);
});

test("what is being sent is read with the last message of its author", () => {
  const at = Date.parse("2026-11-19T08:04:00");
  expect(follows(message(1, "19T08:00:00"), "a", at)).toBe(true);
  expect(follows(message(1, "19T08:00:00"), "b", at)).toBe(false);
  expect(follows(message(1, "19T07:58:00"), "a", at)).toBe(false);
  expect(follows(message(1, "19T08:00:00", "a", "2026-11-19T08:01:00"), "a", at)).toBe(false);
  expect(follows(undefined, "a", at)).toBe(false);
});

test("a day, the new line and a tombstone each start afresh", () => {
  const rows = arrange(
    [
      message(1, "19T23:59:00"),
      message(2, "20T00:01:00"),
      message(3, "20T00:02:00"),
      message(4, "20T00:03:00", "a", "2026-11-20T00:04:00"),
      message(5, "20T00:04:00"),
    ],
    3,
  );
  expect(rows.map((row) => row.day !== null)).toEqual([true, true, false, false, false]);
  expect(rows.map((row) => row.startsNew)).toEqual([false, false, true, false, false]);
  expect(rows.map((row) => row.more)).toEqual([false, false, false, false, false]);
});

test("the new line stands above the first loaded message when the very first is unread", () => {
  expect(arrange([message(1, "19T08:00:00")], 1)[0]?.startsNew).toBe(true);
  expect(arrange([message(40, "19T08:00:00"), message(41, "19T08:01:00")], 12)[0]?.startsNew).toBe(
    true,
  );
});
