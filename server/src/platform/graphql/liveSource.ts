/** What a live field tells. */
export interface LiveEvent {
  cursor: string;
  seq: number;
  prev: number;
}

/** One follower's place among those in step. */
export interface Seat {
  /** It is in step no more and has to go on by itself: what it asks of its source next is where it stopped. */
  alone(): void;
}

/** Tells events to many at once. */
export interface Teller<Event extends LiveEvent> {
  /**
   * Makes the answers, then hands them to everyone who sits at that moment, all in one go. Resolves with those who
   * could not take them and have to go on by themselves. Rejects when the answers cannot be made now: tell again.
   */
  tell(events: readonly Event[], seats: () => readonly Seat[]): Promise<Seat[]>;
}

/**
 * A stream of a live field. Whoever has caught up with it goes in step with all who follow the same by an equal
 * operation: then each event is told once for all of them.
 */
export interface LiveSource<Event extends LiveEvent = LiveEvent> extends AsyncIterableIterator<
  Event,
  undefined
> {
  /** Tells sources of this kind from other iterators. */
  readonly goesInStep: true;
  /** What it tells may be left out where a connection is slow; it sees to it that the next makes up for it. */
  readonly droppable?: boolean;
  /**
   * Sits down with those who have the same `key`, when all that there is has been told; false when not, and then
   * `next` tells more. `key` has to differ where answers differ; `teller` is asked for when nobody sits there yet.
   */
  stepIn(key: string, seat: Seat, teller: () => Teller<Event>): boolean;
}

export const isLiveSource = (source: object): source is LiveSource =>
  "goesInStep" in source && source.goesInStep === true;
