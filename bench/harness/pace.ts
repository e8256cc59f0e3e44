import { clock, pause, within } from "./clock.ts";
import type { Driven } from "./stack.ts";

export interface Pace {
  rooms: number;
  /** Updates a second over all rooms, in turn. */
  perSecond: number;
  ms: number;
}

/** Sends at an even pace, whatever comes back when: what waits, waits. */
export class Paced {
  readonly #stack: Omit<Driven, "server">;
  readonly #heads = new Map<number, number>();
  readonly #sentAt = new Map<string, number>();

  constructor(stack: Omit<Driven, "server">) {
    this.#stack = stack;
    stack.source.onSent?.((room, seq, at) => this.#sentAt.set(`${room}:${seq}`, at));
  }

  /** When an update could be delivered from. */
  sentAt(room: number, seq: number): number {
    return this.#sentAt.get(`${room}:${seq}`) ?? Number.NaN;
  }

  /** Gives the milliseconds until each update was with the last of its room. */
  async run({ rooms, perSecond, ms }: Pace): Promise<number[]> {
    const { pool, source } = this.#stack;
    const count = Math.round((perSecond * ms) / 1_000);
    const times: number[] = [];
    const all = new Promise<void>((resolve) =>
      pool.onDone((room, seq, at) => {
        times.push(at - this.sentAt(room, seq));
        if (times.length === count) resolve();
      }),
    );
    const from = clock();
    for (let i = 0; i < count; i++) {
      const due = from + (i * 1_000) / perSecond;
      if (due > clock()) await pause(due - clock());
      const room = i % rooms;
      const seq = (this.#heads.get(room) ?? 0) + 1;
      this.#heads.set(room, seq);
      if (!source.onSent) this.#sentAt.set(`${room}:${seq}`, clock());
      source.publish([[room, seq]]);
    }
    await within(all, 60_000, `${this.#stack.name}: the last of ${count} updates`);
    return times;
  }
}
