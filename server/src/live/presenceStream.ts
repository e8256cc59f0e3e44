import type { LiveEvent, LiveSource, Seat, Teller } from "../platform/graphql/liveSource.ts";
import type { PresenceTold } from "./presenceTold.ts";

/** Shows what is told as the answer of a live field. */
export type ShowPresence<Event extends LiveEvent> = (told: PresenceTold) => Event;

/** A stream in step, as those who tell see it. */
export interface Sitting {
  readonly seat: Seat;
  /** The last that it was told alone. */
  readonly told: number;
  stepOut(): void;
}

/** What a stream needs of the room that it looks into. */
export interface Looked {
  /** What was told last; null before the first telling. */
  readonly told: PresenceTold | null;
  /** The last of what was told, as a whole. */
  readonly whole: PresenceTold | null;
  /** How many looks have begun, and which of them was over last. */
  readonly begun: number;
  readonly ended: number;
  sit<Event extends LiveEvent>(
    key: string,
    sitting: Sitting,
    how: { teller: () => Teller<Event>; show: ShowPresence<Event> },
  ): void;
  leave(personId: string, stream: Leaving): void;
}

/** A stream as its room sees it. */
export interface Leaving {
  readonly seat: Seat | null;
  /** There may be something to tell. */
  look(): void;
  /** Ends it from the server's side. */
  end(): void;
}

/**
 * One subscription to who is in a group. It is told the whole once and then sits among those who are told the changes
 * together. Whoever cannot take a change is told nothing until they can, and then the whole again.
 */
export class PresenceStream<Event extends LiveEvent> implements LiveSource<Event>, Leaving {
  readonly goesInStep = true;
  readonly droppable = true;
  readonly #personId: string;
  readonly #show: ShowPresence<Event>;
  readonly #room: Looked;
  /** The first look that knows of this stream. */
  readonly #since: number;
  /** 0 when it has to be told the whole. */
  #told = 0;
  #seat: Seat | null = null;
  #wake: (() => void) | null = null;
  #over = false;

  constructor(personId: string, show: ShowPresence<Event>, room: Looked) {
    this.#personId = personId;
    this.#show = show;
    this.#room = room;
    this.#since = room.begun + 1;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  get seat(): Seat | null {
    return this.#seat;
  }

  async next(): Promise<IteratorResult<Event, undefined>> {
    const room = this.#room;
    for (;;) {
      if (this.#over) return { done: true, value: undefined };
      const { whole } = room;
      if (whole && whole.seq !== this.#told && room.ended >= this.#since) {
        this.#told = whole.seq;
        return { done: false, value: this.#show(whole) };
      }
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  async return(): Promise<IteratorResult<Event, undefined>> {
    if (!this.#over) {
      this.#over = true;
      this.#room.leave(this.#personId, this);
      this.#seat = null;
      this.look();
    }
    return { done: true, value: undefined };
  }

  end(): void {
    const seat = this.#seat;
    void this.return();
    seat?.alone();
  }

  look(): void {
    this.#wake?.();
    this.#wake = null;
  }

  stepIn(key: string, seat: Seat, teller: () => Teller<Event>): boolean {
    if (this.#over || this.#told === 0 || this.#told !== this.#room.told?.seq) return false;
    this.#seat = seat;
    const stepOut = () => {
      this.#seat = null;
      this.#told = 0;
      seat.alone();
    };
    this.#room.sit(key, { seat, told: this.#told, stepOut }, { teller, show: this.#show });
    return true;
  }
}
