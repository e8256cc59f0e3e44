import type { Programme } from "../actors/operator.ts";
import type { Invariant } from "../checker/invariants.ts";
import type { Play } from "../harness/play.ts";

/** Who is there. */
export interface Cast {
  writers: number;
  /** Milliseconds between two messages of a writer. */
  rest: readonly [number, number];
  /** Share of messages that are sent twice at once, and again with another text. */
  twice: number;
  /** People who are removed and let in again, and whose sessions are ended. */
  guests: number;
  /** What the operator does all the while. */
  programme: Programme;
  /** Deliver from pokes alone: the mode that has to fail. */
  pokesAlone: boolean;
}

export interface Scenario {
  /** t1 to t20, or another name to call it by. */
  name: string;
  title: string;
  /** Whom it is there for; every run checks all of them. */
  invariants: readonly Invariant[];
  /** How long the steps go on unless the caller says otherwise. */
  seconds: number;
  /** How much of what the title counts. */
  size?: number;
  /** Every restart is planned: no try may fail. */
  planned?: boolean;
  /** As in production, where the harness else hurries; milliseconds. */
  heartbeatMs?: number;
  silenceMs?: number;
  cast?: Partial<Cast>;
  /** Where PostgreSQL keeps its data, when the scenario wants to choose; undone by the function that it gives. */
  disk?: () => { folder: string; undo: () => void };
  /** What happens while people talk. */
  steps: (play: Play, seconds: number, size: number) => Promise<void>;
}

export const plainCast: Cast = {
  writers: 4,
  rest: [10, 60],
  twice: 0,
  guests: 3,
  programme: { messages: true, threads: true },
  pokesAlone: false,
};
