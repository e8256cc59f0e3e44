import { Redis } from "ioredis";
import { PlainError } from "../platform/config/plainError.ts";

/**
 * Asks Redis once, before the first node-to-node word depends on it: a wrong address should be found at the start
 * and not by a silent fall back. Later Redis may go at any time. Throws a PlainError.
 */
export async function findRedis(url: string): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    connectTimeout: 4_000,
    retryStrategy: () => null,
  });
  redis.on("error", () => {});
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    const refused = /WRONGPASS|NOAUTH/.test((error as Error).message);
    throw new PlainError(
      refused
        ? "Redis refused the password of REDIS_URL: correct it."
        : "Redis cannot be reached at REDIS_URL: start it, correct the address, or leave it out to run one node alone.",
    );
  } finally {
    redis.disconnect();
  }
}
