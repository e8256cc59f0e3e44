import { readCursor, writeCursor } from "./cursor.ts";
import type { Entry, MembershipSpanRow } from "./entities.ts";
import type { Hub, Reading } from "./hub.ts";
import {
  Ended,
  Heartbeat,
  Live,
  Reset,
  Skipped,
  type LiveUpdate,
  type ResetReason,
} from "./updates.ts";

/** A cursor further behind than this is answered with Reset: a fresh query costs less. */
const FARTHEST = 5_000;
/** Coalesced updates of one follower go out together, at most this often. */
const COALESCE_MS = 2_000;

/** What one subscription follows, and how it is shown. */
export interface Following {
  /** Whose eyes: spans are checked for this person. */
  personId: string;
  /** Only entries of this label (a thread). */
  label?: string;
  /** The client's cursor; without one it starts at the head. */
  after?: string | null;
  /** False for a person's own channel, which has no memberships. */
  spans: boolean;
  /** The update that an entry is for this follower, or null when it does not concern it. */
  project: (entry: Entry) => LiveUpdate | null;
  /** Asked before an update is told; false passes over it. For what the channel's spans do not decide. */
  admit?: (entry: Entry) => Promise<boolean>;
  /** A key under which a later entry stands for an earlier one (a thread's activity), or null. */
  coalesce?: (entry: Entry) => string | null;
  /** Called before each batch: loaders must be fresh for it. */
  onBatch: () => void;
}

/** What a follower is given to work with. */
export interface FollowerTools {
  hub: Hub;
  epoch: string;
  heartbeatMs: number;
  readSpans: () => Promise<MembershipSpanRow[]>;
  /** Who stated the entry with this seq. */
  readActor: (seq: number) => Promise<string | null>;
  onHole: () => void;
  onStop: () => void;
}

/**
 * One subscription: an integer `pos` and a signal, no queue beyond the batch it is sending. It reads pos + 1
 * and nothing else, so replay, the switch to live, order and uniqueness are one rule.
 * Written by hand because an async generator cannot be returned while it waits.
 */
export class Follower implements AsyncIterableIterator<LiveUpdate> {
  readonly #following: Following;
  readonly #tools: FollowerTools;
  readonly #offRise: () => void;
  #pos = 0;
  /** The seq of the last update handed out: the next one's `prev`. */
  #told = 0;
  #spans: MembershipSpanRow[] = [];
  #outbox: LiveUpdate[] = [];
  #started = false;
  #live = false;
  #over = false;
  #stopped = false;
  readonly #pending = new Map<string, Entry>();
  #lastFlush = -Infinity;
  #nextHeartbeat = 0;
  #wake: (() => void) | null = null;

  constructor(following: Following, tools: FollowerTools) {
    this.#following = following;
    this.#tools = tools;
    this.#offRise = tools.hub.onRise(() => this.#wake?.());
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
        await this.#fill();
      }
    } catch (error) {
      this.#stop();
      throw error;
    }
  }

  async return(): Promise<IteratorResult<LiveUpdate, undefined>> {
    return this.#stop();
  }

  #stop(): IteratorResult<LiveUpdate, undefined> {
    if (!this.#stopped) {
      this.#stopped = true;
      this.#outbox = [];
      this.#offRise();
      this.#wake?.();
      this.#tools.onStop();
    }
    return { done: true, value: undefined };
  }

  /** Puts at least one update into the outbox, or waits for a reason to. */
  async #fill(): Promise<void> {
    if (!this.#started) return this.#start();
    if (this.#pos < this.#tools.hub.head)
      return this.#take(await this.#tools.hub.read(this.#pos, this.#following.label));
    if (!this.#live) {
      this.#flush();
      this.#live = true;
      return this.#tell(new Live(), this.#pos);
    }
    const now = performance.now();
    if (this.#pending.size > 0 && now >= this.#lastFlush + COALESCE_MS) return this.#flush();
    if (now >= this.#nextHeartbeat) {
      this.#flush();
      return this.#tell(new Heartbeat(), this.#pos);
    }
    const due = this.#pending.size > 0 ? this.#lastFlush + COALESCE_MS : this.#nextHeartbeat;
    await this.#wait(Math.min(due, this.#nextHeartbeat) - now);
  }

  async #start(): Promise<void> {
    const { hub, epoch } = this.#tools;
    this.#started = true;
    if (this.#following.spans) this.#spans = await this.#tools.readSpans();
    const { after, spans } = this.#following;
    this.#pos = this.#told = hub.head;
    if (typeof after === "string") this.#goTo(after, { hub, epoch });
    // The membership may have ended between the question whether they may follow and now.
    if (spans && !this.#over && !this.#hasMore()) await this.#end();
  }

  #goTo(cursor: string, { hub, epoch }: Pick<FollowerTools, "hub" | "epoch">): void {
    const at = readCursor(cursor);
    if (!at) return this.#reset("BAD_CURSOR");
    if (at.epoch !== epoch) return this.#reset("OLD_EPOCH");
    if (at.channelId !== hub.channelId) return this.#reset("FOREIGN_CURSOR");
    if (at.seq > hub.head) return this.#reset("BAD_CURSOR");
    if (at.seq < Math.max(hub.head - FARTHEST, hub.floor)) return this.#reset("TOO_FAR_BEHIND");
    this.#pos = this.#told = at.seq;
  }

  async #take(reading: Reading): Promise<void> {
    if (reading.gone) return this.#reset("TOO_FAR_BEHIND");
    this.#following.onBatch();
    // A reading by label leaves out the entries that end spans, so they are looked up.
    if (!reading.whole && this.#following.spans) this.#spans = await this.#tools.readSpans();
    for (const entry of reading.entries) {
      if (reading.whole && entry.seq !== this.#pos + 1) {
        this.#tools.onHole();
        throw new Error(`hole in channel ${entry.channelId}: ${entry.seq} after ${this.#pos}`);
      }
      if (this.#following.spans && !(await this.#mayPass(entry))) return;
      this.#pos = entry.seq;
      if (!this.#following.admit || (await this.#following.admit(entry))) this.#concern(entry);
    }
    if (this.#pos < reading.through) this.#pos = reading.through;
    // Access may have ended by an entry of another label, which was not read.
    if (this.#following.spans && !reading.whole && !this.#hasMore()) return this.#end();
    if (this.#live && performance.now() >= this.#lastFlush + COALESCE_MS) this.#flush();
  }

  /** Whether the reading may go on behind this entry; keeps the spans true on the way. */
  async #mayPass(entry: Entry): Promise<boolean> {
    const { personId } = this.#following;
    if (marks(entry, "admits", personId) || marks(entry, "removes", personId))
      this.#spans = await this.#tools.readSpans();
    if (inside(this.#spans, entry.seq)) return true;
    const next = this.#spans.find((span) => span.fromSeq > entry.seq);
    if (next) {
      const before = this.#spans.findLast((span) => span.toSeq !== null && span.toSeq <= entry.seq);
      this.#skip({ from: Math.max(before?.toSeq ?? 1, this.#told + 1), to: next.fromSeq - 1 });
      return false;
    }
    await this.#end();
    return false;
  }

  /** Whether the person may see anything behind `pos`. */
  #hasMore(): boolean {
    return this.#spans.some(({ toSeq }) => toSeq === null || toSeq > this.#pos + 1);
  }

  #skip(range: { from: number; to: number }): void {
    this.#flush();
    this.#pos = range.to;
    this.#tell(Object.assign(new Skipped(), range), range.to);
  }

  /** Access ended with the last span; who stated the entry that ended it tells why. */
  async #end(): Promise<void> {
    this.#flush();
    const seq = this.#spans.at(-1)?.toSeq ?? this.#pos + 1;
    const actorId = await this.#tools.readActor(seq);
    const reason = actorId === this.#following.personId ? "LEFT" : "REMOVED";
    this.#tell(Object.assign(new Ended(), { reason } as const), seq);
    this.#over = true;
  }

  #reset(reason: ResetReason): void {
    this.#tell(Object.assign(new Reset(), { reason }), this.#pos);
    this.#over = true;
  }

  #concern(entry: Entry): void {
    const { label, coalesce, project } = this.#following;
    if (label !== undefined && entry.label !== label) return;
    const key = coalesce?.(entry);
    if (key) {
      this.#pending.delete(key);
      this.#pending.set(key, entry);
      return;
    }
    const update = project(entry);
    if (!update) return;
    this.#flush();
    this.#tell(update, entry.seq, entry.at);
  }

  /** Tells what was held back, in order; each stands for the earlier ones under its key. */
  #flush(): void {
    if (this.#pending.size === 0) return;
    for (const entry of this.#pending.values()) {
      const update = this.#following.project(entry);
      if (update) this.#tell(update, entry.seq, entry.at);
    }
    this.#pending.clear();
    this.#lastFlush = performance.now();
  }

  #tell(update: LiveUpdate, seq: number, at = new Date()): void {
    const { epoch, hub, heartbeatMs } = this.#tools;
    update.seq = seq;
    update.prev = Math.min(this.#told, seq);
    update.at = at;
    update.cursor = writeCursor({ epoch, channelId: hub.channelId, seq });
    this.#told = Math.max(this.#told, seq);
    this.#nextHeartbeat = performance.now() + heartbeatMs;
    this.#outbox.push(update);
  }

  /** Until the head rises, the time has come, or the follower is stopped. */
  #wait(ms: number): Promise<void> {
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

const inside = (spans: readonly MembershipSpanRow[], seq: number) =>
  spans.some((span) => span.fromSeq <= seq && (span.toSeq === null || seq < span.toSeq));

function marks(entry: Entry, mark: "admits" | "removes", personId: string): boolean {
  const people = entry.data[mark];
  return Array.isArray(people) && people.includes(personId);
}
