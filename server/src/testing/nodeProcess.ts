import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const server = fileURLToPath(new URL("../../", import.meta.url));
/** All that is taken away from under it is back by then. */
const COME_BACK_MS = 60_000;
const METRICS_TOKEN = "a token for reading measures";

export interface ProcessOptions {
  port: number;
  /** The folder of the build. */
  program: string;
  dataDir: string;
  databaseUrl: string;
  /** Empty for a node that is alone. */
  redisUrl: string;
  publicUrl: string;
  heartbeatMs: number;
}

/** One process of the production build. */
export class NodeProcess {
  /** Past every link. */
  readonly url: string;
  /** What it is told besides, from its next start on. */
  environment: NodeJS.ProcessEnv = {};
  readonly #program: string;
  readonly #own: NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;
  #words = "";
  /** Set when its end is wished for. */
  #ending = false;

  constructor(options: ProcessOptions) {
    const { port, program } = options;
    this.url = `http://127.0.0.1:${port}`;
    this.#program = path.join(program, "main.js");
    this.#own = environmentOf(options);
  }

  /** null while it is not running. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  protected get child(): ChildProcess | null {
    return this.#child;
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
    const child = spawn(process.execPath, ["--enable-source-maps", this.#program], {
      env: { ...this.#own, ...this.environment },
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
      if (this.#child !== child) {
        // It gave up at its start, and said why; whoever called decides what that means.
        this.#ending = true;
        throw new Error(`the node at ${this.url} ended: ${this.#words}`);
      }
      await pause(50);
    }
  }

  /** Starts it again until it stays, as whatever watches over it would: without PostgreSQL it does not. */
  async comeBack(): Promise<void> {
    for (const until = Date.now() + COME_BACK_MS; ; await pause(200))
      try {
        return await this.start();
      } catch (error) {
        if (Date.now() > until) throw error;
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

  /** What the node's own measures say, by name. */
  async measure(...names: string[]): Promise<number[]> {
    const answer = await fetch(`${this.url}/metrics`, {
      headers: { authorization: `Bearer ${METRICS_TOKEN}`, connection: "close" },
    });
    const text = await answer.text();
    return names.map((name) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1] ?? NaN));
  }
}

function environmentOf(options: ProcessOptions): NodeJS.ProcessEnv {
  const { port, dataDir, databaseUrl, redisUrl, publicUrl, heartbeatMs } = options;
  return {
    PATH: process.env["PATH"],
    NODE_ENV: "production",
    PORT: `${port}`,
    HOST: "127.0.0.1",
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    PUBLIC_URL: publicUrl,
    BARAZA_SECRET: "one secret that all the nodes of a test share",
    DEMO: "0",
    // There is no proxy that writes it, so each client says itself which address it has.
    TRUST_PROXY: "1",
    LOG_LEVEL: "error",
    HEARTBEAT_MS: `${heartbeatMs}`,
    METRICS_TOKEN,
  };
}

/** The production build in a folder of its own: whoever builds meanwhile does not pull it away. */
export function buildServer(): string {
  const folder = path.join(server, ".cache", `nodes-${randomUUID()}`);
  const built = spawnSync(
    path.join(server, "../node_modules/.bin/tsc"),
    ["-p", path.join(server, "tsconfig.build.json"), "--outDir", folder],
    { encoding: "utf8" },
  );
  if (existsSync(path.join(folder, "main.js"))) return folder;
  throw new Error(`the server does not build: ${built.stdout}`);
}
