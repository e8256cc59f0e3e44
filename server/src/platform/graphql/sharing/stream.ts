import { setTimeout as wait } from "node:timers/promises";
import { isOutage } from "../../database/outage.ts";
import type { RequestContext, Viewer } from "../context.ts";
import type { LiveEvent, LiveSource } from "../liveSource.ts";
import type { Answers, Listener } from "./answers.ts";
import type { Batch } from "./batch.ts";

/** How long it waits for the database before it asks again. */
const OUTAGE_MS = 250;

/** Where the answers of one operation are written. */
export interface Outlet {
  write(batch: Batch): void;
  /** Some of what was written has not been taken yet. */
  readonly waiting: boolean;
  /** As much waits to be taken as may. */
  readonly blocked: boolean;
  /** Resolves when all that was written has been taken, or never will be. */
  drained(): Promise<void>;
  /** The stream has come to its end: its source has no more. */
  end(): void;
  /** The stream broke, and nothing more comes. */
  fail(error: unknown): void;
}

/**
 * One live operation of one connection. While it is behind, it takes one event after the other and waits for each to
 * be taken; once it has caught up it sits among those in step and is handed what is made for all.
 */
export class Stream<C extends RequestContext> implements Listener {
  readonly viewer: Viewer | null;
  readonly #source: LiveSource;
  readonly #answers: Answers<C>;
  readonly #outlet: Outlet;
  #over = false;

  constructor(options: {
    viewer: Viewer | null;
    source: LiveSource;
    answers: Answers<C>;
    outlet: Outlet;
  }) {
    this.viewer = options.viewer;
    this.#source = options.source;
    this.#answers = options.answers;
    this.#outlet = options.outlet;
  }

  /** What can be dropped does not wait behind what cannot. */
  get blocked(): boolean {
    return this.#source.droppable ? this.#outlet.waiting : this.#outlet.blocked;
  }

  write(batch: Batch): void {
    if (!this.#over) this.#outlet.write(batch);
  }

  alone(): void {
    if (!this.#over) void this.run();
  }

  /** Resolves when it sits, or is over. */
  async run(): Promise<void> {
    try {
      while (!this.#over) {
        if (this.blocked) await this.#outlet.drained();
        if (this.#over) return;
        if (this.#source.stepIn(this.#answers.key, this, () => this.#answers)) return;
        const { done, value } = await this.#source.next();
        if (this.#over) return;
        if (done) {
          this.#over = true;
          return this.#outlet.end();
        }
        await this.#tell(value);
      }
    } catch (error) {
      if (this.#over) return;
      this.stop();
      this.#outlet.fail(error);
    }
  }

  /** What cannot be made while the database is away is made when it is back; the node closes all if that lasts. */
  async #tell(event: LiveEvent): Promise<void> {
    while (!this.#over)
      try {
        return this.write(await this.#answers.one(event, this.viewer));
      } catch (error) {
        if (!isOutage(error)) throw error;
        await wait(OUTAGE_MS);
      }
  }

  /** Nobody listens any more. */
  stop(): void {
    this.#over = true;
    void this.#source.return?.();
  }
}
