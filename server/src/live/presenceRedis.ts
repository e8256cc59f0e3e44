import { createHash, randomUUID } from "node:crypto";
import { lookScript, typingScript } from "./presenceScripts.ts";
import {
  type Glance,
  pairOf,
  type Place,
  type PresenceStore,
  readPair,
  type Report,
  type Stay,
  type TypingPerson,
} from "./presenceStore.ts";
import type { RedisClient } from "./redisAddress.ts";

/** A node that has not renewed its people for so long has died, and they are forgotten. */
const NODE_MS = 15_000;

const hashes = new Map<string, string>();
function hashOf(script: string): string {
  const hash = hashes.get(script) ?? createHash("sha1").update(script).digest("hex");
  hashes.set(script, hash);
  return hash;
}

type Answer = [
  epoch: string,
  version: number,
  ageMs: number,
  whole: number,
  stays: string[],
  writing: (string | number)[],
];

/** Presence over all nodes. A group's keys lie in one slot, so that one step can read and write all of them. */
export class RedisPresence implements PresenceStore {
  readonly #redis: RedisClient;
  readonly #prefix: string;
  readonly #nodeMs: number;

  constructor(options: { redis: RedisClient; prefix: string; nodeMs?: number }) {
    this.#redis = options.redis;
    this.#prefix = options.prefix;
    this.#nodeMs = options.nodeMs ?? NODE_MS;
  }

  async look(groupId: string, report: Report, since: Place | null): Promise<Glance | null> {
    const { came, left, renew } = report;
    if (!since) return this.#tellAll(groupId, report, since);
    if (!renew && came.length + left.length === 0) {
      const meta = this.#key("meta", groupId);
      const [epoch, version] = await this.#redis.hmget(meta, "epoch", "version");
      if (epoch === since.epoch && Number(version) === since.version) return null;
    }
    const found = await this.#run(groupId, [report, came, left], { since, whole: false });
    if (!found) return this.#tellAll(groupId, report, since);
    const { epoch, version } = found.place;
    return epoch === since.epoch && version === since.version ? null : found;
  }

  async typing(
    groupId: string,
    { threadId, personId }: TypingPerson,
    ttlMs: number,
  ): Promise<void> {
    const keys = [this.#key("typing", groupId), this.#key("meta", groupId)];
    await this.#step(typingScript, keys, [pairOf(threadId, personId), ttlMs]);
  }

  async #tellAll(groupId: string, report: Report, since: Place | null): Promise<Glance> {
    const all = [...report.everybody()];
    const found = await this.#run(groupId, [report, all, []], { since, whole: true });
    if (!found) throw new Error("presence was told of all its people and knows none");
    return found;
  }

  async #run(
    groupId: string,
    [{ node }, came, left]: readonly [Report, readonly string[], readonly string[]],
    { since, whole }: { since: Place | null; whole: boolean },
  ): Promise<Glance | null> {
    const keys = ["here", "nodes", "feed", "typing", "meta"].map((kind) =>
      this.#key(kind, groupId),
    );
    const place = [since?.epoch ?? "", since?.version ?? -1];
    const about = [node, this.#nodeMs, randomUUID(), ...place, Number(whole), came.length];
    const answer = (await this.#step(lookScript, keys, [
      ...about,
      ...came,
      ...left,
    ])) as Answer | null;
    return answer && readAnswer(answer);
  }

  /** By the script's hash: its text goes along only where Redis does not know it yet. */
  async #step(script: string, keys: string[], args: (string | number)[]): Promise<unknown> {
    try {
      return await this.#redis.evalsha(hashOf(script), keys.length, ...keys, ...args);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith("NOSCRIPT")) throw error;
      return this.#redis.eval(script, keys.length, ...keys, ...args);
    }
  }

  #key(kind: string, groupId: string): string {
    return `${this.#prefix}:${kind}:{${groupId}}`;
  }
}

function readAnswer([epoch, version, ageMs, whole, stays, writing]: Answer): Glance {
  const typing: (TypingPerson & { ms: number })[] = [];
  for (let i = 0; i < writing.length; i += 2) {
    const [threadId, personId] = readPair(String(writing[i]));
    typing.push({ threadId, personId, ms: Number(writing[i + 1]) });
  }
  return {
    place: { epoch, version },
    ageMs,
    whole: whole === 1,
    stays: stays.map((each): Stay => {
      const [personId, node] = readPair(each.slice(1));
      return { personId, node, here: each.startsWith("+") };
    }),
    typing,
  };
}
