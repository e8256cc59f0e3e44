import { isOutage } from "../platform/database/outage.ts";
import type { LiveSource, Seat, Teller } from "../platform/graphql/liveSource.ts";
import type { Cohort, Member } from "./cohort.ts";
import type { Cohorts } from "./cohorts.ts";
import { Course, type View } from "./course.ts";
import { readCursor } from "./cursor.ts";
import type { Entry } from "./entities.ts";
import type { Hub, Reading } from "./hub.ts";
import { problemWith } from "./resume.ts";
import { concerns, gapAt, inside, mayReadBehind, type Span } from "./spans.ts";
import { Ended, Live, Reset, Skipped, type LiveUpdate, type ResetReason } from "./updates.ts";

/** How long it waits for PostgreSQL before it asks again. */
const OUTAGE_MS = 250;

/** What one subscription follows. */
export interface Following {
  /** Whose eyes: spans are checked for this person. */
  personId: string;
  view: View;
  /** Only entries of this label (a thread). */
  label?: string;
  /** The client's cursor; without one it starts at the head. */
  after?: string | null;
  /** False for a person's own channel, which has no memberships. */
  spans: boolean;
  /** Asked before an update is told; false passes over it. For what the channel's spans do not decide. */
  admit?: (entry: Entry) => Promise<boolean>;
}

/** Where a follower begins. */
interface Start {
  /** The hub's head from before the spans were read. */
  from: number;
  spans: readonly Span[];
}

/** What the followers of a hub are given to work with. */
export interface FollowerTools {
  hub: Hub;
  /** Reads the hub's head anew. */
  look: () => Promise<unknown>;
  cohorts: Cohorts;
  epoch: string;
  heartbeatMs: number;
  readSpans: (personId: string) => Promise<readonly Span[]>;
  /** Who stated the entry with this seq. */
  readActor: (seq: number) => Promise<string | null>;
  onHole: () => void;
  onStop: (follower: Follower) => void;
}

/**
 * One subscription: a course through the log and a signal, no queue beyond the batch it is sending. It reads pos + 1
 * and nothing else, so replay, the switch to live, order and uniqueness are one rule. Once it has caught up it may go
 * in step with others (cohort.ts), which is the same rule for many.
 * Written by hand because an async generator cannot be returned while it waits.
 */
export class Follower implements LiveSource<LiveUpdate>, Member {
  readonly goesInStep = true;
  readonly #following: Following;
  readonly #tools: FollowerTools;
  readonly #course: Course;
  readonly #from: number;
  #spans: readonly Span[];
  #outbox: LiveUpdate[] = [];
  #started = false;
  #live = false;
  /** Access has ended; why is still to be found out and told. */
  #ending = false;
  #over = false;
  #stopped = false;
  #turned = false;
  #offRise: (() => void) | null = null;
  #wake: (() => void) | null = null;
  #cohort: Cohort | null = null;
  #seat: Seat | null = null;
  place = -1;

  constructor(following: Following, { from, spans }: Start, tools: FollowerTools) {
    this.#following = following;
    this.#tools = tools;
    const { hub, epoch, heartbeatMs } = tools;
    const { view, label } = following;
    this.#from = from;
    this.#spans = spans;
    this.#course = new Course({ view, label, epoch, channelId: hub.channelId, heartbeatMs });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<LiveUpdate, undefined>> {
    try {
      for (;;) {
        if (this.#stopped) return { done: true, value: undefined };
        const update = this.#outbox.shift();
        if (update) return { done: false, value: update };
        if (this.#over) return this.#stop();
        await this.#patiently(() => this.#fill());
        const made = this.#course.take();
        if (!this.#turned) this.#outbox.push(...made);
      }
    } catch (error) {
      this.#stop();
      throw error;
    }
  }

  async return(): Promise<IteratorResult<LiveUpdate, undefined>> {
    return this.#stop();
  }

  get personId(): string {
    return this.#following.personId;
  }

  get told(): number {
    return this.#course.told;
  }

  get seat(): Seat {
    if (!this.#seat) throw new Error("this follower is not in step");
    return this.#seat;
  }

  stepIn(key: string, seat: Seat, teller: () => Teller<LiveUpdate>): boolean {
    const { hub, cohorts, epoch, heartbeatMs, onHole } = this.#tools;
    const { view, label, admit, personId } = this.#following;
    const { channelId } = hub;
    if (!this.#live || this.#ending || this.#over || this.#stopped || this.#outbox.length > 0)
      return false;
    const { pos, told } = this.#course;
    if (pos < hub.head) return false;
    // Those in step take it that all up to where they stand was told.
    if (told < pos) {
      this.#course.beat();
      this.#outbox.push(...this.#course.take());
      return false;
    }
    this.#seat = seat;
    this.#offRise?.();
    this.#offRise = null;
    const whose = admit ? personId : "";
    this.#cohort = cohorts.find([channelId, view.name, label, whose, key].join(" "), pos, () => {
      const tools = { hub, onHole, teller: teller() };
      return { ...tools, view, label, admit, epoch, channelId, heartbeatMs };
    });
    this.#cohort.enter(this);
    return true;
  }

  stepOut(seq: number): void {
    const seat = this.#seat;
    this.#cohort = null;
    this.#seat = null;
    this.#course.standAt(seq);
    seat?.alone();
  }

  /** The log is not the one that it followed: it is told to begin anew. */
  turn(): void {
    this.#started = this.#turned = true;
    this.#outbox = [];
    if (!this.#over) this.#reset("OLD_EPOCH");
    this.#outbox.push(...this.#course.take());
    if (this.#cohort) {
      this.#cohort.leave(this);
      this.stepOut(this.#course.told);
    }
    this.#wake?.();
  }

  /** Waits while PostgreSQL is away: what is to be told does not run off, and the node closes all if it lasts. */
  async #patiently(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!isOutage(error)) throw error;
      await this.#wait(OUTAGE_MS);
    }
  }

  #stop(): IteratorResult<LiveUpdate, undefined> {
    if (!this.#stopped) {
      this.#stopped = true;
      this.#outbox = [];
      this.#offRise?.();
      this.#cohort?.leave(this);
      this.#cohort = null;
      this.#wake?.();
      this.#tools.onStop(this);
    }
    return { done: true, value: undefined };
  }

  /** Makes at least one update, or waits for a reason to. */
  async #fill(): Promise<void> {
    if (this.#ending) return this.#end();
    if (!this.#started) return this.#start();
    const course = this.#course;
    if (course.pos < this.#tools.hub.head)
      return this.#take(await this.#tools.hub.read(course.pos, this.#following.label));
    if (!this.#live) {
      course.flush();
      this.#live = true;
      return course.tell(new Live(), course.pos);
    }
    const { rest } = course;
    if (rest <= 0) return course.tick();
    await this.#wait(rest);
  }

  async #start(): Promise<void> {
    const { after, spans } = this.#following;
    const { hub, epoch } = this.#tools;
    const at = typeof after === "string" ? readCursor(after) : null;
    // What another node has told may not have come here yet.
    if (at && at.seq > hub.head) await this.#tools.look();
    if (this.#turned) return;
    this.#course.standAt(this.#from);
    const wrong = typeof after === "string" ? problemWith(at, { hub, epoch }) : null;
    if (wrong) this.#reset(wrong);
    else if (at) this.#course.standAt(at.seq);
    if (spans && !this.#over && !mayReadBehind(this.#spans, this.#course.pos)) await this.#end();
    this.#started = true;
  }

  async #take(reading: Reading): Promise<void> {
    const course = this.#course;
    if (this.#over) return;
    if (reading.gone) return this.#reset("TOO_FAR_BEHIND");
    // A reading by label leaves out the entries that end spans, so they are looked up.
    if (!reading.whole && this.#following.spans)
      this.#spans = await this.#tools.readSpans(this.personId);
    for (const entry of reading.entries) {
      if (reading.whole && entry.seq !== course.pos + 1) {
        this.#tools.onHole();
        throw new Error(`hole in channel ${entry.channelId}: ${entry.seq} after ${course.pos}`);
      }
      if (this.#following.spans && !(await this.#mayPass(entry))) return;
      const admitted = !this.#following.admit || (await this.#following.admit(entry));
      course.pos = entry.seq;
      if (admitted) course.read(entry);
    }
    course.pos = Math.max(course.pos, reading.through);
    // Access may have ended by an entry of another label, which was not read.
    if (this.#following.spans && !reading.whole && !mayReadBehind(this.#spans, course.pos))
      return this.#end();
    if (this.#live) course.tick();
  }

  /** Whether the reading may go on behind this entry; keeps the spans true on the way. */
  async #mayPass(entry: Entry): Promise<boolean> {
    const { personId } = this.#following;
    if (concerns(entry, personId)) this.#spans = await this.#tools.readSpans(this.personId);
    if (inside(this.#spans, entry.seq)) return true;
    const gap = gapAt(this.#spans, entry.seq);
    if (gap) this.#skip({ ...gap, from: Math.max(gap.from, this.#course.told + 1) });
    else await this.#end();
    return false;
  }

  #skip(range: { from: number; to: number }): void {
    this.#course.flush();
    this.#course.pos = range.to;
    this.#course.tell(Object.assign(new Skipped(), range), range.to);
  }

  /** Access ended with the last span; who stated the entry that ended it tells why. */
  async #end(): Promise<void> {
    this.#ending = true;
    this.#course.flush();
    const seq = this.#spans.at(-1)?.toSeq ?? this.#course.pos + 1;
    const actorId = await this.#tools.readActor(seq);
    const reason = actorId === this.#following.personId ? "LEFT" : "REMOVED";
    this.#course.tell(Object.assign(new Ended(), { reason } as const), seq);
    this.#over = true;
  }

  #reset(reason: ResetReason): void {
    this.#course.tell(Object.assign(new Reset(), { reason }), this.#course.pos);
    this.#over = true;
  }

  /** Until the head rises, the time has come, or the follower is stopped. */
  #wait(ms: number): Promise<void> {
    this.#offRise ??= this.#tools.hub.onRise(() => this.#wake?.());
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#wake = null;
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#wake = done;
    });
  }
}
