import { expect, test } from "vitest";
import { isClean, judge, type Logged, type Seen } from "./verdict.ts";

const log = (): Logged[] =>
  ["first", "ana 1", "ben 1", "ana 2", "ben 2"].map((body, at) => ({ seq: at + 1, body }));

const seat = (name: string): Seen => ({
  name,
  said: [`${name} 1`, `${name} 2`],
  differences: [],
  standing: {
    link: "live",
    counts: { applied: 4, dropped: 1, holes: 0, resets: 0, silences: 0, connects: 2 },
    outOfPlace: 0,
    waiting: 0,
    refused: [],
    ended: null,
    messages: log(),
  },
});

const good = () => ({ seen: [seat("ana"), seat("ben")], log: log() });

test("a run in which nothing is wrong is clean, and its figures are right", () => {
  const { seen, log: logged } = good();
  const verdict = judge(seen, logged);
  expect(verdict).toEqual({
    sent: 4,
    inLog: 5,
    shown: 10,
    lost: 0,
    doubled: 0,
    outOfOrder: 0,
    phantom: 0,
    differs: 0,
    holes: 0,
    unsent: 0,
    applied: 8,
    dropped: 2,
    connects: 4,
    resets: 0,
    findings: [],
  });
  expect(isClean(verdict)).toBe(true);
});

type Run = ReturnType<typeof good>;
type Wrong = "lost" | "doubled" | "outOfOrder" | "phantom" | "differs" | "holes" | "unsent";
const stand = ({ seen }: Run, more: object) => Object.assign(seen[0].standing, more);

const planted: [string, Wrong, (run: Run) => void][] = [
  ["a message that was never sent", "lost", (run) => void run.log.splice(1, 1)],
  ["one that was sent twice", "doubled", (run) => run.log.push({ seq: 6, body: "ana 1" })],
  [
    "two that were sent the wrong way round",
    "outOfOrder",
    ({ seen }) => Object.assign(seen[0], { said: seen[0].said.toReversed() }),
  ],
  ["one that a screen lacks", "lost", (run) => stand(run, { messages: log().slice(1) })],
  [
    "one that a screen shows twice",
    "doubled",
    (run) => stand(run, { messages: [...log(), log()[4]] }),
  ],
  [
    "two that a screen shows the wrong way round",
    "outOfOrder",
    (run) => stand(run, { messages: log().toReversed() }),
  ],
  [
    "one on a screen that is not in the log",
    "phantom",
    (run) => stand(run, { messages: [...log(), { seq: 9, body: "?" }] }),
  ],
  ["an update that was applied twice", "outOfOrder", (run) => stand(run, { outOfPlace: 1 })],
  [
    "a screen that is not what a query shows",
    "differs",
    ({ seen }) => Object.assign(seen[1], { differences: ["/a"] }),
  ],
  [
    "a hole",
    "holes",
    (run) => stand(run, { counts: { ...run.seen[0].standing.counts, holes: 1 } }),
  ],
  ["a message that waits", "unsent", (run) => stand(run, { waiting: 1 })],
  ["a message that was refused", "unsent", (run) => stand(run, { refused: ["NOT_FOUND"] })],
  ["a thread that was said to be over", "lost", (run) => stand(run, { ended: "CLOSED" })],
];

test.each(planted)("flags %s as %s", (_, wrong, plant) => {
  const run = good();
  plant(run);
  const verdict = judge(run.seen, run.log);
  expect(verdict[wrong]).toBeGreaterThan(0);
  expect(verdict.findings.some((finding) => finding.startsWith(wrong))).toBe(true);
  expect(isClean(verdict)).toBe(false);
});

test("a run in which nobody wrote proves nothing", () => {
  expect(isClean(judge([], []))).toBe(false);
});
