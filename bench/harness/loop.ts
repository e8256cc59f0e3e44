import type { Heard } from "../load/pool.ts";
import type { Publication } from "../peers/control.ts";
import { clock, pause } from "./clock.ts";
import type { Driven, Source } from "./stack.ts";

export interface LoopShape {
  rooms: number;
  members: number;
  /** Updates of a room that may be under way at a time; as many bursts when there are bursts. */
  window: number;
  /** Updates that are sent in one moment. */
  burst?: number;
  ms: number;
}

/** What one round of one stack came to. */
export interface Round {
  deliveries: number;
  /** Server processor seconds for a million deliveries. */
  cpuPerMillion: number;
  perSecond: number;
  heard: Heard;
}

/** Deliveries of a round, if it is not to take much longer than it should. */
const LEAST = 20_000;

/** Sends the next update of a room as soon as the last follower has an earlier one: nobody is ever ahead of the server. */
export class Loop {
  readonly #stack: Driven;
  #source: Source;
  readonly #heads = new Map<number, number>();
  #queue: Publication[] = [];
  #done: (room: number, seq: number) => void = () => {};

  constructor(stack: Driven) {
    this.#stack = stack;
    this.#source = stack.source;
    stack.pool.onDone((room, seq) => this.#done(room, seq));
  }

  /** `source` is another one than the stack's own, for this round. */
  async round(shape: LoopShape, source: Source = this.#stack.source): Promise<Round> {
    const { server, pool } = this.#stack;
    this.#source = source;
    await pool.measure();
    const before = await server.usage();
    const from = clock();
    const sent = await this.run(shape);
    const wallMs = clock() - from;
    await source.settled?.();
    const after = await server.usage();
    const heard = await pool.collect((room, seq) => source.expected(room, seq));
    const deliveries = sent * shape.members;
    return {
      deliveries,
      cpuPerMillion: ((after.cpuMs - before.cpuMs) / deliveries) * 1_000,
      perSecond: (deliveries / wallMs) * 1_000,
      heard,
    };
  }

  /** Runs for the time and until all that was sent has arrived; gives how many updates that were. */
  async run({ rooms, members, window, burst = 1, ms }: LoopShape): Promise<number> {
    const until = clock() + ms;
    // On a busy machine a round lasts longer, so that one that brings next to nothing does not count as much as others.
    const least = Math.max(8, LEAST / members);
    const late = until + 6 * ms;
    const goesOn = () => clock() < until || (sent < least && clock() < late);
    let open = 0;
    let sent = 0;
    const left = new Map<number, number>();
    const finished = new Promise<void>((resolve) => {
      const send = (room: number) => {
        open += burst;
        sent += burst;
        left.set(room, burst);
        for (let i = 0; i < burst; i++) this.#send(room);
      };
      this.#done = (room) => {
        open -= 1;
        if (burst > 1) {
          const more = (left.get(room) ?? 0) - 1;
          left.set(room, more);
          if (more > 0) return;
        }
        if (goesOn()) send(room);
        else if (open === 0) resolve();
      };
      for (let room = 0; room < rooms; room++) for (let i = 0; i < window; i++) send(room);
    });
    await this.#orStuck(finished, () => open, ms);
    return sent;
  }

  #send(room: number): void {
    const seq = (this.#heads.get(room) ?? 0) + 1;
    this.#heads.set(room, seq);
    if (this.#queue.length === 0)
      setImmediate(() => {
        const batch = this.#queue;
        this.#queue = [];
        this.#source.publish(batch);
      });
    this.#queue.push([room, seq]);
  }

  /** Fails when nothing has arrived for long. */
  async #orStuck(finished: Promise<void>, open: () => number, ms: number): Promise<void> {
    let over = false;
    void finished.then(() => (over = true));
    for (const until = clock() + ms + 60_000; !over;) {
      await Promise.race([finished, pause(500)]);
      const failure = this.#source.failure();
      if (failure) throw new Error(`${this.#stack.name} failed`, { cause: failure });
      if (clock() < until || over) continue;
      const heard = await this.#stack.pool.collect(() => undefined);
      const { missed, doubled, closed, strange } = heard;
      throw new Error(
        `${this.#stack.name}: ${open()} updates did not arrive: ${JSON.stringify({ missed, doubled, closed, strange: strange.slice(0, 2) })}`,
      );
    }
  }
}

/** What is wrong with what was delivered; empty when every follower got each update once, in order, byte for byte. */
export function faultsOf(stack: string, { deliveries, heard }: Round): string[] {
  const faults: string[] = [];
  const say = (count: number, what: string) => {
    if (count > 0) faults.push(`${stack}: ${count} ${what}`);
  };
  if (heard.deliveries !== deliveries)
    faults.push(`${stack}: ${heard.deliveries} of ${deliveries} deliveries`);
  say(heard.doubled, "doubled or out of order");
  say(heard.missed, "missed");
  say(heard.different, "with other bytes than the rest of the room got");
  say(
    heard.unlike,
    `of ${heard.compared} payloads unlike the stock stack's, such as ${heard.example}`,
  );
  say(heard.strange.length, `strange answers, such as ${heard.strange[0]}`);
  for (const [code, count] of Object.entries(heard.closed))
    say(count, `sockets closed with ${code}`);
  return faults;
}
