/** A connection with bytes to write. */
export interface Flushed {
  flush(): void;
}

/** A slice of a large room: so many connections, or so long, and other work gets its turn. */
const SLICE = 500;
const SLICE_MS = 3;

/**
 * Writes out what has come together for each connection in one turn of the event loop, with one write for each. A
 * thousand connections are written in slices, so that pings and queries do not wait for all of them.
 */
export class Flusher {
  #due: Flushed[] = [];
  #at = 0;
  #scheduled = false;

  add(connection: Flushed): void {
    this.#due.push(connection);
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.#slice());
  }

  #slice(): void {
    const startedAt = performance.now();
    const end = this.#at + SLICE;
    while (this.#at < this.#due.length && this.#at < end) {
      // The clock is dearer than a write.
      if (this.#at % 50 === 49 && performance.now() - startedAt > SLICE_MS) break;
      const connection = this.#due[this.#at];
      this.#at += 1;
      connection?.flush();
    }
    this.#scheduled = this.#at < this.#due.length;
    if (this.#scheduled) return void setImmediate(() => this.#slice());
    this.#due = [];
    this.#at = 0;
  }
}
