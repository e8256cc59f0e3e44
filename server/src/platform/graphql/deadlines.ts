/** Says of each who comes that its time is over. All have the same time, so whoever came first is late first: one timer serves them all. */
export class Deadlines {
  readonly #ms: number;
  /** By the time at which they are late, in their order. */
  readonly #waiting = new Map<() => void, number>();
  #timer: NodeJS.Timeout | null = null;

  constructor(ms: number) {
    this.#ms = ms;
  }

  add(tooLate: () => void): void {
    this.#waiting.set(tooLate, performance.now() + this.#ms);
    if (!this.#timer) this.#timer = setTimeout(() => this.#look(), this.#ms).unref();
  }

  delete(tooLate: () => void): void {
    this.#waiting.delete(tooLate);
  }

  #look(): void {
    this.#timer = null;
    const now = performance.now();
    for (const [tooLate, at] of this.#waiting) {
      // A timer may come a part of a millisecond early.
      if (at > now + 1) {
        this.#timer = setTimeout(() => this.#look(), at - now).unref();
        return;
      }
      this.#waiting.delete(tooLate);
      tooLate();
    }
  }
}
