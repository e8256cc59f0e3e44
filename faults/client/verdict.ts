import type { Differences, Standing } from "../../client/src/testing/device/words.ts";

/** A message in the log, in its order. */
export interface Logged {
  seq: number;
  body: string;
}

/** How somebody's device stood at the end, and what they had written on it. */
export interface Seen {
  name: string;
  said: readonly string[];
  standing: Standing;
  differences: Differences;
}

export interface Verdict {
  sent: number;
  inLog: number;
  /** Over all devices: the messages that stand on their screens. */
  shown: number;
  lost: number;
  doubled: number;
  outOfOrder: number;
  /** On a screen and not in the log. */
  phantom: number;
  /** Places where a screen is not what a fresh query shows. */
  differs: number;
  /** Updates that did not follow on what a client had. */
  holes: number;
  /** Still waiting, or refused. */
  unsent: number;
  applied: number;
  dropped: number;
  connects: number;
  resets: number;
  findings: string[];
}

type Wrong = "lost" | "doubled" | "outOfOrder" | "phantom" | "differs" | "holes" | "unsent";

/** Judges by what was written, what the log has and what stands on the screens. */
export function judge(seen: readonly Seen[], log: readonly Logged[]): Verdict {
  const wrongs: Record<Wrong, number> = {
    lost: 0,
    doubled: 0,
    outOfOrder: 0,
    phantom: 0,
    differs: 0,
    holes: 0,
    unsent: 0,
  };
  const findings: string[] = [];
  const wrong = (kind: Wrong, count: number, words: string) => {
    if (count === 0) return;
    wrongs[kind] += count;
    if (findings.length < 20) findings.push(`${kind}: ${words}`);
  };
  const places = Map.groupBy(log, ({ body }) => body);
  for (const { name, said, standing, differences } of seen) {
    let last = 0;
    for (const body of said) {
      const at = places.get(body) ?? [];
      if (at.length === 0) wrong("lost", 1, `"${body}" is not in the log`);
      if (at.length > 1) wrong("doubled", 1, `the log has "${body}" ${at.length} times`);
      const seq = at[0]?.seq ?? last;
      if (seq < last)
        wrong("outOfOrder", 1, `"${body}" is in the log before what was written first`);
      last = seq;
    }
    const { messages, outOfPlace, waiting, refused, ended, counts } = standing;
    const shown = Map.groupBy(messages, ({ seq }) => seq);
    for (const [seq, same] of shown)
      if (same.length > 1) wrong("doubled", 1, `${name} shows ${seq} ${same.length} times`);
    for (const { seq, body } of log)
      if (!shown.has(seq)) wrong("lost", 1, `${name} does not show ${seq}, "${body}"`);
    const seqs = new Set(log.map(({ seq }) => seq));
    for (const { seq, body } of messages)
      if (!seqs.has(seq)) wrong("phantom", 1, `${name} shows ${seq}, "${body}"`);
    if (messages.some(({ seq }, at) => seq < (messages[at - 1]?.seq ?? 0)))
      wrong("outOfOrder", 1, `${name} shows messages out of order`);
    wrong("outOfOrder", outOfPlace, `${name} was given ${outOfPlace} updates again or late`);
    wrong("unsent", waiting, `${name} has ${waiting} messages that wait`);
    wrong("unsent", refused.length, `${name} was refused: ${refused.join()}`);
    wrong("lost", Number(ended !== null), `${name} was told that it is over: ${ended}`);
    wrong("holes", counts.holes, `${name} saw ${counts.holes} holes`);
    for (const difference of differences) wrong("differs", 1, `${name}: ${difference}`);
  }
  const sum = (of: (standing: Standing) => number) =>
    seen.reduce((total, { standing }) => total + of(standing), 0);
  return {
    sent: seen.reduce((total, { said }) => total + said.length, 0),
    inLog: log.length,
    shown: sum(({ messages }) => messages.length),
    ...wrongs,
    applied: sum(({ counts }) => counts.applied),
    dropped: sum(({ counts }) => counts.dropped),
    connects: sum(({ counts }) => counts.connects),
    resets: sum(({ counts }) => counts.resets),
    findings,
  };
}

/** Whether the client kept its part of the promise, and was asked to. */
export function isClean({ findings, sent, applied }: Verdict): boolean {
  return findings.length === 0 && sent > 0 && applied > 0;
}
