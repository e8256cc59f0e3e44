import type { FaultOf } from "../harness/events.ts";
import { controls } from "./due.ts";
import { ofKind, type Record_ } from "./record.ts";
import type { Stretch } from "./stretches.ts";

export interface Times {
  /** Milliseconds from the commit to the follower. */
  p50: number;
  p99: number;
  max: number;
  /** The longest from a fault until a follower heard something said after it, by what was taken away. */
  recover: Partial<Record<FaultOf, number>>;
}

/** While a node or Redis is away the others go on at once; all else has to be over first. */
const fromItsBeginning: readonly FaultOf[] = ["node", "redis", "redisHung"];

export function timesOf({ events, eras }: Record_, stretches: readonly Stretch[]): Times {
  const facts = stretches.map(({ heard }) => heard.filter(({ type }) => !controls.has(type)));
  const delays = facts
    .flat()
    .filter(({ type }) => type !== "ThreadMoved")
    .map(({ at, said }) => Math.max(0, at - said))
    .toSorted((a, b) => a - b);
  const share = (part: number) => Math.round(delays[Math.ceil(delays.length * part) - 1] ?? 0);
  const recover: Times["recover"] = {};
  const often = new Set(
    eras.flatMap(({ spans }) => spans.filter(({ to }) => to !== null).map(({ person }) => person)),
  );
  for (const { of, at, until } of ofKind(events, "fault")) {
    const from = fromItsBeginning.includes(of) ? at : until;
    for (const [i, { began }] of stretches.entries()) {
      // Those who came and went, and groups whose activity is held back, say nothing about the fault.
      if (began.at > from || began.label === null || often.has(began.person)) continue;
      const next = facts[i].find(({ said }) => said >= from);
      if (next) recover[of] = Math.max(recover[of] ?? 0, Math.round(next.at - from));
    }
  }
  return { p50: share(0.5), p99: share(0.99), max: share(1), recover };
}
