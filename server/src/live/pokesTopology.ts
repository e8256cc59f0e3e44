import { Cluster, Command, type Redis } from "ioredis";
import type { Log } from "../platform/log/log.ts";
import { openRedis, retryAfter, type RedisAddress } from "./redisAddress.ts";

/** Where pokes are published, and which server hears which Redis channel. */
export interface Topology {
  /** The servers that have channels, by a name that lasts as long as the address; how to connect to each. */
  servers(): Map<string, () => Redis>;
  /** The name of the channel's server; null while that is not known. */
  serverOf(channel: string): string | null;
  /** Set for a cluster: the slot of a channel. Channels are spread by it, and a poke goes to one server. */
  readonly slotOf: ((channel: string) => number) | null;
  publish(channel: string, text: string): Promise<unknown>;
  /** Asks again who serves what: something does not stand where it was. */
  refresh(): void;
  /** Calls the listener when it was found out that somebody else serves something. */
  onChange(listener: () => void): void;
  close(): void;
}

/**
 * What a subscriber has other than the client whose address and password it takes over: it waits for its Redis, also
 * for the answer to ten thousand channels, and subscribes again only when it is told to.
 */
const patient = {
  maxRetriesPerRequest: null,
  commandTimeout: undefined,
  enableOfflineQueue: true,
  autoResubscribe: false,
  lazyConnect: false,
  retryStrategy: retryAfter,
};

export function openTopology(address: RedisAddress, log: Log): Topology {
  const publisher = openRedis(address, log);
  if (publisher instanceof Cluster) return new ClusterTopology(publisher, log);
  return {
    servers: () => new Map([["only", () => complaining(publisher.duplicate(patient), log)]]),
    serverOf: () => "only",
    slotOf: null,
    publish: (channel, text) => publisher.publish(channel, text),
    refresh: () => {},
    onChange: () => {},
    close: () => publisher.disconnect(),
  };
}

class ClusterTopology implements Topology {
  readonly slotOf = slotOf;
  readonly #cluster: Cluster;
  readonly #log: Log;
  #serving = "";

  constructor(cluster: Cluster, log: Log) {
    this.#cluster = cluster;
    this.#log = log;
  }

  servers(): Map<string, () => Redis> {
    const serving = new Set(this.#cluster.slots.map((servers) => servers?.[0]));
    const masters = this.#cluster
      .nodes("master")
      .map((node) => [`${node.options.host}:${node.options.port}`, node] as const)
      .filter(([name]) => serving.has(name));
    return new Map(
      masters.map(([name, node]) => [name, () => complaining(node.duplicate(patient), this.#log)]),
    );
  }

  serverOf(channel: string): string | null {
    return this.#cluster.slots[slotOf(channel)]?.[0] ?? null;
  }

  publish(channel: string, text: string): Promise<unknown> {
    return this.#cluster.spublish(channel, text);
  }

  refresh(): void {
    // Its answer comes as a "refresh"; when there is none, the next look is never far.
    this.#cluster.refreshSlotsCache(() => {});
  }

  onChange(listener: () => void): void {
    const look = () => {
      // Whoever hears then can be told as well.
      if (this.#cluster.status !== "ready") return;
      const serving = this.#cluster.slots.map((servers) => servers?.[0]).join();
      if (serving === this.#serving) return;
      this.#serving = serving;
      listener();
    };
    for (const event of ["ready", "refresh"]) this.#cluster.on(event, look);
  }

  close(): void {
    this.#cluster.disconnect();
  }
}

const slotOf = (channel: string) => new Command("ssubscribe", [channel]).getSlot() ?? 0;

function complaining(redis: Redis, log: Log): Redis {
  redis.on("error", (error: Error) => log.debug({ error: error.message }, "redis connection"));
  return redis;
}
