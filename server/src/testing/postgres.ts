import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { ensureCluster } from "../platform/embedded/cluster.ts";
import { launch, type Launched } from "../platform/embedded/launch.ts";
import { socketUrl } from "../platform/embedded/owner.ts";
import { isAlive } from "../platform/embedded/postmaster.ts";
import { preparePlace } from "../platform/embedded/place.ts";
import { createLog } from "../platform/log/log.ts";

/** A PostgreSQL of a test's own that can be taken away and brought back under the same address. */
export class TestPostgres {
  readonly url: string;
  readonly #launch: () => Launched;
  readonly #folder: string;
  #running: Launched;

  private constructor(folder: string, launched: Launched, again: () => Launched) {
    this.#folder = folder;
    this.#running = launched;
    this.#launch = again;
    this.url = socketUrl(launched.socketDir);
  }

  /**
   * Writes are made durable, as in production: a test that takes it away means what it says.
   * @param parent where its folder is to be, such as a small disk; a short path.
   */
  static async start(parent = tmpdir()): Promise<TestPostgres> {
    // A short path, so that the socket stays in the data folder and its address is always the same.
    const folder = mkdtempSync(path.join(parent, "bz-pg-"));
    const place = preparePlace(folder, createLog({ level: "error" }));
    await ensureCluster(place);
    const again = () => launch(place, true);
    const postgres = new TestPostgres(folder, again(), again);
    // It does not end with its parent; a test that breaks down leaves none behind.
    process.on("exit", () => postgres.#signal("SIGQUIT"));
    await postgres.#answers();
    return postgres;
  }

  /** At once, without a checkpoint: every connection breaks, and the next start recovers from the log. */
  async halt(): Promise<void> {
    await this.#end("SIGQUIT");
  }

  /** After `halt`: resolves when it answers again. */
  async startAgain(): Promise<void> {
    this.#running = this.#launch();
    await this.#answers();
  }

  async stop(): Promise<void> {
    await this.#end("SIGINT");
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #end(signal: "SIGQUIT" | "SIGINT"): Promise<void> {
    // The server is no reason for this process to stay alive; waiting for its end is.
    const waiting = setInterval(() => {}, 1_000);
    this.#signal(signal);
    await this.#running.ended;
    clearInterval(waiting);
  }

  #signal(signal: "SIGQUIT" | "SIGINT"): void {
    if (isAlive(this.#running.pid)) process.kill(this.#running.pid, signal);
  }

  async #answers(): Promise<void> {
    const over: string[] = [];
    void this.#running.ended.then((words) => over.push(words));
    for (;;) {
      const client = new Client({ connectionString: this.url });
      client.on("error", () => {});
      try {
        await client.connect();
        return await client.end();
      } catch {
        if (over.length > 0) throw new Error(`PostgreSQL did not start: ${over[0]}`);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    }
  }
}
