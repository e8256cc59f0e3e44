import type { Log } from "../platform/log/log.ts";

/**
 * Runs `work` again and again, `intervalMs` after it ended (±25 %, so that nodes do not march in step),
 * never twice at once. `sinceSuccess` tells how long it has been failing.
 */
export class Sweeper {
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;
  #lastSuccess = performance.now();
  readonly #work: () => Promise<void>;
  readonly #intervalMs: () => number;
  readonly #log: Log;
  readonly #name: string;

  constructor(options: {
    name: string;
    intervalMs: () => number;
    work: () => Promise<void>;
    log: Log;
  }) {
    this.#work = options.work;
    this.#intervalMs = options.intervalMs;
    this.#log = options.log;
    this.#name = options.name;
  }

  start(): void {
    this.#schedule();
  }

  /** Milliseconds since the last run that succeeded. */
  get sinceSuccess(): number {
    return performance.now() - this.#lastSuccess;
  }

  /** Runs now, or once more when it is running already. */
  now(): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    if (this.#running) this.#again = true;
    this.#running ??= this.#run();
    return this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    do {
      this.#again = false;
      try {
        await this.#work();
        this.#lastSuccess = performance.now();
      } catch (error) {
        this.#log.warn({ error: (error as Error).message, sweep: this.#name }, "sweep failed");
      }
    } while (this.#again && !this.#stopped);
    this.#running = null;
    this.#schedule();
  }

  #schedule(): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#stopped) return;
    const wait = this.#intervalMs() * (0.75 + Math.random() / 2);
    this.#timer = setTimeout(() => void this.now(), wait);
  }
}
