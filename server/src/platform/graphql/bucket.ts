/** A token bucket: full at the start, refilled steadily. Time is `performance.now()`: the wall clock may jump. */
export class Bucket {
  readonly capacity: number;
  /** Tokens a second. */
  readonly rate: number;
  #tokens: number;
  #at = performance.now();

  constructor({ capacity, rate }: { capacity: number; rate: number }) {
    this.capacity = capacity;
    this.rate = rate;
    this.#tokens = capacity;
  }

  get tokens(): number {
    const now = performance.now();
    this.#tokens = Math.min(this.capacity, this.#tokens + ((now - this.#at) / 1000) * this.rate);
    this.#at = now;
    return this.#tokens;
  }

  /** Takes all of `tokens` or nothing. */
  take(tokens = 1): boolean {
    if (this.tokens < tokens) return false;
    this.#tokens -= tokens;
    return true;
  }

  give(tokens: number): void {
    this.#tokens = Math.min(this.capacity, this.tokens + tokens);
  }

  /** Seconds until `tokens` can be taken. */
  wait(tokens: number): number {
    return Math.max(0, (tokens - this.tokens) / this.rate);
  }
}
