import { checkDeliveries } from "./deliveries.ts";
import { checkEndings } from "./endings.ts";
import { checkFolds } from "./folds.ts";
import { checkLog } from "./log.ts";
import { ofKind, type Evidence } from "./evidence.ts";
import { checkSessions } from "./sessions.ts";
import { stretchesOf } from "./stretches.ts";
import { timesOf, type Times } from "./times.ts";
import { checkVersions } from "./versions.ts";
import { checkWrites } from "./writes.ts";
import { Wrongs, type Wrong } from "./wrongs.ts";

export interface Verdict extends Record<Wrong, number>, Times {
  name: string;
  seed: number;
  clean: boolean;
  sent: number;
  acknowledged: number;
  /** Sent and neither acknowledged nor refused: may be in the log or not. */
  unknown: number;
  inLog: number;
  expected: number;
  delivered: number;
  /** From the last word until the last follower had heard everything. */
  convergeMs: number;
  peakMemoryMb: number;
  /** How often a stream broke. */
  resumed: number;
  /** Nodes that ended by themselves. */
  died: number;
  acts: Record<string, number>;
  faults: Record<string, number>;
  figures: Record<string, number>;
  /** What is wrong, in words; the first of each kind. */
  findings: string[];
}

/**
 * Of a node that cannot say its pokes the others know nothing: what it commits is found by their sweep, which comes at
 * the latest two seconds and a half after the one before.
 */
const bars = { convergeMs: 5_000, node: 3_000, redis: 1_000, redisHung: 1_000, redisParted: 3_000 };

/** Judges a run by what was written down and by the log alone. */
export function judge(evidence: Evidence): Verdict {
  const { run, events } = evidence;
  const wrongs = new Wrongs();
  const stretches = stretchesOf(evidence);
  checkLog(evidence, wrongs);
  checkWrites(evidence, wrongs);
  const { expected, delivered, completeAt } = checkDeliveries(evidence, stretches, wrongs);
  checkVersions(evidence, stretches, wrongs);
  checkSessions(evidence, wrongs);
  checkFolds(evidence, stretches, wrongs);
  checkEndings(evidence, wrongs);

  const times = timesOf(evidence, stretches);
  const quietAt = ofKind(events, "quiet").at(-1)?.at ?? 0;
  const convergeMs = Math.max(0, completeAt - quietAt);
  const slow = run.patient ? [] : slowOf(times, convergeMs);
  const died = ofKind(events, "died");
  const { sent, acknowledged, unknown, inLog } = countWrites(evidence);
  if (acknowledged === 0)
    wrongs.add("broken", "I1", "nothing was acknowledged: this proves nothing");
  const count = (names: readonly { name: string }[]) =>
    Object.fromEntries(
      [...Map.groupBy(names, ({ name }) => name)].map(([name, all]) => [name, all.length]),
    );
  const findings = [
    ...wrongs.findings,
    ...slow,
    ...died.map(({ words }) => `a node died: ${words}`),
  ];
  return {
    name: run.name,
    seed: run.seed,
    clean: findings.length === 0,
    sent,
    acknowledged,
    unknown,
    inLog,
    expected,
    delivered,
    ...wrongs.counts,
    ...times,
    convergeMs,
    peakMemoryMb: Math.round(
      ofKind(events, "memory").reduce((most, { rss }) => Math.max(most, rss), 0) / 2 ** 20,
    ),
    resumed: ofKind(events, "broke").length,
    died: died.length,
    acts: count(ofKind(events, "act")),
    faults: count(ofKind(events, "fault")),
    figures: Object.fromEntries(ofKind(events, "figure").map(({ name, value }) => [name, value])),
    findings,
  };
}

function countWrites({ events, eras }: Evidence) {
  const answered = new Set(
    [...ofKind(events, "acked"), ...ofKind(events, "refused")].map(
      ({ writer, n }) => `${writer} ${n}`,
    ),
  );
  const sent = ofKind(events, "sent").length;
  const acknowledged = new Set(ofKind(events, "acked").map(({ writer, n }) => `${writer} ${n}`))
    .size;
  const log = eras.at(-1)?.log ?? [];
  const inLog = log.filter(({ name }) => name === "MessageSent").length;
  return { sent, acknowledged, unknown: sent - answered.size, inLog };
}

function slowOf({ recover }: Times, convergeMs: number): string[] {
  const slow: string[] = [];
  if (convergeMs > bars.convergeMs)
    slow.push(`I7 slow: it took ${convergeMs} ms until all had heard all`);
  for (const what of ["node", "redis", "redisHung", "redisParted"] as const)
    if ((recover[what] ?? 0) > bars[what])
      slow.push(`I7 slow: ${recover[what]} ms until the first delivery after a fault of ${what}`);
  return slow;
}
