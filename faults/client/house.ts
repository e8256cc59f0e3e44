import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../../server/src/testing/freePort.ts";
import { TestPostgres } from "../../server/src/testing/postgres.ts";
import { startProxy, type Proxy } from "../../server/src/testing/proxy.ts";
import { startRedis, type TestRedis } from "../../server/src/testing/redis.ts";
import { buildServer, NodeProcess } from "../stage/nodeProcess.ts";

const NODES = 3;

/** Three nodes of the production build behind one address, with a PostgreSQL and a Redis of their own. */
export class House {
  readonly nodes: readonly NodeProcess[];
  readonly #proxy: Proxy;
  readonly #folders: readonly string[];
  readonly #postgres: TestPostgres;
  #redis: TestRedis;

  private constructor(options: {
    nodes: readonly NodeProcess[];
    proxy: Proxy;
    folders: readonly string[];
    postgres: TestPostgres;
    redis: TestRedis;
  }) {
    this.nodes = options.nodes;
    this.#proxy = options.proxy;
    this.#folders = options.folders;
    this.#postgres = options.postgres;
    this.#redis = options.redis;
  }

  static async start(): Promise<House> {
    const redis = await startRedis();
    if (!redis) throw new Error("the fault tests need a redis-server on this machine");
    const postgres = await TestPostgres.start();
    const program = buildServer();
    const dataDir = mkdtempSync(path.join(tmpdir(), "baraza-nodes-"));
    const ports = new Set<number>();
    while (ports.size < NODES) ports.add(await freePort());
    const proxy = await startProxy([...ports]);
    const [databaseUrl, redisUrl, publicUrl] = [postgres.url, redis.url, proxy.url];
    const given = { program, dataDir, databaseUrl, redisUrl, publicUrl, heartbeatMs: 1_000 };
    const nodes = [...ports].map((port) => new NodeProcess({ ...given, port }));
    const house = new House({ nodes, proxy, folders: [program, dataDir], postgres, redis });
    try {
      // One after the other: the first brings the database up to date.
      for (const node of nodes) await node.start();
      return house;
    } catch (error) {
      await house.stop();
      throw error;
    }
  }

  /** Of all nodes: each connection goes to the next one that takes it. */
  get url(): string {
    return this.#proxy.url;
  }

  /** What all nodes together have counted under this name since each was started. */
  async measure(name: string): Promise<number> {
    const counts = await Promise.all(this.nodes.map((node) => node.measure(name)));
    return counts.flat().reduce((sum, one) => sum + one, 0);
  }

  get lastWords(): string {
    return this.nodes.map(({ lastWords }) => lastWords).join("\n");
  }

  async withoutRedis(wait: () => Promise<void>): Promise<void> {
    const port = Number(new URL(this.#redis.url).port);
    await this.#redis.stop();
    await wait();
    this.#redis = (await startRedis({ port })) ?? this.#redis;
  }

  async withHungRedis(wait: () => Promise<void>): Promise<void> {
    process.kill(this.#redis.pid, "SIGSTOP");
    await wait();
    process.kill(this.#redis.pid, "SIGCONT");
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.end("SIGKILL")));
    await this.#proxy.close();
    await this.#postgres.stop();
    await this.#redis.stop();
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }
}
