import { Cluster, Redis } from "ioredis";
import type { Log } from "../platform/log/log.ts";

/** One Redis or a cluster of them: the commands are the same, as long as one names the keys of one slot. */
export type RedisClient = Redis | Cluster;

/**
 * What REDIS_URL says. A cluster has a scheme of its own, `redis+cluster://user:password@host:port,host:port`; one
 * of its nodes is enough to find the others, more of them let a node start while that one is away.
 */
export type RedisAddress =
  | { kind: "single"; url: string }
  | {
      kind: "cluster";
      nodes: { host: string; port: number }[];
      /** What every connection to a node of it needs. */
      access: { username?: string; password?: string; tls?: object };
    };

const CLUSTER = /^redis(?<tls>s?)\+cluster:\/\/(?:(?<account>[^@/]*)@)?(?<hosts>[^/]+)\/?$/;

export function readRedisUrl(url: string): RedisAddress {
  const found = CLUSTER.exec(url)?.groups;
  if (!found) return { kind: "single", url };
  const nodes = (found["hosts"] ?? "").split(",").map((host) => {
    const { hostname, port } = new URL(`redis://${host}`);
    return { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 6379) };
  });
  const [username = "", ...password] = (found["account"] ?? "").split(":");
  return {
    kind: "cluster",
    nodes,
    access: {
      ...(username && { username: decodeURIComponent(username) }),
      ...(password.length > 0 && { password: decodeURIComponent(password.join(":")) }),
      ...(found["tls"] && { tls: {} }),
    },
  };
}

/** Between two tries to connect. */
export const retryAfter = (times: number) => Math.min(50 * times, 1_000);

/** A connection that owes an answer and says nothing for so long is given up: a line that was parted tells nobody. */
const DEAD_MS = 10_000;

/** How often a cluster is asked who serves what, when nothing else gives a reason to ask. */
const LOOK_MS = 5_000;

/** A client for commands: it answers soon or fails, because whoever asks can do without Redis. */
export function openRedis(address: RedisAddress, log: Log): RedisClient {
  const impatient = { maxRetriesPerRequest: 1, commandTimeout: 500, socketTimeout: DEAD_MS };
  const client =
    address.kind === "single"
      ? new Redis(address.url, {
          ...impatient,
          enableOfflineQueue: false,
          retryStrategy: retryAfter,
        })
      : new Cluster(address.nodes, {
          redisOptions: { ...address.access, ...impatient },
          enableOfflineQueue: false,
          clusterRetryStrategy: retryAfter,
          slotsRefreshInterval: LOOK_MS,
          slotsRefreshTimeout: 1_000,
          maxRedirections: 4,
        });
  client.on("error", (error: Error) => log.debug({ error: error.message }, "redis connection"));
  return client;
}
