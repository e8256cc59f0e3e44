import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { HeldUp, Memory, Usage } from "../probe.ts";
import { within } from "./clock.ts";

const probe = fileURLToPath(new URL("../probe.ts", import.meta.url));
const living = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of living) child.kill("SIGKILL");
});

type Message = Record<string, any>;

/** A process of a benchmark: spoken to over Node's own channel, ended by its id, never left behind. */
export class Child {
  readonly name: string;
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (value: unknown) => void>();
  readonly #listeners: ((message: Message) => void)[] = [];
  #words = "";
  #count = 0;

  constructor(options: {
    name: string;
    program: string;
    args?: readonly string[];
    env?: NodeJS.ProcessEnv;
    /** Node's own options. */
    node?: readonly string[];
  }) {
    const { name, program, args = [], env = {}, node = [] } = options;
    this.name = name;
    this.#process = spawn(
      process.execPath,
      ["--expose-gc", "--import", probe, ...node, program, ...args],
      {
        env: { PATH: process.env["PATH"], NODE_ENV: "production", ...env },
        stdio: ["ignore", "pipe", "pipe", "ipc"],
      },
    );
    living.add(this.#process);
    this.#process.on("exit", () => living.delete(this.#process));
    const keep = (text: Buffer) => (this.#words = `${this.#words}${String(text)}`.slice(-4_000));
    this.#process.stdout?.on("data", keep);
    this.#process.stderr?.on("data", keep);
    this.#process.on("message", (message: Message) => {
      const id = message["probed"] as number | undefined;
      if (id === undefined) {
        for (const listener of this.#listeners) listener(message);
        return;
      }
      this.#waiting.get(id)?.(message["value"]);
      this.#waiting.delete(id);
    });
    // Writing to one that has just ended is told by whoever waits for its answer.
    this.#process.on("error", () => {});
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  get ended(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  /** What it said last, for an error. */
  get words(): string {
    return this.#words;
  }

  send(message: Message): void {
    if (this.#process.connected) this.#process.send(message, () => {});
  }

  onMessage(listener: (message: Message) => void): void {
    this.#listeners.push(listener);
  }

  usage(): Promise<Usage> {
    return this.#ask("usage");
  }

  memory(): Promise<Memory> {
    return this.#ask("memory");
  }

  watchLoop(): Promise<null> {
    return this.#ask("watchLoop");
  }

  /** The longest hold-up of the event loop since `watchLoop`. */
  longestDelay(): Promise<HeldUp> {
    return this.#ask("loop");
  }

  profile(): Promise<null> {
    return this.#ask("profile");
  }

  endProfile(file: string): Promise<null> {
    return this.#ask("endProfile", file);
  }

  signal(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  async stop(): Promise<void> {
    if (this.ended) return;
    const gone = once(this.#process, "exit");
    this.#process.kill("SIGKILL");
    await gone;
  }

  async #ask<T>(what: string, file?: string): Promise<T> {
    const id = ++this.#count;
    const answered = new Promise<unknown>((resolve) => this.#waiting.set(id, resolve));
    this.send({ probe: what, id, file });
    return within(
      answered,
      30_000,
      `${this.name}: asking for ${what} (${this.#words})`,
    ) as Promise<T>;
  }
}
