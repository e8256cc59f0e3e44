import { expect, test } from "vitest";
import { check, isClean } from "./check.ts";
import type { Event } from "./history.ts";
import type { LogEntry } from "./log.ts";

const thread = "thread";
const entry = (seq: number, body: string): LogEntry => ({
  seq,
  name: "MessageSent",
  label: thread,
  messageId: `id of ${body}`,
  body,
});
const heard = (follower: string, { seq, body, messageId }: LogEntry, prev: number): Event => ({
  kind: "heard",
  at: seq * 10 + 5,
  follower,
  type: "MessageSent",
  seq,
  prev,
  said: seq * 10,
  messageId,
  body,
});

/** Two writers, two followers, six messages; entries of another thread lie between. Nothing is wrong. */
function goodRun() {
  const other: LogEntry = {
    seq: 1,
    name: "ThreadStarted",
    label: thread,
    messageId: null,
    body: null,
  };
  const elsewhere = { ...entry(4, "elsewhere"), label: "another thread" };
  const mine = [2, 3, 5, 6, 7, 8].map((seq, i) =>
    entry(seq, `${i % 2 ? "b" : "a"} ${(i >> 1) + 1}`),
  );
  const log = [other, ...mine.slice(0, 2), elsewhere, ...mine.slice(2)];
  const events: Event[] = mine.flatMap(({ seq, body, messageId }): Event[] => {
    const [writer, n] = [body!.slice(0, 1), Number(body!.slice(2))];
    return [
      { kind: "sent", at: seq * 10 - 5, writer, n, body: body! },
      { kind: "acked", at: seq * 10, writer, n, messageId: messageId!, tries: 1 },
    ];
  });
  for (const follower of ["f", "g"]) {
    events.push({ kind: "began", at: 0, follower, seq: 1 });
    for (const [i, each] of mine.entries())
      events.push(heard(follower, each, mine[i - 1]?.seq ?? 1));
  }
  return { log, events };
}

test("a run in which nothing is wrong is clean, and its figures are right", () => {
  const { log, events } = goodRun();
  const unknown: Event = { kind: "sent", at: 99, writer: "a", n: 9, body: "a 9" };
  const fault: Event = { kind: "fault", at: 35, name: "kill", until: 45 };
  const verdict = check([...events, unknown, fault], log, thread);
  expect(verdict).toEqual({
    sent: 7,
    acknowledged: 6,
    unknown: 1,
    inLog: 6,
    expected: 12,
    delivered: 12,
    lost: 0,
    doubled: 0,
    outOfOrder: 0,
    phantom: 0,
    p50: 5,
    p99: 5,
    max: 5,
    recoverMs: 10,
    resumed: 0,
    died: 0,
    faults: { kill: 1 },
    findings: [],
  });
  expect(isClean(verdict)).toBe(true);
});

type Run = ReturnType<typeof goodRun>;
const indexOf = ({ events }: Run, follower: string, seq: number) =>
  events.findIndex(
    (event) => event.kind === "heard" && event.follower === follower && event.seq === seq,
  );

const planted: [string, "lost" | "doubled" | "outOfOrder" | "phantom", (run: Run) => void][] = [
  ["a delivery dropped", "lost", (run) => run.events.splice(indexOf(run, "g", 5), 1)],
  ["the last delivery dropped", "lost", (run) => run.events.splice(indexOf(run, "g", 8), 1)],
  [
    "a delivery doubled",
    "doubled",
    (run) => run.events.splice(indexOf(run, "f", 6), 0, run.events[indexOf(run, "f", 6)]),
  ],
  [
    "an old delivery again, at the end",
    "doubled",
    (run) => run.events.push(run.events[indexOf(run, "f", 2)]),
  ],
  [
    "two deliveries swapped",
    "outOfOrder",
    (run) => {
      const at = indexOf(run, "f", 6);
      const [one, two] = run.events.slice(at, at + 2);
      run.events.splice(at, 2, two, one);
    },
  ],
  [
    "a delivery that is not in the log",
    "phantom",
    (run) => run.events.push(heard("f", entry(9, "a 4"), 8)),
  ],
  [
    "a delivery of another channel or thread",
    "phantom",
    (run) => run.events.splice(indexOf(run, "f", 5), 0, heard("f", entry(4, "elsewhere"), 3)),
  ],
  [
    "a wrong body",
    "phantom",
    (run) => Object.assign(run.events[indexOf(run, "g", 7)], { body: "something else" }),
  ],
  [
    "the right body under another message's id",
    "phantom",
    (run) => Object.assign(run.events[indexOf(run, "g", 7)], { messageId: "id of a 1" }),
  ],
  [
    "prev behind a hole",
    "lost",
    (run) => Object.assign(run.events[indexOf(run, "f", 7)], { prev: 7 }),
  ],
  [
    "a follower that was told to begin anew",
    "lost",
    (run) => run.events.push({ ...heard("f", entry(9, ""), 8), type: "Reset" } as Event),
  ],
  ["an acknowledged message that is not in the log", "lost", (run) => run.log.splice(-1, 1)],
  [
    "an acknowledged message whose text the log has otherwise",
    "lost",
    (run) => Object.assign(run.log[7], { body: "b 33" }),
  ],
  ["a message that is in the log twice", "doubled", (run) => run.log.push(entry(9, "a 3"))],
  ["a message that nobody sent", "phantom", (run) => run.log.push(entry(9, "from nowhere"))],
  ["a gap in the log", "outOfOrder", (run) => run.log.splice(3, 1)],
  [
    "a writer's messages in another order than they were sent",
    "outOfOrder",
    (run) => {
      for (const event of run.events)
        if (event.kind === "sent" && event.writer === "a") event.n = 4 - event.n;
    },
  ],
];

test.each(planted)("flags %s as %s", (_, wrong, plant) => {
  const run = goodRun();
  plant(run);
  const verdict = check(run.events, run.log, thread);
  expect(verdict[wrong]).toBeGreaterThan(0);
  expect(verdict.findings.some((finding) => finding.startsWith(wrong))).toBe(true);
  expect(isClean(verdict)).toBe(false);
});

test("a run in which nobody wrote or nobody followed proves nothing", () => {
  expect(isClean(check([], [], thread))).toBe(false);
  const { log, events } = goodRun();
  const writesAlone = events.filter(({ kind }) => kind !== "heard" && kind !== "began");
  expect(isClean(check(writesAlone, log, thread))).toBe(false);
  const mute = events.filter(({ kind }) => kind !== "heard");
  expect(check(mute, log, thread)).toMatchObject({ expected: 12, delivered: 0, lost: 12 });
});

test("a node that died by itself is a fault of ours", () => {
  const { log, events } = goodRun();
  const verdict = check([...events, { kind: "died", at: 1, words: "out of memory" }], log, thread);
  expect(verdict.died).toBe(1);
  expect(isClean(verdict)).toBe(false);
});
