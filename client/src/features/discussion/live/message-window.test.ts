import type { Reference } from "@apollo/client";
import { expect, test } from "vitest";
import { appendToWindow, mergeWindow } from "./message-window.ts";
import type { StoredWindow } from "./message-window.ts";

const seqOf = (node: Reference): number => Number(node.__ref.slice(1));
const run = (from: number, to: number, of = 200): StoredWindow => ({
  nodes: Array.from({ length: to - from + 1 }, (_, index) => ({ __ref: `m${from + index}` })),
  pageInfo: {
    hasPreviousPage: from > 1,
    hasNextPage: to < of,
    startCursor: `c${from}`,
    endCursor: `c${to}`,
  },
});
const seqs = ({ nodes }: StoredWindow): number[] => nodes.map(seqOf);
const span = (window: StoredWindow): [number | undefined, number | undefined, number] => {
  const all = seqs(window);
  return [all[0], all.at(-1), all.length];
};

test.each([
  ["an older page", run(51, 100), run(1, 50), { before: "c51" }, [1, 100, 100]],
  ["a newer page", run(51, 100), run(101, 150), { after: "c100" }, [51, 150, 100]],
  ["a page that overlaps", run(51, 100), run(90, 139), { around: 115 }, [51, 139, 89]],
  ["a page that lies beside it", run(51, 100), run(101, 150), { around: 120 }, [51, 150, 100]],
  ["a page elsewhere", run(51, 100), run(151, 200), { last: 50 }, [151, 200, 50]],
  ["a page of a run that was left", run(151, 200), run(1, 50), { before: "c51" }, [151, 200, 50]],
])("%s", (_name, old, fresh, args, expected) => {
  expect(span(mergeWindow(old, fresh, args, seqOf))).toEqual(expected);
});

test("each end is described by the page that reaches it", () => {
  const { pageInfo } = mergeWindow(run(51, 200), run(1, 60), { before: "c51" }, seqOf);
  expect(pageInfo).toMatchObject({
    hasPreviousPage: false,
    startCursor: "c1",
    hasNextPage: false,
    endCursor: "c200",
  });
});

test("a reader who does not see some messages still pages on by cursor", () => {
  const old = run(51, 100);
  const gap = run(1, 30);
  expect(span(mergeWindow(old, gap, { before: "c51" }, seqOf))).toEqual([1, 100, 80]);
});

test("a new message stands at the end, once, and only where the end is loaded", () => {
  const message = { ref: { __ref: "m201" }, seq: 201 };
  const once = appendToWindow(run(151, 200), message, seqOf);
  expect(span(once)).toEqual([151, 201, 51]);
  expect(appendToWindow(once, message, seqOf)).toBe(once);
  const middle = run(51, 100);
  expect(appendToWindow(middle, message, seqOf)).toBe(middle);
});

test("of two that come the wrong way round, both stand in their order", () => {
  const late = appendToWindow(run(1, 3, 3), { ref: { __ref: "m5" }, seq: 5 }, seqOf);
  expect(seqs(appendToWindow(late, { ref: { __ref: "m4" }, seq: 4 }, seqOf))).toEqual([
    1, 2, 3, 4, 5,
  ]);
});
