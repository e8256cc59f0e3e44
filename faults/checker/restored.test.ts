import { expect, test } from "vitest";
import type { Evidence } from "./evidence.ts";
import { control, goodRun, heard } from "./testing/goodRun.ts";
import { judge } from "./verdict.ts";

/** The database goes back to where it was after its eighth entry; everybody is told so and begins anew. */
function restoredRun(): Evidence {
  const run = goodRun();
  const [before] = run.eras;
  const log = before.log
    .slice(0, 8)
    .map((entry) => (entry.seq === 6 ? { ...entry, body: "b 2." } : entry));
  run.eras.push({ log, spans: before.spans });
  run.events.push({ kind: "restored", at: 200, backupAt: 85, era: 1 });
  for (const [follower, person] of [
    ["f", "Farai"],
    ["g", "Grace"],
  ])
    run.events.push(
      { kind: "opened", at: 210, follower, session: `${follower} #1`, era: 0 },
      control(follower, "Reset", 10, { at: 212, reason: "OLD_EPOCH" }),
      { kind: "opened", at: 220, follower, session: `${follower} #1`, era: 1 },
      {
        kind: "began",
        at: 225,
        follower,
        person,
        channel: "channel",
        label: "thread",
        era: 1,
        from: 7,
      },
      { ...heard(follower, log[7], 7), at: 230 },
    );
  return run;
}

test("a restore that everybody is told of is clean", () => {
  expect(judge(restoredRun()).findings).toEqual([]);
});

test("I16 flags an old cursor that goes on", () => {
  const run = restoredRun();
  run.events.push(
    { kind: "opened", at: 4_000, follower: "f", session: "f #1", era: 0 },
    { ...heard("f", run.eras[1].log[7], 7), at: 4_000 },
  );
  expect(judge(run).findings.join("\n")).toContain("I16 phantom");
});

test("I16 flags a follower that was never told to begin anew", () => {
  const run = restoredRun();
  run.events = run.events.filter((event) => !(event.kind === "heard" && event.type === "Reset"));
  expect(judge(run).findings.join("\n")).toContain("I16 broken");
});

test("I1 flags what the backup had and the restore has not", () => {
  const run = restoredRun();
  run.eras[1].log = run.eras[1].log.slice(0, 7);
  expect(judge(run).findings.join("\n")).toContain("I1 lost");
});
