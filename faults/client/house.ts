import type { NodeProcess } from "../../server/src/testing/nodeProcess.ts";
import { Nodes } from "../../server/src/testing/nodes.ts";
import { TestPostgres } from "../../server/src/testing/postgres.ts";
import { startRedis, type TestRedis } from "../../server/src/testing/redis.ts";

/** Three nodes of the production build behind one address, with a PostgreSQL and a Redis of their own. */
export class House {
  readonly #nodes: Nodes;
  readonly #postgres: TestPostgres;
  #redis: TestRedis;

  private constructor(nodes: Nodes, postgres: TestPostgres, redis: TestRedis) {
    this.#nodes = nodes;
    this.#postgres = postgres;
    this.#redis = redis;
  }

  static async start(): Promise<House> {
    const redis = await startRedis();
    if (!redis) throw new Error("the fault tests need a redis-server on this machine");
    const postgres = await TestPostgres.start();
    const [databaseUrl, redisUrl] = [postgres.url, redis.url];
    const nodes = await Nodes.start({ count: 3, databaseUrl, redisUrl, heartbeatMs: 1_000 });
    return new House(nodes, postgres, redis);
  }

  /** Of all nodes: each connection goes to the next one that takes it. */
  get url(): string {
    return this.#nodes.url;
  }

  get nodes(): readonly NodeProcess[] {
    return this.#nodes.nodes;
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
    await this.#nodes.stop();
    await this.#postgres.stop();
    await this.#redis.stop();
  }
}
