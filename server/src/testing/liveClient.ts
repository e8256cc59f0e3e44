import type { ExecutionResult } from "graphql";

type Update = Record<string, any>;

/** The test's end of one subscription: answers one by one, in order, with the client's own rules checked. */
export class LiveClient {
  readonly #stream: AsyncGenerator<ExecutionResult> | AsyncIterableIterator<ExecutionResult>;
  readonly #again: (after: string) => Promise<LiveClient>;
  #cursor = "";
  #last = -1;
  #waiting: Promise<IteratorResult<ExecutionResult>> | null = null;

  constructor(
    stream: AsyncIterableIterator<ExecutionResult>,
    again: (after: string) => Promise<LiveClient>,
  ) {
    this.#stream = stream;
    this.#again = again;
  }

  /** The next answer; fails when it does not follow on the last one. */
  async next(ms = 5_000): Promise<Update> {
    this.#waiting ??= this.#stream.next();
    const result = await within(this.#waiting, ms);
    this.#waiting = null;
    if (result.done) return { __typename: "<end>" };
    const { data, errors } = result.value;
    if (errors?.[0]) throw errors[0];
    const update = Object.values(data ?? {})[0] as Update;
    if (typeof update["seq"] === "number") this.#follow(update);
    return update;
  }

  /** The next answer of one kind; those before it are dropped. */
  async nextOf(typename: string): Promise<Update> {
    for (;;) {
      const update = await this.next();
      if (update["__typename"] === typename) return update;
      if (update["__typename"] === "<end>") throw new Error(`the stream ended before ${typename}`);
    }
  }

  /** Fails when anything comes within the time. */
  async expectSilence(ms = 300): Promise<void> {
    this.#waiting ??= this.#stream.next();
    const heard = await Promise.race([this.#waiting, pause(ms)]);
    if (heard) throw new Error(`expected silence, heard ${JSON.stringify(heard)}`);
  }

  async drop(): Promise<void> {
    await this.#stream.return?.(undefined);
  }

  /** Leaves and comes back with the cursor of the last answer. */
  async dropAndResume(): Promise<LiveClient> {
    await this.drop();
    return this.#again(this.#cursor);
  }

  #follow({ seq, prev, cursor }: Update): void {
    if (this.#last >= 0 && prev > this.#last)
      throw new Error(`a hole: prev ${prev} after ${this.#last}`);
    if (seq < this.#last) throw new Error(`back from ${this.#last} to ${seq}`);
    this.#last = seq;
    if (cursor) this.#cursor = cursor;
  }
}

const pause = (ms: number) => new Promise<null>((resolve) => setTimeout(() => resolve(null), ms));

async function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  const result = await Promise.race([promise, pause(ms)]);
  if (result === null) throw new Error(`nothing came within ${ms} ms`);
  return result;
}
