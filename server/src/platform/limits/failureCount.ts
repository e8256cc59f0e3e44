import type { Pool } from "pg";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { TooMany } from "./tooMany.ts";

const DAY = 86_400;
/** A lock doubles each time it falls again within a day, up to this: a person who mistypes is not shut out for long. */
const LONGEST_LOCK = 3600;

/** The store that survives a restart. One of the counters of a process clears away what ran out. */
export function storedCounter(
  pool: Pool,
  settings: { name: string; points: number; seconds: number; clears?: boolean },
): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: "pool",
    schemaName: "auth",
    tableName: "attempt_count",
    tableCreated: true,
    clearExpiredByTimeout: settings.clears ?? false,
    keyPrefix: settings.name,
    points: settings.points,
    duration: settings.seconds,
  });
}

/** Counts failures of one kind; from the limit on the key is locked, longer each time. */
export class FailureCount {
  readonly #failures: RateLimiterPostgres;
  readonly #locks: RateLimiterPostgres;
  readonly #limit: number;
  readonly #seconds: number;

  constructor(pool: Pool, settings: { name: string; limit: number; seconds: number }) {
    const { name, limit, seconds } = settings;
    this.#limit = limit;
    this.#seconds = seconds;
    this.#failures = storedCounter(pool, { name, points: limit, seconds });
    this.#locks = storedCounter(pool, { name: `${name}-locks`, points: DAY, seconds: DAY });
  }

  /** How many more failures there is room for, at least 1. Throws TooMany while the key is locked. */
  async room(key: string): Promise<number> {
    const state = await this.#failures.get(key);
    const left = this.#limit - (state?.consumedPoints ?? 0);
    if (state && left <= 0) throw new TooMany(state.msBeforeNext);
    return left;
  }

  async failed(key: string): Promise<void> {
    const { consumedPoints } = await this.#failures.penalty(key, 1);
    if (consumedPoints < this.#limit) return;
    const { consumedPoints: times } = await this.#locks.penalty(key, 1);
    await this.#failures.block(key, Math.min(this.#seconds * 2 ** (times - 1), LONGEST_LOCK));
  }

  async forgive(key: string, failures: number): Promise<void> {
    const { consumedPoints } = await this.#failures.reward(key, failures);
    if (consumedPoints <= 0) await this.#failures.delete(key);
  }

  async clear(key: string): Promise<void> {
    await this.#failures.delete(key);
    await this.#locks.delete(key);
  }
}
