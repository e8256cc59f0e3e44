import type { Writable } from "node:stream";
import type { Flusher } from "./flusher.ts";

/** More than this is not collected before it is written. */
const COLLECTED = 256 * 1024;

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

  /** The system has not taken all that was written: the other end is slow, or its link is; or very much is due. */
  get blocked(): boolean {
    return this.#waitingSince !== null || this.#dueBytes > COLLECTED;
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
    this.#due = [];
    this.#dueBytes = 0;
    if (this.#closed || !this.#to.writable) return this.close();
    this.#to.write(due.length === 1 ? due[0] : Buffer.concat(due), this.#taken);
    if (this.#to.writableLength > 0) this.#waitingSince ??= performance.now();
  }

  /** Resolves when all that was written has been taken, or never will be. */
  drained(): Promise<void> {
    this.flush();
    if (!this.blocked || this.#closed) return Promise.resolve();
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
