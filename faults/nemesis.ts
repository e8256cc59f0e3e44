import type { NodeProcess } from "../server/src/testing/nodes.ts";
import type { TestPostgres } from "../server/src/testing/postgres.ts";
import { cutClients, startRedis, type TestRedis } from "../server/src/testing/redis.ts";
import type { History } from "./history.ts";
import { between, pause } from "./random.ts";

/** What can be taken away. */
export interface Targets {
  nodes: readonly NodeProcess[];
  postgres: TestPostgres;
  redis: TestRedis;
}

/** Takes things away and brings them back, one at a time, each kind before any comes again. */
export class Nemesis {
  readonly #targets: Targets;
  readonly #history: History;
  readonly #random: () => number;

  constructor(targets: Targets, { history, random }: { history: History; random: () => number }) {
    this.#targets = targets;
    this.#history = history;
    this.#random = random;
  }

  /** Works until then, and until each kind has come. */
  async run(until: number): Promise<void> {
    const kinds: [string, () => Promise<void>][] = [
      ["kill -9 of a node", () => this.#killNode()],
      ["Redis stopped and started", () => this.#restartRedis()],
      ["Redis connections cut", () => this.#cutRedis()],
      ["Redis hung", () => this.#hangRedis()],
      ["PostgreSQL stopped at once and started", () => this.#restartPostgres()],
    ];
    const left = [...kinds];
    await this.#rest(500, 1_500);
    for (let done = 0; Date.now() < until || done < kinds.length; done++) {
      if (left.length === 0) left.push(...kinds);
      const [next] = left.splice(Math.floor(this.#random() * left.length), 1);
      const at = Date.now();
      await next[1]();
      this.#history.add({ kind: "fault", at, name: next[0], until: Date.now() });
      this.lookForDead();
      await this.#rest(800, 2_000);
    }
  }

  /** Every node runs now, unless one has ended by itself. */
  lookForDead(): void {
    for (const { pid, lastWords } of this.#targets.nodes)
      if (pid === null) this.#history.add({ kind: "died", at: Date.now(), words: lastWords });
  }

  #rest(from: number, to: number): Promise<void> {
    return pause(between(this.#random, from, to));
  }

  async #killNode(): Promise<void> {
    const { nodes } = this.#targets;
    const node = nodes[Math.floor(this.#random() * nodes.length)];
    await node.kill();
    await this.#rest(100, 1_000);
    await node.start();
  }

  async #restartRedis(): Promise<void> {
    const { redis } = this.#targets;
    await redis.stop();
    await this.#rest(300, 2_000);
    const again = await startRedis({ port: Number(new URL(redis.url).port) });
    if (again) this.#targets.redis = again;
  }

  async #cutRedis(): Promise<void> {
    for (let i = 0; i < 3; i++) {
      await cutClients(this.#targets.redis.url);
      await this.#rest(20, 300);
    }
  }

  async #hangRedis(): Promise<void> {
    const { pid } = this.#targets.redis;
    process.kill(pid, "SIGSTOP");
    await this.#rest(300, 2_000);
    process.kill(pid, "SIGCONT");
  }

  async #restartPostgres(): Promise<void> {
    const { postgres } = this.#targets;
    await postgres.halt();
    await this.#rest(200, 1_500);
    await postgres.startAgain();
  }
}
