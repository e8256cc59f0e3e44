/** What a protocol library iterates over while the answers are written past it. It gives nothing but its end. */
export class Parked implements AsyncIterableIterator<never, undefined> {
  readonly #onLeave: () => void;
  #over = false;
  #resolve: ((result: IteratorReturnResult<undefined>) => void) | null = null;

  /** `onLeave`: whoever iterated has let go. */
  constructor(onLeave: () => void) {
    this.#onLeave = onLeave;
  }

  end(): void {
    this.#over = true;
    this.#resolve?.({ done: true, value: undefined });
  }

  next(): Promise<IteratorReturnResult<undefined>> {
    if (this.#over) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => (this.#resolve = resolve));
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    if (!this.#over) this.#onLeave();
    this.end();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
