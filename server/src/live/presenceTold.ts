import type { LiveEvent } from "../platform/graphql/liveSource.ts";
import type { Seen } from "./presenceSight.ts";

/** What is told of a group: what is, and what has changed of it since the last telling. */
export interface PresenceTold extends Seen, LiveEvent {
  at: Date;
  /** It is told as a whole, and not as what changed. */
  whole: boolean;
  came: readonly string[];
  went: readonly string[];
  /** Others write than before. */
  retyped: boolean;
}

/** What there is to tell after `before`; null when nothing has changed. `name` is the room's. */
export function tellingOf(
  name: string,
  before: PresenceTold | null,
  seen: Seen,
): PresenceTold | null {
  const known = new Set(before?.here);
  const here = new Set(seen.here);
  const came = seen.here.filter((person) => !known.has(person));
  const went = (before?.here ?? []).filter((person) => !here.has(person));
  const retyped = before === null || keyOf(before) !== keyOf(seen);
  const counted = before === null || before.count !== seen.count;
  if (!retyped && !counted && came.length + went.length === 0) return null;
  const prev = before?.seq ?? 0;
  // What was not known cannot have changed.
  const whole = before === null || before.count === null || seen.count === null;
  const seq = prev + 1;
  const cursor = `${name} ${seq}`;
  const told = { ...seen, cursor, seq, prev, at: new Date(), whole, came, went, retyped };
  return whole ? wholeOf(told) : told;
}

/** The same for one who has been told nothing yet. */
export const wholeOf = (told: PresenceTold): PresenceTold => ({
  ...told,
  // Answers are remembered by these.
  prev: 0,
  whole: true,
  came: [],
  went: [],
  retyped: true,
});

const keyOf = ({ typing }: Seen): string =>
  typing
    .map(({ threadId, personId }) => `${threadId} ${personId}`)
    .toSorted()
    .join();
