import { expect, test } from "vitest";
import { goodRun } from "./testing/goodRun.ts";
import { judge } from "./verdict.ts";

test("a run in which nobody wrote or nobody followed proves nothing", () => {
  const empty = goodRun();
  expect(judge({ ...empty, events: [], eras: [{ log: [], spans: [] }] }).clean).toBe(false);
  const writesAlone = empty.events.filter((event) => !("follower" in event));
  expect(judge({ ...empty, events: writesAlone }).clean).toBe(false);
});

test("a node that died by itself is a fault of ours", () => {
  const run = goodRun();
  run.events.push({ kind: "died", at: 1, words: "out of memory" });
  expect(judge(run)).toMatchObject({ died: 1, clean: false });
});

test("times above their bars are held against a run, but not on a machine that has other work", () => {
  const run = goodRun();
  run.events.push({ kind: "figure", at: 1, invariant: "I15", name: "grown", value: 30, most: 20 });
  const quiet = run.events.findIndex(({ kind }) => kind === "quiet");
  run.events[quiet] = { kind: "quiet", at: -9_000 };
  const { findings, clean } = judge(run);
  expect(clean).toBe(false);
  expect(findings.join("\n")).toMatch(/I15 broken: grown is 30/);
  expect(findings.join("\n")).toMatch(/I7 slow: it took 9105 ms/);
  run.run.patient = true;
  expect(judge(run).clean).toBe(true);
});

test.each([
  ["redis", false],
  ["redisHung", false],
  // Of what a node commits that cannot say its pokes the others hear by their sweep.
  ["redisParted", true],
  ["several", true],
] as const)("a second and a half behind a fault of %s", (of, clean) => {
  const run = goodRun();
  for (const event of run.events) if (event.kind === "heard" && event.said > 25) event.at += 1_500;
  run.events.push({ kind: "fault", at: 25, until: 29, of, name: "gone" });
  const verdict = judge(run);
  expect(verdict.recover[of]).toBeGreaterThan(1_500);
  expect(verdict.findings.length).toBe(clean ? 0 : 1);
});
