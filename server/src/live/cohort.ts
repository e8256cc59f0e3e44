import { isOutage } from "../platform/database/outage.ts";
import type { Seat, Teller } from "../platform/graphql/liveSource.ts";
import { Course, type CourseOptions } from "./course.ts";
import type { Entry } from "./entities.ts";
import type { Hub } from "./hub.ts";
import { concerns, movesSpans } from "./spans.ts";
import type { LiveUpdate } from "./updates.ts";

/** How long it waits for PostgreSQL before it asks again. */
const OUTAGE_MS = 250;

/** A follower in step, as the cohort sees it. */
export interface Member {
  readonly personId: string;
  readonly seat: Seat;
  /** All up to here was told to it when it came. */
  readonly told: number;
  /** Where it sits, or -1 while it is coming in. The cohort's own mark. */
  place: number;
  /** It goes on alone from `seq`. */
  stepOut(seq: number): void;
}

export interface CohortOptions extends CourseOptions {
  hub: Hub;
  /** Asked before an update is told, where spans do not decide. Then all members are one person. */
  admit: ((entry: Entry) => Promise<boolean>) | undefined;
  teller: Teller<LiveUpdate>;
  onHole: () => void;
  /** Nobody is left. */
  onEmpty: () => void;
}

/**
 * Followers that have caught up and are shown the same by equal operations: one course through the log for all of
 * them, one answer for each update. Nobody's right is asked at a delivery, for whoever an entry takes the right from
 * is led out before it; the same goes for who is too slow, and both go on by the rule of a single follower.
 */
export class Cohort {
  readonly #course: Course;
  readonly #options: CohortOptions;
  readonly #offRise: () => void;
  /** Those in their places, and their seats in the same order: dense, because each update runs through all of it. */
  readonly #members: Member[] = [];
  readonly #seats: Seat[] = [];
  /** They came since the last telling: a part of the next one they may have been told alone. */
  readonly #coming = new Set<Member>();
  /** Everybody in a place was told all up to here. */
  #delivered: number;
  #running = false;
  #closed = false;
  #timer: NodeJS.Timeout | undefined;
  /** When the timer goes off: it is left alone while updates come, and set again when it went off too early. */
  #timerAt = Infinity;

  constructor(options: CohortOptions, from: number) {
    this.#options = options;
    this.#course = new Course(options);
    this.#course.standAt(from);
    this.#delivered = from;
    this.#offRise = options.hub.onRise(() => this.#wake());
    this.#sleep();
  }

  enter(member: Member): void {
    member.place = -1;
    this.#coming.add(member);
  }

  /** Whoever leaves in the middle of a telling is not told. */
  leave(member: Member): void {
    if (!this.#coming.delete(member)) this.#vacate(member);
    if (this.#coming.size === 0 && this.#members.length === 0) this.#close();
  }

  #vacate({ place }: Member): void {
    const last = this.#members.pop();
    const seat = this.#seats.pop();
    if (!last || !seat || place === this.#members.length) return;
    this.#members[place] = last;
    this.#seats[place] = seat;
    last.place = place;
  }

  #sit(member: Member): void {
    this.#coming.delete(member);
    member.place = this.#members.length;
    this.#members.push(member);
    this.#seats.push(member.seat);
  }

  #leadOut(member: Member): void {
    const told = member.place === -1 ? member.told : Math.max(this.#delivered, member.told);
    this.leave(member);
    member.stepOut(told);
  }

  #close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#offRise();
    this.#options.onEmpty();
  }

  #wake(): void {
    if (this.#running || this.#closed) return;
    this.#running = true;
    void this.#run();
  }

  #sleep(): void {
    if (this.#closed) return;
    const behind = this.#course.pos < this.#options.hub.head;
    const rest = behind ? OUTAGE_MS : Math.max(this.#course.rest, 1);
    const at = performance.now() + rest;
    if (this.#timerAt <= at) return;
    clearTimeout(this.#timer);
    this.#timerAt = at;
    this.#timer = setTimeout(() => {
      this.#timerAt = Infinity;
      this.#wake();
    }, rest);
  }

  async #run(): Promise<void> {
    const course = this.#course;
    try {
      while (!this.#closed) {
        if (course.pos < this.#options.hub.head) await this.#advance();
        else if (course.rest > 0) break;
        course.tick();
        await this.#tell();
      }
    } catch (error) {
      // Each finds out alone what is wrong with the log or with what is told of it, and says so on its own stream.
      if (!isOutage(error))
        for (const member of [...this.#members, ...this.#coming]) this.#leadOut(member);
    }
    this.#running = false;
    this.#sleep();
  }

  async #advance(): Promise<void> {
    const { hub, admit, onHole } = this.#options;
    const course = this.#course;
    const { entries } = await hub.read(course.pos);
    if (entries.length === 0) throw new Error(`nothing to read behind ${course.pos}`);
    for (const entry of entries) {
      if (entry.seq !== course.pos + 1) {
        onHole();
        throw new Error(`hole in channel ${entry.channelId}: ${entry.seq} after ${course.pos}`);
      }
      if (movesSpans(entry)) {
        await this.#tell();
        for (const member of [...this.#members, ...this.#coming])
          if (concerns(entry, member.personId)) this.#leadOut(member);
        if (this.#closed) return;
      }
      course.pos = entry.seq;
      if (!admit || (await admit(entry))) course.read(entry);
    }
  }

  /** Tells what has come of the reading to all, and to each who came in the meantime what of it they lack. */
  async #tell(): Promise<void> {
    const updates = this.#course.take();
    const first = updates[0];
    if (!first) return;
    for (const member of this.#coming) if (member.told < first.seq) this.#sit(member);
    await this.#deliver(updates, () => this.#seats);
    for (const member of this.#coming) {
      const lacking = updates.filter(({ seq }) => seq > member.told);
      const seats = () => (this.#coming.has(member) ? [member.seat] : []);
      if (lacking.length > 0) await this.#deliver(lacking, seats);
      if (this.#coming.has(member)) this.#sit(member);
    }
    this.#delivered = this.#course.told;
  }

  async #deliver(updates: readonly LiveUpdate[], seats: () => readonly Seat[]): Promise<void> {
    for (;;)
      try {
        const seated = await this.#options.teller.tell(updates, seats);
        if (seated.length === 0) return;
        const refused = new Set(seated);
        for (const member of [...this.#members, ...this.#coming])
          if (refused.has(member.seat)) this.#leadOut(member);
        return;
      } catch (error) {
        if (!isOutage(error) || this.#closed) throw error;
        await new Promise((resolve) => setTimeout(resolve, OUTAGE_MS));
      }
  }
}
