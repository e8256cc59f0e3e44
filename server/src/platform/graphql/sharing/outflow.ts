import type { Writable } from "node:stream";
import type { Flusher } from "./flusher.ts";

/** So much may wait for one connection. What waits are bytes that all of a room share, as far as they go in step. */
const HELD = 256 * 1024;
/** Bytes that go out together are made one piece up to here: beyond it the copy costs more than a second piece. */
const PIECE = 16 * 1024;

/**
 * What goes out on one connection: collected for a turn of the event loop, written at once, and watched until the
 * system has taken it.
 */
export class Outflow {
  readonly #to: Writable;
  readonly #flusher: Flusher;
  #due: Buffer[] = [];
  #dueBytes = 0;
  /** Since when something waits to be taken, by `performance.now()`; moves on whenever something is. */
  #waitingSince: number | null = null;
  #waiters: (() => void)[] = [];
  #closed = false;

  constructor(to: Writable, flusher: Flusher) {
    this.#to = to;
    this.#flusher = flusher;
  }

  /** The system has not taken all that was written: the other end is slow, or its link is. */
  get waiting(): boolean {
    return this.#waitingSince !== null;
  }

  /** As much waits as may: nothing more is written until it has been taken. */
  get blocked(): boolean {
    const waits = this.#waitingSince === null ? 0 : this.#to.writableLength;
    return this.#dueBytes + waits > HELD;
  }

  /** For how many milliseconds nothing was taken of what waits. */
  stuckFor(now: number): number {
    return this.#waitingSince === null ? 0 : now - this.#waitingSince;
  }

  push(bytes: Buffer): void {
    if (this.#closed) return;
    this.#due.push(bytes);
    this.#dueBytes += bytes.length;
    if (this.#due.length === 1) this.#flusher.add(this);
  }

  flush(): void {
    const due = this.#due;
    if (due.length === 0) return;
    const bytes = this.#dueBytes;
    this.#due = [];
    this.#dueBytes = 0;
    if (this.#closed || !this.#to.writable) return this.close();
    this.#write(due, bytes);
    if (this.#to.writableLength > 0) this.#waitingSince ??= performance.now();
  }

  /** Pieces that are large go out as they are: a copy for each connection would stay as long as that one is slow. */
  #write(due: readonly Buffer[], bytes: number): void {
    const last = due[due.length - 1];
    if (due.length === 1) return void this.#to.write(last, this.#taken);
    if (bytes <= PIECE) return void this.#to.write(Buffer.concat(due, bytes), this.#taken);
    this.#to.cork();
    for (const each of due) this.#to.write(each, each === last ? this.#taken : undefined);
    this.#to.uncork();
  }

  /** Resolves when all that was written has been taken, or never will be. */
  drained(): Promise<void> {
    this.flush();
    if (!this.waiting || this.#closed) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.push(resolve));
  }

  /** Nothing more is written, and nobody waits any longer. */
  close(): void {
    this.#closed = true;
    this.#due = [];
    this.#dueBytes = 0;
    this.#release();
  }

  readonly #taken = (): void => {
    if (this.#waitingSince === null) return;
    const waits = this.#to.writableLength > 0 && !this.#closed;
    this.#waitingSince = waits ? performance.now() : null;
    if (!waits) this.#release();
  };

  #release(): void {
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const resolve of waiters) resolve();
  }
}
