import { Redis } from "ioredis";
import { z } from "zod";
import type { Log } from "../platform/log/log.ts";
import { MISSED, type Control, type Pokes } from "./pokes.ts";

const Message = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("sessionsEnded"), sessionIds: z.array(z.string()) }),
  z.object({ kind: z.literal("personEnded"), personId: z.string() }),
  z.object({ kind: z.literal("epochTurned") }),
]);

/** Pokes through Redis pub/sub: one subscriber connection a node, one Redis channel for each followed channel. */
export class RedisPokes implements Pokes {
  readonly #publisher: Redis;
  readonly #subscriber: Redis;
  readonly #prefix: string;
  readonly #watched = new Set<string>();
  readonly #onPoke: ((channelId: string, seq: number) => void)[] = [];
  readonly #onControl: ((message: Control) => void)[] = [];
  readonly #onTurn: (() => void)[] = [];
  #ready = false;
  /** Counts the connections of the subscriber. */
  #connection = 0;

  /** @param prefix put before every Redis channel, so that installations can share one Redis. */
  constructor({ url, prefix, log }: { url: string; prefix: string; log: Log }) {
    this.#prefix = `${prefix}:`;
    this.#publisher = new Redis(url, {
      maxRetriesPerRequest: 1,
      enableOfflineQueue: false,
      commandTimeout: 500,
      retryStrategy,
    });
    this.#subscriber = new Redis(url, {
      maxRetriesPerRequest: null,
      // Its own resubscribing leaves a silent gap: this class subscribes again and then sweeps.
      autoResubscribe: false,
      retryStrategy,
    });
    const complain = (error: Error) => log.debug({ error: error.message }, "redis connection");
    this.#publisher.on("error", complain);
    this.#subscriber.on("error", complain);
    this.#subscriber.on("ready", () => void this.#subscribeAgain());
    this.#subscriber.on("close", () => this.#turn(false));
    this.#subscriber.on("message", (channel: string, text: string) => this.#hear(channel, text));
  }

  get ready(): boolean {
    return this.#ready;
  }

  poke(channelId: string, seq: number): void {
    // A lost poke is healed by the sweep, so nobody waits for it.
    this.#publisher.publish(this.#prefix + channelId, String(seq)).catch(() => {});
  }

  async control(message: Control): Promise<void> {
    for (const listener of this.#onControl) listener(message);
    await this.#publisher.publish(`${this.#prefix}control`, JSON.stringify(message));
  }

  watch(channelId: string): void {
    if (this.#watched.has(channelId)) return;
    this.#watched.add(channelId);
    if (!this.#ready) return;
    this.#subscriber.subscribe(this.#prefix + channelId).then(
      // What was said while the wish was on its way was not heard.
      () => this.#tell(channelId, MISSED),
      () => {},
    );
  }

  unwatch(channelId: string): void {
    if (!this.#watched.delete(channelId)) return;
    if (this.#ready) this.#subscriber.unsubscribe(this.#prefix + channelId).catch(() => {});
  }

  onPoke(listener: (channelId: string, seq: number) => void): void {
    this.#onPoke.push(listener);
  }

  onControl(listener: (message: Control) => void): void {
    this.#onControl.push(listener);
  }

  onTurn(listener: () => void): void {
    this.#onTurn.push(listener);
  }

  async close(): Promise<void> {
    this.#ready = false;
    this.#publisher.disconnect();
    this.#subscriber.disconnect();
  }

  async #subscribeAgain(): Promise<void> {
    const connection = ++this.#connection;
    try {
      const channels = [...this.#watched].map((id) => this.#prefix + id);
      await this.#subscriber.subscribe(`${this.#prefix}control`);
      for (let at = 0; at < channels.length; at += 1000)
        await this.#subscriber.subscribe(...channels.slice(at, at + 1000));
      // It broke meanwhile, and its wishes were sent again on the next one, which asks for everything itself.
      if (connection !== this.#connection) return;
      // Channels that were first followed meanwhile were not asked for yet.
      const late = [...this.#watched]
        .map((id) => this.#prefix + id)
        .filter((each) => !channels.includes(each));
      this.#ready = true;
      if (late.length > 0) await this.#subscriber.subscribe(...late);
      for (const listener of this.#onTurn) listener();
    } catch {
      if (connection === this.#connection) this.#turn(false);
    }
  }

  #turn(ready: boolean): void {
    if (this.#ready === ready) return;
    this.#ready = ready;
    for (const listener of this.#onTurn) listener();
  }

  #hear(channel: string, text: string): void {
    const name = channel.slice(this.#prefix.length);
    if (name === "control") {
      const message = readControl(text);
      if (message) for (const listener of this.#onControl) listener(message);
      return;
    }
    const seq = Number(text);
    if (Number.isSafeInteger(seq)) this.#tell(name, seq);
  }

  #tell(channelId: string, seq: number): void {
    for (const listener of this.#onPoke) listener(channelId, seq);
  }
}

const retryStrategy = (times: number) => Math.min(50 * times, 1000);

function readControl(text: string): Control | null {
  try {
    return Message.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
