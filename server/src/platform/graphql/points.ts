import type { Viewer } from "./context.ts";
import { Bucket } from "./bucket.ts";
import type { GraphqlLimits } from "./limits.ts";

/** Where a caller stands with its points. */
export interface Balance {
  limit: number;
  remaining: number;
  /** Points a second. */
  restoreRate: number;
  /** When all of them will be back. */
  resetAt: Date;
}

const SWEEP_AFTER = 10_000;

/** Points a minute for each person, or for each address where nobody is signed in. Kept by this node alone. */
export class Points {
  readonly #limits: GraphqlLimits;
  readonly #buckets = new Map<string, Bucket>();
  #sweptAt = 0;

  constructor(limits: GraphqlLimits) {
    this.#limits = limits;
  }

  of({ viewer, address }: { viewer: Viewer | null; address: string }): Bucket {
    const key = viewer ? `person:${viewer.personId}` : `address:${address}`;
    let bucket = this.#buckets.get(key);
    if (!bucket) {
      const capacity = viewer ? this.#limits.pointsPerPerson : this.#limits.pointsPerAddress;
      bucket = new Bucket({ capacity, rate: capacity / 60 });
      if (this.#buckets.size >= SWEEP_AFTER) this.#sweep(performance.now());
      this.#buckets.set(key, bucket);
    }
    return bucket;
  }

  /** A full bucket says nothing that a new one would not say. */
  #sweep(now: number): void {
    if (now - this.#sweptAt < 1_000) return;
    this.#sweptAt = now;
    for (const [key, bucket] of this.#buckets)
      if (bucket.tokens >= bucket.capacity) this.#buckets.delete(key);
  }
}

export function balanceOf(bucket: Bucket): Balance {
  return {
    limit: bucket.capacity,
    remaining: Math.floor(bucket.tokens),
    restoreRate: Math.round(bucket.rate * 100) / 100,
    resetAt: new Date(Date.now() + bucket.wait(bucket.capacity) * 1000),
  };
}
