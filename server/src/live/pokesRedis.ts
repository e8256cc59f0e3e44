import { z } from "zod";
import type { Log } from "../platform/log/log.ts";
import { MISSED, type Control, type Pokes } from "./pokes.ts";
import { Subscriber } from "./pokesSubscriber.ts";
import { openTopology, type Topology } from "./pokesTopology.ts";
import { readRedisUrl } from "./redisAddress.ts";

const Message = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("sessionsEnded"),
    sessionIds: z.array(z.string()),
    endedAt: z.number().optional(),
  }),
  z.object({ kind: z.literal("personEnded"), personId: z.string() }),
  z.object({ kind: z.literal("epochTurned") }),
]);

const CONTROL = "control";
/** A channel whose last follower left is heard for so long: people close a screen and open it again. */
const LINGER_MS = 30_000;
/** While somebody is not ready, a cluster is asked this often whether it has changed. */
const LOOK_AGAIN_MS = 250;
/** What Redis did not take is offered again this often, and for so many channels: the sweep finds the others. */
const SAY_AGAIN_MS = 100;
const UNSAID = 10_000;

/**
 * Pokes through Redis pub/sub: one Redis channel for each followed channel, one subscriber connection a node, or a
 * node and shard when Redis is a cluster (sharded pub/sub: a poke goes to the nodes that asked for its channel).
 */
export class RedisPokes implements Pokes {
  readonly #topology: Topology;
  readonly #prefix: string;
  readonly #lingerMs: number;
  readonly #subscribers = new Map<string, Subscriber>();
  readonly #watched = new Set<string>();
  /** Channels that nobody follows any more, by the time until which they are heard all the same. */
  readonly #lingering = new Map<string, number>();
  /** Redis channels to be asked for at the end of this tick: those who come at once ask together. */
  readonly #wishes: string[] = [];
  /** Redis channels whose server is not known. */
  readonly #homeless = new Set<string>();
  /**
   * The pokes that Redis did not take, the highest of each channel. Others may hear again before this node can speak
   * again, and have gone back to the slow sweep by then.
   */
  readonly #unsaid = new Map<string, number>();
  #sayingAgain = false;
  readonly #onPoke: ((channelId: string, seq: number) => void)[] = [];
  readonly #onControl: ((message: Control) => void)[] = [];
  readonly #onTurn: (() => void)[] = [];
  readonly #timers: NodeJS.Timeout[];
  #ready = false;
  #closed = false;

  /** @param prefix put before every Redis channel, so that installations can share one Redis. */
  constructor(options: { url: string; prefix: string; log: Log; lingerMs?: number }) {
    this.#prefix = `${options.prefix}:`;
    this.#homeless.add(this.#prefix + CONTROL);
    this.#lingerMs = options.lingerMs ?? LINGER_MS;
    this.#topology = openTopology(readRedisUrl(options.url), options.log);
    this.#topology.onChange(() => this.#arrange());
    this.#timers = [
      setInterval(() => this.#endLingering(), this.#lingerMs / 4),
      setInterval(() => {
        if (!this.#ready) this.#topology.refresh();
      }, LOOK_AGAIN_MS),
      setInterval(() => void this.#sayAgain(), SAY_AGAIN_MS),
    ];
    for (const timer of this.#timers) timer.unref();
    this.#arrange();
  }

  get ready(): boolean {
    return this.#ready;
  }

  poke(channelId: string, seq: number): void {
    // A lost poke is healed by the sweep, so nobody waits for it.
    this.#say(channelId, seq).catch(() => {
      if (this.#unsaid.size >= UNSAID && !this.#unsaid.has(channelId)) return;
      this.#unsaid.set(channelId, Math.max(seq, this.#unsaid.get(channelId) ?? 0));
    });
  }

  async control(message: Control): Promise<void> {
    for (const listener of this.#onControl) listener(message);
    await this.#topology.publish(this.#prefix + CONTROL, JSON.stringify(message));
  }

  watch(channelId: string): void {
    if (this.#watched.has(channelId)) return;
    this.#watched.add(channelId);
    // Whoever opens a channel reads its head after asking for its pokes, and those arrive already.
    if (this.#lingering.delete(channelId)) return;
    if (this.#wishes.length === 0) queueMicrotask(() => void this.#askForWishes());
    this.#wishes.push(this.#prefix + channelId);
  }

  unwatch(channelId: string): void {
    if (this.#watched.delete(channelId))
      this.#lingering.set(channelId, performance.now() + this.#lingerMs);
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
    this.#closed = true;
    this.#ready = false;
    for (const timer of this.#timers) clearInterval(timer);
    for (const subscriber of this.#subscribers.values()) subscriber.close();
    this.#topology.close();
  }

  #say(channelId: string, seq: number): Promise<unknown> {
    return this.#topology.publish(this.#prefix + channelId, String(seq));
  }

  /** One of them first: while that is not taken, the others would not be either. */
  async #sayAgain(): Promise<void> {
    const [first, ...others] = this.#unsaid;
    if (!first || this.#sayingAgain) return;
    this.#sayingAgain = true;
    try {
      await this.#say(...first);
      for (const [channelId, seq] of [first, ...others])
        if (this.#unsaid.get(channelId) === seq) this.#unsaid.delete(channelId);
      for (const each of others) this.poke(...each);
    } catch {
      // Still away.
    } finally {
      this.#sayingAgain = false;
    }
  }

  /** Gives each server that has channels its subscriber, and each channel to the subscriber of its server. */
  #arrange(): void {
    const servers = this.#topology.servers();
    if (this.#closed || servers.size === 0) return;
    for (const [name, subscriber] of this.#subscribers) {
      const gone = !servers.has(name);
      const movedAway = (channel: string) =>
        gone || ![null, name].includes(this.#topology.serverOf(channel));
      for (const channel of subscriber.giveAway(movedAway)) this.#homeless.add(channel);
      if (!gone) continue;
      subscriber.close();
      this.#subscribers.delete(name);
    }
    for (const [name, connect] of servers)
      if (!this.#subscribers.has(name))
        this.#subscribers.set(
          name,
          new Subscriber({
            redis: connect(),
            slotOf: this.#topology.slotOf,
            hear: (channel, text) => this.#hear(channel, text),
            onTurn: () => this.#turn(),
            onAstray: () => this.#topology.refresh(),
          }),
        );
    void this.#place().then((heard) => {
      // What was said while they were on their way from one server to another was not heard.
      if (heard.length > 0) this.#tellTurn();
    });
  }

  /** @returns the channels that are heard from now on; the others will be when their server is ready. */
  async #place(): Promise<string[]> {
    const byServer = Map.groupBy(this.#homeless, (channel) => this.#topology.serverOf(channel));
    const added = [...byServer].map(async ([server, channels]) => {
      const subscriber = this.#subscribers.get(server ?? "");
      if (!subscriber) return [];
      for (const channel of channels) this.#homeless.delete(channel);
      return (await subscriber.add(channels)) ? channels : [];
    });
    this.#turn();
    return (await Promise.all(added)).flat();
  }

  async #askForWishes(): Promise<void> {
    for (const channel of this.#wishes.splice(0)) this.#homeless.add(channel);
    // What was said while the wish was on its way was not heard.
    for (const channel of await this.#place()) this.#tell(this.#nameOf(channel), MISSED);
  }

  #endLingering(): void {
    const now = performance.now();
    const over = [...this.#lingering].filter(([, until]) => until <= now).map(([id]) => id);
    for (const id of over) this.#lingering.delete(id);
    const channels = new Set(over.map((id) => this.#prefix + id));
    for (const channel of channels) this.#homeless.delete(channel);
    for (const subscriber of this.#subscribers.values())
      subscriber.giveAway((channel) => channels.has(channel));
  }

  #turn(): void {
    const all = [...this.#subscribers.values()];
    const ready = all.length > 0 && this.#homeless.size === 0 && all.every((each) => each.ready);
    if (this.#ready === ready || this.#closed) return;
    this.#ready = ready;
    this.#tellTurn();
  }

  #tellTurn(): void {
    for (const listener of this.#onTurn) listener();
  }

  #hear(channel: string, text: string): void {
    const name = this.#nameOf(channel);
    if (name === CONTROL) {
      const message = readControl(text);
      if (message) for (const listener of this.#onControl) listener(message);
      return;
    }
    const seq = Number(text);
    if (Number.isSafeInteger(seq)) this.#tell(name, seq);
  }

  #tell(channelId: string, seq: number): void {
    if (!this.#watched.has(channelId)) return;
    for (const listener of this.#onPoke) listener(channelId, seq);
  }

  #nameOf(channel: string): string {
    return channel.slice(this.#prefix.length);
  }
}

function readControl(text: string): Control | null {
  try {
    return Message.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
