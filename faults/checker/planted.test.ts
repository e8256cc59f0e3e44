import { expect, test } from "vitest";
import type { Event, Heard } from "../harness/events.ts";
import type { Evidence } from "./evidence.ts";
import { control, entry, goodRun, heard } from "./testing/goodRun.ts";
import { judge } from "./verdict.ts";
import type { Wrong } from "./wrongs.ts";

const indexOf = ({ events }: Evidence, follower: string, seq: number) =>
  events.findIndex(
    (each) => each.kind === "heard" && each.follower === follower && each.seq === seq,
  );
const at = (run: Evidence, follower: string, seq: number) =>
  run.events[indexOf(run, follower, seq)] as Heard;
const show = (run: Evidence, follower: string, seq: number, message: Partial<Heard["message"]>) =>
  Object.assign(at(run, follower, seq), {
    message: { ...at(run, follower, seq).message, ...message },
  });
const logOf = (run: Evidence) => run.eras[0].log;
const sentOf = (run: Evidence, writer: string, n: number) =>
  run.events.find(
    (each) => each.kind === "sent" && each.writer === writer && each.n === n,
  ) as Event & { kind: "sent" };

test("a run in which nothing is wrong is clean, and its figures are right", () => {
  expect(judge(goodRun())).toMatchObject({
    clean: true,
    sent: 7,
    acknowledged: 7,
    unknown: 0,
    inLog: 7,
    expected: 15,
    delivered: 15,
    p50: 5,
    max: 5,
    convergeMs: 5,
    findings: [],
  });
});

/** The eight kinds of live delivery's faults, and variants of each. */
const planted: [string, Wrong, string, (run: Evidence) => unknown][] = [
  ["dropped: a delivery", "lost", "I7", (run) => run.events.splice(indexOf(run, "g", 5), 1)],
  [
    "dropped: the last delivery",
    "lost",
    "I7",
    (run) => run.events.splice(indexOf(run, "f", 10), 1),
  ],
  [
    "dropped: prev lies behind a hole",
    "lost",
    "I7",
    (run) => Object.assign(at(run, "f", 7), { prev: 7 }),
  ],
  [
    "dropped: what is theirs is skipped",
    "lost",
    "I7",
    (run) => Object.assign(at(run, "g", 7), { from: 6 }),
  ],
  [
    "doubled: a delivery",
    "doubled",
    "I8",
    (run) => run.events.splice(indexOf(run, "f", 6), 0, at(run, "f", 6)),
  ],
  [
    "doubled: an old delivery at the end",
    "doubled",
    "I8",
    (run) => run.events.push(at(run, "f", 2)),
  ],
  [
    "swapped: two deliveries",
    "outOfOrder",
    "I5",
    (run) => {
      const from = indexOf(run, "f", 6);
      run.events.splice(from, 2, ...run.events.slice(from, from + 2).toReversed());
    },
  ],
  [
    "phantom: what is not in the log",
    "phantom",
    "I9",
    (run) => run.events.push(heard("f", entry(11, { body: "x" }), 10)),
  ],
  [
    "foreign channel: another thread's message",
    "phantom",
    "I9",
    (run) => run.events.splice(indexOf(run, "f", 5), 0, heard("f", logOf(run)[3], 3)),
  ],
  [
    "foreign channel: another channel's message under a good seq",
    "phantom",
    "I9",
    (run) => show(run, "f", 5, { messageId: "of another channel", body: "x" }),
  ],
  [
    "after removal: what lies outside the spans",
    "leaked",
    "I10",
    (run) => run.events.splice(indexOf(run, "g", 7), 1, heard("g", logOf(run)[6], 6)),
  ],
  [
    "after removal: for good",
    "leaked",
    "I10",
    (run) => Object.assign(run.eras[0].spans[0], { to: 9 }),
  ],
  [
    "wrong body: another text",
    "phantom",
    "I9",
    (run) => show(run, "g", 8, { body: "something else" }),
  ],
  [
    "wrong body: another message's id",
    "phantom",
    "I9",
    (run) => show(run, "g", 8, { messageId: "m2" }),
  ],
  [
    "wrong body: the text of a version that is to come",
    "phantom",
    "I9",
    (run) => show(run, "f", 5, { body: "better" }),
  ],
  [
    "stale version: what an edit had replaced",
    "outOfOrder",
    "I13",
    (run) => show(run, "f", 9, { version: 1, body: "a 2." }),
  ],
];

test.each(planted)("flags %s", (_, wrong, invariant, plant) => {
  const run = goodRun();
  plant(run);
  const verdict = judge(run);
  expect(verdict[wrong]).toBeGreaterThan(0);
  expect(verdict.findings.join("\n")).toContain(`${invariant} ${wrong}`);
  expect(verdict.clean).toBe(false);
});

const others: [string, Wrong, (run: Evidence) => unknown][] = [
  ["I1 an acknowledged message that is not in the log", "lost", (run) => logOf(run).splice(7, 1)],
  ["I1 a redacted text without a trace", "lost", (run) => logOf(run).splice(9, 1)],
  [
    "I2 two acknowledgements that differ",
    "doubled",
    (run) =>
      run.events.push({ kind: "acked", at: 99, writer: "a", n: 1, messageId: "m9", tries: 2 }),
  ],
  [
    "I2 a message that is in the log twice",
    "doubled",
    (run) => logOf(run).push({ ...logOf(run)[1], seq: 11 }),
  ],
  [
    "I3 an acknowledged message whose text the log has otherwise",
    "lost",
    (run) => Object.assign(logOf(run)[7], { body: "b 33." }),
  ],
  [
    "I3 what was refused and is in the log",
    "phantom",
    (run) => run.events.push({ kind: "refused", at: 1, writer: "a", n: 1, code: "NO" }),
  ],
  ["I4 a gap in the log", "outOfOrder", (run) => logOf(run).splice(3, 1)],
  [
    "I6 a writer's messages in another order than they were sent",
    "outOfOrder",
    (run) => {
      for (const event of run.events)
        if ((event.kind === "sent" || event.kind === "acked") && event.writer === "a")
          event.n = 4 - event.n;
    },
  ],
  [
    "I7 a reason to begin anew that is none",
    "lost",
    (run) => run.events.push(control("f", "Reset", 10, { reason: "BAD_CURSOR" })),
  ],
  [
    "I7 a follower that never heard anything",
    "lost",
    (run) => run.events.push({ kind: "opened", at: 1, follower: "h", session: "h #1", era: 0 }),
  ],
  [
    "I9 a message that nobody sent",
    "phantom",
    (run) => logOf(run).push(entry(11, { body: "from nowhere", author: "x", key: "y" })),
  ],
  [
    "I10 an end inside a span",
    "lost",
    (run) => run.events.push(control("f", "Ended", 10, { reason: "REMOVED" })),
  ],
  [
    "I11 a frame on a revoked session",
    "leaked",
    (run) => run.events.splice(1, 0, { kind: "revoked", at: -2_000, session: "f #1" }),
  ],
  [
    "I12 a message below what its writer had read",
    "outOfOrder",
    (run) => Object.assign(sentOf(run, "a", 3), { read: 7 }),
  ],
  [
    "I13 a withdrawn text behind its withdrawal",
    "leaked",
    (run) => show(run, "f", 10, { body: "b 2.", gone: false }),
  ],
  [
    "I13 a withdrawn text to who asks later",
    "leaked",
    (run) => {
      const opened = run.events.find((each) => each.kind === "opened" && each.follower === "f");
      Object.assign(opened ?? {}, { at: 6_000 });
    },
  ],
  [
    "I13 a withdrawn text that lies about",
    "leaked",
    (run) => run.events.push({ kind: "residue", at: 1, looked: 1, found: ["table draft"] }),
  ],
  [
    "I15 references that stay",
    "broken",
    (run) =>
      run.events.push({ kind: "references", at: 1, node: 0, hubs: 1, followers: 0, holes: 0 }),
  ],
  [
    "I17 a silence that nobody notices",
    "broken",
    (run) =>
      run.events.push({ kind: "broke", at: 1, follower: "f", why: "silent", silentMs: 60_000 }),
  ],
  [
    "I18 a try that failed at a planned restart",
    "lost",
    (run) => {
      run.run.planned = true;
      run.events.push({ kind: "failed", at: 1, writer: "a", n: 1, why: "503" });
    },
  ],
  [
    "I19 a fold that comes to something else",
    "broken",
    (run) =>
      run.events.push(
        { kind: "snapshot", at: 1, follower: "f", which: "first", seq: 1, state: {} },
        { kind: "snapshot", at: 2, follower: "f", which: "fresh", seq: 10, state: { m2: "{}" } },
      ),
  ],
];

test.each(others)("flags %s", (name, wrong, plant) => {
  const run = goodRun();
  plant(run);
  const verdict = judge(run);
  expect(verdict[wrong]).toBeGreaterThan(0);
  expect(verdict.findings.join("\n")).toContain(`${name.split(" ")[0]} ${wrong}`);
});
