/** Where a follower stands. `last` is null until the first answer after a snapshot's cursor. */
export interface Position {
  readonly last: number | null;
  readonly cursor: string | null;
}

/** The part of every live answer that a position needs. */
export interface LiveAnswer {
  readonly __typename: string;
  readonly cursor: string;
  readonly seq: number;
  readonly prev: number;
  /** Of `Reset`. */
  readonly reason?: string;
  /** Of `Ended`, under another name: the two are different enums. */
  readonly endReason?: string;
}

/**
 * - `apply`: a log update, next in order. - `advance`: nothing to show, the position moves.
 * - `live`: the head is reached. - `drop`: known already. - `hole`: something between is missing.
 */
export type Verdict = "apply" | "advance" | "live" | "drop" | "hole" | "reset" | "end";

const control = new Set(["Live", "Heartbeat"]);

/** One answer against a position. A hole leaves the position as it was, so that following resumes before it. */
export function place(at: Position, answer: LiveAnswer): { verdict: Verdict; position: Position } {
  // What was skipped is in a fresh snapshot and in no update: both ask for one.
  if (answer.__typename === "Reset" || answer.__typename === "Skipped")
    return { verdict: "reset", position: at };
  if (answer.__typename === "Ended") return { verdict: "end", position: at };
  const moved = { last: answer.seq, cursor: answer.cursor };
  const reached = at.last === null || answer.prev <= at.last;
  if (control.has(answer.__typename)) {
    if (!reached) return { verdict: "hole", position: at };
    const position = at.last !== null && answer.seq < at.last ? at : moved;
    return { verdict: answer.__typename === "Live" ? "live" : "advance", position };
  }
  if (at.last !== null && answer.seq <= at.last) return { verdict: "drop", position: at };
  return reached ? { verdict: "apply", position: moved } : { verdict: "hole", position: at };
}
