import type { Cluster, Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";

/** What is left after a take. */
export interface Allowance {
  allowed: boolean;
  limit: number;
  remaining: number;
  /** When the full limit is there again. */
  resetAt: Date;
}

/** A limit over a window that starts with the first take. */
export interface Limiter {
  /** Takes points, also when refused, so hammering does not open the door sooner. */
  take(key: string, points?: number): Promise<Allowance>;
  peek(key: string): Promise<Allowance>;
}

/**
 * A limit that need not survive a restart: `points` in `seconds` for each key. With Redis all nodes count together;
 * while Redis is away each node counts for itself.
 */
export function createLimiter(options: {
  name: string;
  points: number;
  seconds: number;
  store: "memory" | Redis | Cluster;
}): Limiter {
  const { name, points, seconds, store } = options;
  const settings = { keyPrefix: `baraza:limit:${name}`, points, duration: seconds };
  const memory = new RateLimiterMemory(settings);
  const counter =
    store === "memory"
      ? memory
      : new RateLimiterRedis({
          ...settings,
          storeClient: store,
          rejectIfRedisNotReady: true,
          insuranceLimiter: memory,
        });
  const allowance = (state: RateLimiterRes | null, allowed: boolean): Allowance => ({
    allowed,
    limit: points,
    remaining: Math.max(0, points - (state?.consumedPoints ?? 0)),
    resetAt: new Date(Date.now() + (state?.msBeforeNext ?? 0)),
  });
  return {
    async take(key, cost = 1) {
      try {
        return allowance(await counter.consume(key, cost), true);
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return allowance(refusal, false);
        throw refusal;
      }
    },
    async peek(key) {
      const state = await counter.get(key);
      return allowance(state, (state?.consumedPoints ?? 0) < points);
    },
  };
}
