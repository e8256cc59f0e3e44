import type { Redis } from "ioredis";

/** Channels asked for in one request, and in all that are not answered yet: Redis drops who reads too slowly. */
const BATCH = 1_000;
const UNANSWERED = 10_000;
/** Slots that move one after the other are asked for again together. */
const AGAIN_MS = 100;
const LONGEST_MS = 2_000;
/** How often it is asked whether it still answers, and how many times it may not before it counts as silent. */
const BEAT_MS = 200;
const BEATS = 2;

export interface SubscriberOptions {
  redis: Redis;
  /** Set for a cluster: the slot of a channel, which all channels of one request must share. */
  slotOf: ((channel: string) => number) | null;
  hear: (channel: string, text: string) => void;
  /** Called when `ready` turns. */
  onTurn: () => void;
  /** Called when this server does not serve, or serves no longer, what it was asked for. */
  onAstray: () => void;
}

/**
 * One connection that hears the channels of one server. It asks for all of them again after each connecting, by
 * itself: the client's own way says neither when it is done nor that it failed. A Redis that hangs and a line that was
 * parted tell nobody, so it is asked all the time whether it answers.
 */
export class Subscriber {
  readonly #redis: Redis;
  readonly #slotOf: SubscriberOptions["slotOf"];
  readonly #options: SubscriberOptions;
  readonly #channels = new Set<string>();
  /** All that was asked for has been answered on this connection. */
  #complete = false;
  /** Beats since the question that was not answered yet; -1 when there is none. */
  #unanswered = -1;
  #ready = false;
  /** Counts the rounds of asking for everything: only the newest one counts. */
  #round = 0;
  /** Counts the connections that were lost; one connection may have several rounds. */
  #lost = 0;
  #failures = 0;
  #again: NodeJS.Timeout | null = null;
  readonly #beat: NodeJS.Timeout;
  #closed = false;

  constructor(options: SubscriberOptions) {
    const { redis, slotOf, hear, onAstray } = options;
    this.#options = options;
    this.#redis = redis;
    this.#slotOf = slotOf;
    redis.on("ready", () => void this.#askForAll());
    redis.on("close", () => {
      this.#unanswered = -1;
      this.#lost += 1;
      this.#turn(false);
      onAstray();
    });
    // Slots went to another server: it does not say which channels it has dropped.
    redis.on("moved", () => this.#askAgain());
    redis.on(slotOf ? "smessage" : "message", hear);
    this.#beat = setInterval(() => this.#listen(), BEAT_MS);
    this.#beat.unref();
  }

  /** Everything that was asked for is heard. */
  get ready(): boolean {
    return this.#ready;
  }

  /** @returns true when the channels are heard now; false when they will be, at the next turn to ready. */
  async add(channels: readonly string[]): Promise<boolean> {
    for (const channel of channels) this.#channels.add(channel);
    if (!this.#complete) return false;
    try {
      await this.#ask(channels);
      return true;
    } catch {
      this.#askAgain();
      return false;
    }
  }

  /** Stops hearing these. */
  giveAway(leaves: (channel: string) => boolean): string[] {
    const leaving = [...this.#channels].filter(leaves);
    for (const channel of leaving) this.#channels.delete(channel);
    if (this.#complete) this.#drop(leaving);
    return leaving;
  }

  close(): void {
    this.#closed = true;
    if (this.#again) clearTimeout(this.#again);
    clearInterval(this.#beat);
    this.#redis.disconnect();
  }

  async #askForAll(): Promise<void> {
    const round = ++this.#round;
    const asked = new Set<string>();
    try {
      // Until nothing was added meanwhile.
      for (let rest = [...this.#channels]; rest.length > 0;) {
        await this.#ask(rest);
        for (const channel of rest) asked.add(channel);
        rest = [...this.#channels].filter((channel) => !asked.has(channel));
      }
      // It broke meanwhile, and its requests were sent again on the next connection, which asks for all itself.
      if (round !== this.#round) return;
      this.#drop([...asked].filter((channel) => !this.#channels.has(channel)));
      this.#failures = 0;
      this.#turn(true);
    } catch {
      if (round === this.#round) this.#askAgain();
    }
  }

  #askAgain(): void {
    this.#turn(false);
    if (this.#again || this.#closed) return;
    const wait = Math.min(AGAIN_MS * 2 ** this.#failures, LONGEST_MS);
    this.#failures += 1;
    this.#again = setTimeout(() => {
      this.#again = null;
      this.#options.onAstray();
      // A connection that is away asks when it is back.
      if (this.#redis.status === "ready") void this.#askForAll();
    }, wait);
  }

  async #ask(channels: readonly string[]): Promise<void> {
    const bySlot = this.#slotOf ? Map.groupBy(channels, this.#slotOf) : new Map([[0, channels]]);
    const ask = (batch: readonly string[]) =>
      this.#slotOf ? this.#redis.ssubscribe(...batch) : this.#redis.subscribe(...batch);
    let [waiting, count]: [Promise<unknown>[], number] = [[], 0];
    for (const ofOne of bySlot.values())
      for (let at = 0; at < ofOne.length; at += BATCH) {
        const batch = ofOne.slice(at, at + BATCH);
        waiting.push(ask(batch));
        count += batch.length;
        if (count < UNANSWERED) continue;
        await Promise.all(waiting);
        [waiting, count] = [[], 0];
      }
    await Promise.all(waiting);
  }

  #drop(channels: readonly string[]): void {
    if (channels.length === 0) return;
    if (!this.#slotOf) return void this.#redis.unsubscribe(...channels).catch(() => {});
    for (const ofOne of Map.groupBy(channels, this.#slotOf).values())
      this.#redis.sunsubscribe(...ofOne).catch(() => {});
  }

  /** Counted in beats and not by the clock: a process that was held up itself must not blame Redis. */
  #listen(): void {
    if (this.#redis.status !== "ready") return;
    if (this.#unanswered >= 0) {
      this.#unanswered += 1;
      return this.#tell();
    }
    this.#unanswered = 0;
    const lost = this.#lost;
    const answered = () => {
      // One of an earlier connection says nothing about this one.
      if (lost !== this.#lost) return;
      this.#unanswered = -1;
      this.#tell();
    };
    this.#redis.ping().then(answered, answered);
  }

  #turn(complete: boolean): void {
    this.#complete = complete && !this.#closed;
    this.#tell();
  }

  #tell(): void {
    const ready = this.#complete && this.#unanswered < BEATS;
    if (this.#ready === ready) return;
    this.#ready = ready;
    this.#options.onTurn();
  }
}
