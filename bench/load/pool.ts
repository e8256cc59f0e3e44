import { fileURLToPath } from "node:url";
import { Child } from "../harness/child.ts";
import { within } from "../harness/clock.ts";
import type { Collected, Opening, OpenOrder } from "./protocol.ts";

const program = fileURLToPath(new URL("client.ts", import.meta.url));

/** What all processes of the load client got between `measure` and `collect`. */
export interface Heard extends Omit<Collected, "payloads" | "times" | "cpuMs" | "wallMs"> {
  /** The busiest process's share of a core. */
  clientCore: number;
  /** Payloads that were compared with the stock stack's, and those that differ. */
  compared: number;
  unlike: number;
  /** The first payload that differs, for whoever looks into it. */
  example: string | null;
  times: number[][];
}

/** The load client of one stack: processes of its own, each with its share of the followers. */
export class Pool {
  readonly #children: Child[];
  /** The processes that have followers in a room. */
  readonly #parts = new Map<number, Set<number>>();
  readonly #pending = new Map<string, { left: number; at: number }>();
  #onDone: (room: number, seq: number, at: number) => void = () => {};

  constructor(processes: number) {
    this.#children = Array.from(
      { length: processes },
      (_, i) => new Child({ name: `client ${i + 1}`, program }),
    );
    for (const child of this.#children)
      child.onMessage(({ done }) => {
        if (!Array.isArray(done)) return;
        for (let i = 0; i < done.length; i += 3) this.#part(done[i], done[i + 1], done[i + 2]);
      });
  }

  /** Hears of each update that the last follower of its room has got. */
  onDone(listener: (room: number, seq: number, at: number) => void): void {
    this.#onDone = listener;
  }

  /** Opens all followers; resolves with the milliseconds that it took when each is live. */
  async open(
    order: Omit<OpenOrder, "do" | "openings">,
    openings: readonly Opening[],
  ): Promise<number> {
    const n = this.#children.length;
    const shares = this.#children.map((_, i) => openings.filter(({ index }) => index % n === i));
    for (const [i, share] of shares.entries())
      for (const room of new Set(share.flatMap(({ rooms }) => rooms)))
        this.#parts.set(room, (this.#parts.get(room) ?? new Set()).add(i));
    const rate = order.rate / n;
    const opened = await Promise.all(
      this.#children.map(async (child, i) => {
        const share = shares[i];
        if (share.length === 0) return 0;
        const news = this.#news(child, "opened", 60_000 + (share.length * 3_000) / rate);
        child.send({ do: "open", ...order, rate, openings: share });
        return news.catch(async (error: unknown) => {
          child.send({ do: "collect" });
          const { closed, strange } = (await this.#news(child, "collected")) as Collected;
          throw new Error(`${String(error)}: ${JSON.stringify({ closed, strange })}`);
        });
      }),
    );
    return Math.max(...(opened as number[]));
  }

  async measure({ times = false, keep = 20_000 } = {}): Promise<void> {
    await this.#all({ do: "measure", times, keep }, "measuring");
  }

  /** `expected` gives what the stock stack delivers for an update. */
  async collect(expected: (room: number, seq: number) => string | undefined): Promise<Heard> {
    const all = (await this.#all({ do: "collect" }, "collected")) as Collected[];
    const sum = (key: "deliveries" | "bytes" | "received" | "doubled" | "missed" | "different") =>
      all.reduce((total, each) => total + each[key], 0);
    const payloads = all.flatMap((each) => each.payloads);
    const unlike = payloads.filter(({ room, seq, payload }) => payload !== expected(room, seq));
    const closed: Record<string, number> = {};
    for (const each of all)
      for (const [code, count] of Object.entries(each.closed))
        closed[code] = (closed[code] ?? 0) + count;
    return {
      deliveries: sum("deliveries"),
      bytes: sum("bytes"),
      received: sum("received"),
      doubled: sum("doubled"),
      missed: sum("missed"),
      different: sum("different"),
      closed,
      strange: all.flatMap((each) => each.strange),
      clientCore: Math.max(...all.map(({ cpuMs, wallMs }) => cpuMs / wallMs)),
      compared: payloads.length,
      unlike: unlike.length,
      example: unlike[0]?.payload ?? null,
      times: all.flatMap((each) => each.times),
    };
  }

  /** Nobody here reads any more. */
  stall(): void {
    for (const child of this.#children) child.send({ do: "stall" });
  }

  resume(): void {
    for (const child of this.#children) child.send({ do: "resume" });
  }

  /** Ends all sockets and keeps the processes. */
  async closeSockets(): Promise<void> {
    this.#parts.clear();
    this.#pending.clear();
    await this.#all({ do: "close" }, "allClosed");
  }

  async stop(): Promise<void> {
    await Promise.all(this.#children.map((child) => child.stop()));
  }

  #part(room: number, seq: number, at: number): void {
    const parts = this.#parts.get(room)?.size ?? 1;
    if (parts === 1) return this.#onDone(room, seq, at);
    const key = `${room}:${seq}`;
    const pending = this.#pending.get(key) ?? { left: parts, at: 0 };
    pending.left -= 1;
    pending.at = Math.max(pending.at, at);
    if (pending.left > 0) return void this.#pending.set(key, pending);
    this.#pending.delete(key);
    this.#onDone(room, seq, pending.at);
  }

  #all(order: object, answer: string): Promise<unknown[]> {
    return Promise.all(
      this.#children.map((child) => {
        const news = this.#news(child, answer);
        child.send(order);
        return news;
      }),
    );
  }

  #news(child: Child, name: string, ms = 30_000): Promise<unknown> {
    const told = new Promise((resolve) =>
      child.onMessage((message) => {
        if (name in message) resolve(message[name]);
      }),
    );
    return within(told, ms, `${child.name}: waiting for "${name}" ${child.words}`);
  }
}
