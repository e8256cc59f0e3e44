import { GraphQLError } from "graphql";
import type { About, Transaction } from "./write.ts";

/** A kind of wish that is met for many at once: whoever wishes while a commit is under way goes together in the next. */
export interface Gathered<Wish, Result> {
  /** The channel that a wish states its facts in. */
  channelOf(wish: Wish): string;
  /**
   * Meets wishes in their order, in one transaction that holds all their channels. Each has its own outcome; a wish
   * that gets an error has changed nothing. Throwing takes all of them back.
   */
  meet(tx: Transaction, wishes: readonly Wish[]): Promise<(Result | Error)[]>;
}

/** Tries each wish by itself: its result, or the error that it threw. */
export function each<Wish, Result>(
  wishes: readonly Wish[],
  work: (wish: Wish, index: number) => Result,
): (Result | Error)[] {
  return wishes.map((wish, index) => {
    try {
      return work(wish, index);
    } catch (error) {
      if (error instanceof Error) return error;
      throw error;
    }
  });
}

type Write = <T>(about: About, work: (tx: Transaction) => Promise<T>) => Promise<T>;

interface Waiting<Wish, Result> {
  wish: Wish;
  channelId: string;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/** Transactions at once: while one waits for the disk, another works. */
const LANES = 2;
/** Wishes in one transaction at the most. */
const MOST = 64;

/**
 * The wishes of one kind on this node. A channel is in one transaction at a time, so its wishes keep their order; a
 * channel that somebody else holds is left to a transaction of its own and keeps nobody waiting but its own wishes.
 */
export class Gathering<Wish, Result> {
  readonly #kind: Gathered<Wish, Result>;
  readonly #write: Write;
  #waiting: Waiting<Wish, Result>[] = [];
  readonly #busy = new Set<string>();
  #lanes = 0;
  #due = false;

  constructor(kind: Gathered<Wish, Result>, write: Write) {
    this.#kind = kind;
    this.#write = write;
  }

  add(wish: Wish): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ wish, channelId: this.#kind.channelOf(wish), resolve, reject });
      this.#go();
    });
  }

  /** At the end of this turn of the event loop: who comes in the same turn goes along. */
  #go(): void {
    if (this.#due) return;
    this.#due = true;
    setImmediate(() => {
      this.#due = false;
      while (this.#lanes < LANES) {
        const batch = this.#take();
        if (batch.length === 0) return;
        this.#lanes += 1;
        void this.#send(batch).finally(() => {
          this.#lanes -= 1;
          this.#go();
        });
      }
    });
  }

  #take(): Waiting<Wish, Result>[] {
    const batch: Waiting<Wish, Result>[] = [];
    const rest: Waiting<Wish, Result>[] = [];
    for (const each of this.#waiting)
      (batch.length < MOST && !this.#busy.has(each.channelId) ? batch : rest).push(each);
    this.#waiting = rest;
    for (const { channelId } of batch) this.#busy.add(channelId);
    return batch;
  }

  async #send(batch: readonly Waiting<Wish, Result>[]): Promise<void> {
    const byChannel = Map.groupBy(batch, ({ channelId }) => channelId);
    const held = await this.#meet(batch, { passOver: true });
    for (const channelId of byChannel.keys())
      if (!held.has(channelId)) this.#busy.delete(channelId);
    for (const channelId of held)
      void this.#meet(byChannel.get(channelId) ?? [], { passOver: false }).finally(() => {
        this.#busy.delete(channelId);
        this.#go();
      });
  }

  /** @returns the channels whose wishes have had no outcome, because somebody else held them. */
  async #meet(
    batch: readonly Waiting<Wish, Result>[],
    { passOver }: { passOver: boolean },
  ): Promise<Set<string>> {
    const channels = [...new Set(batch.map(({ channelId }) => channelId))];
    try {
      const { met, outcomes } = await this.#write(
        { channels, actorId: null, passOver },
        async (tx) => {
          // One that is not even there after waiting for it does not exist, which `meet` finds.
          const met = passOver ? batch.filter(({ channelId }) => tx.holds(channelId)) : batch;
          const wishes = met.map(({ wish }) => wish);
          return { met, outcomes: wishes.length > 0 ? await this.#kind.meet(tx, wishes) : [] };
        },
      );
      met.forEach(({ resolve, reject }, i) => {
        const outcome = outcomes[i];
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      });
      const done = new Set(met.map(({ channelId }) => channelId));
      return new Set(channels.filter((id) => !done.has(id)));
    } catch (error) {
      await this.#failed(batch, error);
      return new Set();
    }
  }

  /** One of many may have spoiled it for all: each is tried by itself. Where the database is away, nobody is. */
  async #failed(batch: readonly Waiting<Wish, Result>[], error: unknown): Promise<void> {
    const away = error instanceof GraphQLError && error.extensions["code"] === "UNAVAILABLE";
    if (batch.length === 1 || away) for (const { reject } of batch) reject(error);
    else for (const each of batch) await this.#meet([each], { passOver: false });
  }
}
