import { writeCursor } from "./cursor.ts";
import type { Entry } from "./entities.ts";
import { Heartbeat, type LiveUpdate } from "./updates.ts";

/** Coalesced updates go out together, at most this often. */
const COALESCE_MS = 2_000;

/** What of a channel's log is shown, and as what. Equal for all who follow by the same field. */
export interface View {
  /** Tells views apart. */
  readonly name: string;
  /** The update that an entry is, or null when it is none. */
  readonly project: (entry: Entry) => LiveUpdate | null;
  /** A key under which a later entry stands for an earlier one (a thread's activity), or null. */
  readonly coalesce?: (entry: Entry) => string | null;
}

export interface CourseOptions {
  view: View;
  /** Only entries of this label (a thread). */
  label: string | undefined;
  epoch: string;
  channelId: string;
  heartbeatMs: number;
}

/**
 * A way through a channel's log: how far it was read, what was told of it, and what waits to be told. The one rule
 * for who follows alone and for many in step.
 */
export class Course {
  /** The last seq that was read. */
  pos = 0;
  /** The seq of the last update: the next one's `prev`. */
  told = 0;
  #nextHeartbeat: number;
  #lastFlush = -Infinity;
  /** By key, in the order of their entries: each is newer than everything told. */
  #pending: Map<string, Entry> | null = null;
  #updates: LiveUpdate[] = [];
  readonly #options: CourseOptions;

  constructor(options: CourseOptions) {
    this.#options = options;
    this.#nextHeartbeat = performance.now() + options.heartbeatMs;
  }

  /** Goes on from `seq`, up to which all is told. */
  standAt(seq: number): void {
    this.pos = this.told = seq;
    this.#pending = null;
    this.#updates = [];
  }

  /** The updates that came of what was read, in order; they are taken once. */
  take(): LiveUpdate[] {
    const updates = this.#updates;
    if (updates.length > 0) this.#updates = [];
    return updates;
  }

  /** Milliseconds until something is to be told though nothing happens. */
  get rest(): number {
    const flush = this.#pending ? this.#lastFlush + COALESCE_MS : Infinity;
    return Math.min(flush, this.#nextHeartbeat) - performance.now();
  }

  read(entry: Entry): void {
    const { label, view } = this.#options;
    if (label !== undefined && entry.label !== label) return;
    const key = view.coalesce?.(entry);
    if (key) {
      this.#pending ??= new Map();
      this.#pending.delete(key);
      this.#pending.set(key, entry);
      return;
    }
    const update = view.project(entry);
    if (!update) return;
    this.flush();
    this.tell(update, entry.seq, entry.at);
  }

  /** Tells what was held back, when its time has come, and a heartbeat when there was nothing else for long. */
  tick(): void {
    const now = performance.now();
    if (now >= this.#lastFlush + COALESCE_MS) this.flush();
    if (now >= this.#nextHeartbeat) this.beat();
  }

  beat(): void {
    this.flush();
    this.tell(new Heartbeat(), this.pos);
  }

  /** Tells what was held back, in order; each stands for the earlier ones under its key. */
  flush(): void {
    if (!this.#pending) return;
    const pending = this.#pending;
    this.#pending = null;
    for (const entry of pending.values()) {
      const update = this.#options.view.project(entry);
      if (update) this.tell(update, entry.seq, entry.at);
    }
    this.#lastFlush = performance.now();
  }

  tell(update: LiveUpdate, seq: number, at = new Date()): void {
    const { epoch, channelId, heartbeatMs } = this.#options;
    update.seq = seq;
    update.prev = Math.min(this.told, seq);
    update.at = at;
    update.cursor = writeCursor({ epoch, channelId, seq });
    this.told = Math.max(this.told, seq);
    this.#nextHeartbeat = performance.now() + heartbeatMs;
    this.#updates.push(update);
  }
}
