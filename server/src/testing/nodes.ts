import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "./freePort.ts";
import { buildServer, NodeProcess } from "./nodeProcess.ts";
import { startProxy, type Proxy } from "./proxy.ts";

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
    const { databaseUrl, redisUrl, heartbeatMs = 25_000 } = options;
    const given = { program, dataDir, databaseUrl, heartbeatMs, publicUrl: proxy.url };
    const nodes = ports.map(
      (port) => new NodeProcess({ ...given, port, redisUrl: redisUrl ?? "" }),
    );
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
    await Promise.all(this.nodes.map((node) => node.end("SIGKILL")));
    await this.#proxy.close();
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }
}

async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
}
