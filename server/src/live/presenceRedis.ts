import type { Here, PresenceStore } from "./presence.ts";
import { readTyping } from "./presenceLocal.ts";
import type { RedisClient } from "./redisAddress.ts";

/** Presence over all nodes: two sorted sets a group, scored by the time at which an entry is forgotten. Each command names one key. */
export class RedisPresence implements PresenceStore {
  readonly #redis: RedisClient;
  readonly #prefix: string;

  constructor({ redis, prefix }: { redis: RedisClient; prefix: string }) {
    this.#redis = redis;
    this.#prefix = prefix;
  }

  async enter(groupId: string, personId: string, ttlMs: number): Promise<void> {
    await this.#put(this.#key("here", groupId), personId, ttlMs);
  }

  async leave(groupId: string, personId: string): Promise<void> {
    await this.#redis.zrem(this.#key("here", groupId), personId);
  }

  async typing(
    groupId: string,
    about: { personId: string; threadId: string },
    ttlMs: number,
  ): Promise<void> {
    const key = this.#key("typing", groupId);
    const member = `${about.threadId} ${about.personId}`;
    if (ttlMs > 0) await this.#put(key, member, ttlMs);
    else await this.#redis.zrem(key, member);
  }

  async read(groupId: string): Promise<Here> {
    const now = Date.now();
    const [people, typing] = await Promise.all([
      this.#redis.zrangebyscore(this.#key("here", groupId), now, "+inf"),
      this.#redis.zrangebyscore(this.#key("typing", groupId), now, "+inf"),
    ]);
    return { people, typing: typing.map(readTyping) };
  }

  async #put(key: string, member: string, ttlMs: number): Promise<void> {
    const now = Date.now();
    await this.#redis
      .multi()
      .zremrangebyscore(key, "-inf", now)
      .zadd(key, now + ttlMs, member)
      .pexpire(key, 2 * ttlMs, "GT")
      .pexpire(key, 2 * ttlMs, "NX")
      .exec();
  }

  #key(kind: "here" | "typing", groupId: string): string {
    return `${this.#prefix}:${kind}:${groupId}`;
  }
}
