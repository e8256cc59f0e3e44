/** A live field's source that a test feeds by hand. */
export class Source implements AsyncIterableIterator<string> {
  /** Whether whoever read it has let go. */
  returned = false;
  #waiting: ((result: IteratorResult<string>) => void) | null = null;
  #broken: ((error: Error) => void) | null = null;
  readonly #queue: string[] = [];

  /** Values that nobody has read. */
  get left(): number {
    return this.#queue.length;
  }

  push(value: string): void {
    if (!this.#waiting) return void this.#queue.push(value);
    this.#waiting({ done: false, value });
    this.#waiting = null;
  }

  fail(error: Error): void {
    this.#broken?.(error);
  }

  next(): Promise<IteratorResult<string>> {
    const value = this.#queue.shift();
    if (value !== undefined) return Promise.resolve({ done: false, value });
    if (this.returned) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve, reject) => {
      this.#waiting = resolve;
      this.#broken = reject;
    });
  }

  return(): Promise<IteratorResult<string>> {
    this.returned = true;
    this.#waiting?.({ done: true, value: undefined });
    this.#waiting = null;
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
