import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../../server/src/testing/freePort.ts";
import { pause } from "../harness/random.ts";
import { Link, type Target } from "./link.ts";

/** The name that the operator's guide uses. */
export const DATABASE = "baraza";
const METRICS_TOKEN = "a token for reading measures";

export interface NodeOptions {
  index: number;
  /** The folder of the build. */
  program: string;
  dataDir: string;
  postgres: Target;
  redis: Target | null;
  heartbeatMs: number;
}

/** One process of the production build, and the links to and from it. */
export class StageNode {
  readonly index: number;
  /** Where readers come in. */
  readonly front: Link;
  /** Where requests come in. */
  readonly door: Link;
  readonly toPostgres: Link;
  readonly toRedis: Link | null;
  /** What it is told besides, from its next start on. */
  environment: NodeJS.ProcessEnv = {};
  readonly #port: number;
  readonly #options: NodeOptions;
  #child: ChildProcess | null = null;
  #words = "";
  /** Set when its end is wished for. */
  #ending = false;

  private constructor(
    options: NodeOptions,
    port: number,
    links: Record<"front" | "door" | "toPostgres", Link> & { toRedis: Link | null },
  ) {
    this.index = options.index;
    this.#options = options;
    this.#port = port;
    this.front = links.front;
    this.door = links.door;
    this.toPostgres = links.toPostgres;
    this.toRedis = links.toRedis;
  }

  static async place(options: NodeOptions): Promise<StageNode> {
    const port = await freePort();
    return new StageNode(options, port, {
      front: await Link.open({ port }),
      door: await Link.open({ port }),
      toPostgres: await Link.open(options.postgres),
      toRedis: options.redis && (await Link.open(options.redis)),
    });
  }

  /** The links of it, by what they are for. */
  get links(): Link[] {
    return [this.front, this.door, this.toPostgres, this.toRedis].filter((link) => link !== null);
  }

  /** Past every link. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get frontUrl(): string {
    return `http://127.0.0.1:${this.front.port}`;
  }

  get doorUrl(): string {
    return `http://127.0.0.1:${this.door.port}`;
  }

  /** null while it is not running. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** It has ended by itself. */
  get died(): boolean {
    return this.#child === null && !this.#ending;
  }

  get lastWords(): string {
    return this.#words;
  }

  /** Resolves when it is ready; throws its last words when it gives up. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [path.join(this.#options.program, "main.js")], {
      env: { ...this.#environment, ...this.environment },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.#child = child;
    this.#ending = false;
    this.#words = "";
    const keep = (text: Buffer) => (this.#words = `${this.#words}${String(text)}`.slice(-4_000));
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    const end = () => child.kill("SIGKILL");
    process.on("exit", end);
    child.on("exit", () => {
      process.off("exit", end);
      if (this.#child === child) this.#child = null;
    });
    while (!(await this.isReady())) {
      if (this.#child !== child) throw new Error(`the node at ${this.url} ended: ${this.#words}`);
      await pause(50);
    }
  }

  /** SIGKILL: at once and without a word. SIGTERM: a planned stop. A node that is not running stays so. */
  async end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    this.#ending = true;
    const child = this.#child;
    if (!child) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  }

  signal(signal: "SIGSTOP" | "SIGCONT"): void {
    this.#child?.kill(signal);
  }

  async isReady(): Promise<boolean> {
    try {
      const { ok } = await fetch(`${this.url}/health/ready`, {
        signal: AbortSignal.timeout(2_000),
        headers: { connection: "close" },
      });
      return ok;
    } catch {
      return false;
    }
  }

  /** How far its clock is from this process's, in milliseconds: as the answers to requests are dated. */
  async clockSkew(): Promise<number> {
    const { headers } = await fetch(`${this.url}/health/live`, {
      headers: { connection: "close" },
    });
    return Date.parse(headers.get("date") ?? "") - Date.now();
  }

  /** Bytes in memory; 0 while it is not running. */
  get rss(): number {
    if (this.pid === null) return 0;
    try {
      const status = readFileSync(`/proc/${this.pid}/status`, "utf8");
      return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
    } catch {
      return 0;
    }
  }

  /** From its next start on it can be told to give back what memory it can. */
  collects(): void {
    const preload = fileURLToPath(new URL("./collect.ts", import.meta.url));
    this.environment = { NODE_OPTIONS: `--import=${preload}` };
  }

  /** Bytes that are in memory when all garbage is gone. */
  async settled(): Promise<{ rss: number; held: number }> {
    const child = this.#child;
    if (!child) throw new Error("the node is not running");
    const answer = once(child, "message") as Promise<[NodeJS.MemoryUsage]>;
    child.send("collect");
    const [{ rss, heapUsed, external }] = await answer;
    return { rss, held: heapUsed + external };
  }

  /** What the node's own measures say, by name. */
  async measure(...names: string[]): Promise<number[]> {
    const answer = await fetch(`${this.url}/metrics`, {
      headers: { authorization: `Bearer ${METRICS_TOKEN}`, connection: "close" },
    });
    const text = await answer.text();
    return names.map((name) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1] ?? NaN));
  }

  get #environment(): NodeJS.ProcessEnv {
    const { dataDir, heartbeatMs } = this.#options;
    return {
      PATH: process.env["PATH"],
      NODE_ENV: "production",
      PORT: `${this.#port}`,
      HOST: "127.0.0.1",
      DATA_DIR: dataDir,
      DATABASE_URL: `postgresql://postgres@127.0.0.1:${this.toPostgres.port}/${DATABASE}`,
      REDIS_URL: this.toRedis ? `redis://127.0.0.1:${this.toRedis.port}` : "",
      PUBLIC_URL: "http://baraza.example",
      BARAZA_SECRET: "one secret that all the nodes of a test share",
      DEMO: "0",
      // There is no proxy that writes it, so each client says itself which address it has.
      TRUST_PROXY: "1",
      LOG_LEVEL: "error",
      HEARTBEAT_MS: `${heartbeatMs}`,
      METRICS_TOKEN,
    };
  }
}
