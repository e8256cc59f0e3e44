import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "./freePort.ts";
import { startProxy, type Proxy } from "./proxy.ts";

const server = fileURLToPath(new URL("../../", import.meta.url));

export interface NodesOptions {
  count: number;
  databaseUrl: string;
  redisUrl: string | null;
  heartbeatMs?: number;
}

/** Several processes of the production build on one database, behind a proxy that takes turns. */
export class Nodes {
  readonly nodes: readonly NodeProcess[];
  readonly #proxy: Proxy;
  readonly #folders: readonly string[];

  private constructor(nodes: readonly NodeProcess[], proxy: Proxy, folders: readonly string[]) {
    this.nodes = nodes;
    this.#proxy = proxy;
    this.#folders = folders;
  }

  static async start(options: NodesOptions): Promise<Nodes> {
    const program = buildServer();
    const dataDir = mkdtempSync(path.join(tmpdir(), "baraza-nodes-"));
    const ports = await freePorts(options.count);
    const proxy = await startProxy(ports);
    const nodes = ports.map((port) => {
      return new NodeProcess(port, { ...options, publicUrl: proxy.url, program, dataDir });
    });
    const all = new Nodes(nodes, proxy, [program, dataDir]);
    try {
      // One after the other: the first brings the database up to date.
      for (const node of nodes) await node.start();
      return all;
    } catch (error) {
      await all.stop();
      throw error;
    }
  }

  /** The address of all of them. */
  get url(): string {
    return this.#proxy.url;
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.kill()));
    await this.#proxy.close();
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }
}

export class NodeProcess {
  readonly url: string;
  readonly #program: string;
  readonly #environment: NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;
  #words = "";

  constructor(
    port: number,
    options: NodesOptions & { publicUrl: string; program: string; dataDir: string },
  ) {
    this.url = `http://127.0.0.1:${port}`;
    this.#program = path.join(options.program, "main.js");
    this.#environment = {
      PATH: process.env["PATH"],
      NODE_ENV: "production",
      PORT: `${port}`,
      HOST: "127.0.0.1",
      DATA_DIR: options.dataDir,
      DATABASE_URL: options.databaseUrl,
      REDIS_URL: options.redisUrl ?? "",
      PUBLIC_URL: options.publicUrl,
      BARAZA_SECRET: "one secret that all the nodes of a test share",
      DEMO: "0",
      // The proxy hands on what it gets, so each client says itself which address it has.
      TRUST_PROXY: "1",
      LOG_LEVEL: "error",
      HEARTBEAT_MS: `${options.heartbeatMs ?? 25_000}`,
    };
  }

  /** null while it is not running. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** Resolves when it is ready; throws its last words when it gives up. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ["--enable-source-maps", this.#program], {
      env: this.#environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    this.#words = "";
    const keep = (text: Buffer) => (this.#words = `${this.#words}${String(text)}`.slice(-4_000));
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    const end = () => child.kill("SIGKILL");
    process.on("exit", end);
    child.on("exit", () => {
      process.off("exit", end);
      if (this.#child === child) this.#child = null;
    });
    while (!(await isReady(this.url))) {
      if (this.#child !== child) throw new Error(`the node at ${this.url} ended: ${this.#words}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** What it said last, for a test that fails. */
  get lastWords(): string {
    return this.#words;
  }

  /** At once and without a word. A node that is not running stays so. */
  async kill(signal: "SIGKILL" | "SIGTERM" = "SIGKILL"): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const { ok } = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    return ok;
  } catch {
    return false;
  }
}

async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
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
