import type { FaultOf, Heard } from "../harness/events.ts";
import { controls } from "./due.ts";
import { ofKind, type Evidence } from "./evidence.ts";
import type { Stretch } from "./stretches.ts";

export interface Times {
  /** Milliseconds from the commit to the follower. */
  p50: number;
  p99: number;
  max: number;
  /** p99 of what was said away from every fault: what the machine itself is good for. */
  calmP99: number;
  /** The longest from a fault until a follower heard something said after it, by what was taken away. */
  recover: Partial<Record<FaultOf, number>>;
}

const AWAY_MS = 1_000;

/** While a node or Redis is away the others go on at once; all else has to be over first. */
const fromItsBeginning: readonly FaultOf[] = ["node", "redis", "redisHung", "redisParted"];

export function timesOf({ events, eras }: Evidence, stretches: readonly Stretch[]): Times {
  const facts = stretches.map(({ heard }) => heard.filter(({ type }) => !controls.has(type)));
  const faults = ofKind(events, "fault");
  const all = facts.flat().filter(({ type }) => type !== "ThreadMoved");
  const calm = all.filter(({ said }) =>
    faults.every(({ at, until }) => said < at - AWAY_MS || said > until + AWAY_MS),
  );
  const recover: Times["recover"] = {};
  const often = new Set(
    eras.flatMap(({ spans }) => spans.filter(({ to }) => to !== null).map(({ person }) => person)),
  );
  for (const { of, at, until } of faults) {
    const from = fromItsBeginning.includes(of) ? at : until;
    for (const [i, { began }] of stretches.entries()) {
      // Those who came and went, and groups whose activity is held back, say nothing about the fault.
      if (began.at > from || began.label === null || often.has(began.person)) continue;
      const next = facts[i].find(({ said }) => said >= from);
      if (next) recover[of] = Math.max(recover[of] ?? 0, Math.round(next.at - from));
    }
  }
  const share = shares(all);
  return {
    p50: share(0.5),
    p99: share(0.99),
    max: share(1),
    calmP99: shares(calm)(0.99),
    recover,
  };
}

/** The delay that so large a part of the answers does not exceed, in milliseconds. */
function shares(heard: readonly Heard[]): (part: number) => number {
  const delays = heard.map(({ at, said }) => Math.max(0, at - said)).toSorted((a, b) => a - b);
  return (part) => Math.round(delays[Math.ceil(delays.length * part) - 1] ?? 0);
}
