import { Cluster, Redis } from "ioredis";
import { PlainError } from "../platform/config/plainError.ts";
import { readRedisUrl, type RedisAddress } from "./redisAddress.ts";

/**
 * Asks Redis once, before the first node-to-node word depends on it: a wrong address should be found at the start
 * and not by a silent fall back. Later Redis may go at any time. Throws a PlainError.
 */
export async function findRedis(url: string): Promise<void> {
  const address = readRedisUrl(url);
  const redis = connectOnce(address);
  // A cluster tells what its servers said by an event of its own, and then only that none of them would do.
  const said: string[] = [];
  for (const event of ["error", "node error"])
    redis.on(event, (error: Error) => said.push(error.message));
  try {
    await redis.connect();
    await redis.ping();
    if (address.kind === "single" && /cluster_enabled:1/.test(await redis.info("cluster")))
      throw new PlainError(
        "REDIS_URL names a server of a cluster: write redis+cluster:// and some of its servers, separated by commas.",
      );
  } catch (error) {
    throw explain(error, said);
  } finally {
    redis.disconnect();
  }
}

function connectOnce(address: RedisAddress): Redis | Cluster {
  const once = { lazyConnect: true, maxRetriesPerRequest: 0, connectTimeout: 4_000 };
  return address.kind === "single"
    ? new Redis(address.url, { ...once, retryStrategy: () => null })
    : new Cluster(address.nodes, {
        lazyConnect: true,
        redisOptions: { ...address.access, ...once },
        clusterRetryStrategy: () => null,
      });
}

function explain(error: unknown, said: readonly string[]): unknown {
  if (error instanceof PlainError) return error;
  const words = [(error as Error).message, ...said].join(" ");
  if (/WRONGPASS|NOAUTH/.test(words))
    return new PlainError("Redis refused the password of REDIS_URL: correct it.");
  if (/cluster support disabled/.test(words))
    return new PlainError("What REDIS_URL names is no cluster: write redis:// and its address.");
  return new PlainError(
    "Redis cannot be reached at REDIS_URL: start it, correct the address, or leave it out to run one node alone.",
  );
}
