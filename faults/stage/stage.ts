import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { databaseUrl, onServer } from "../../server/src/testing/database.ts";
import { buildServer } from "../../server/src/testing/nodeProcess.ts";
import { TestPostgres } from "../../server/src/testing/postgres.ts";
import { startRedis, type TestRedis } from "../../server/src/testing/redis.ts";
import { DATABASE, StageNode } from "./node.ts";
import { socketOf } from "./postgres.ts";

export interface StageOptions {
  heartbeatMs: number;
  /** Where PostgreSQL's folder is to be, when not where such folders are. */
  postgresIn?: string;
}

const NODES = 3;

/** One build for all runs of this process. */
let built: string | null = null;

function builtOnce(): string {
  if (built) return built;
  const folder = buildServer();
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return (built = folder);
}

/** Three nodes of the production build on a PostgreSQL and a Redis of their own, with a link for each pair. */
export class Stage {
  readonly nodes: readonly StageNode[];
  readonly postgres: TestPostgres;
  /** Another one after each restart. */
  redis: TestRedis;
  /** Of the nodes, past every link. */
  readonly databaseUrl: string;
  /** The folder of the build. */
  readonly program: string;
  readonly #dataDir: string;

  private constructor(
    nodes: readonly StageNode[],
    {
      postgres,
      redis,
      program,
      dataDir,
    }: { postgres: TestPostgres; redis: TestRedis; program: string; dataDir: string },
  ) {
    this.nodes = nodes;
    this.postgres = postgres;
    this.databaseUrl = databaseUrl(postgres.url, DATABASE);
    this.redis = redis;
    this.program = program;
    process.on("exit", this.#lastAct);
    this.#dataDir = dataDir;
  }

  /** When this process ends before the run does. */
  readonly #lastAct = () => {
    killRedis(this.redis);
    this.#sweep();
  };

  static async set({ heartbeatMs, postgresIn }: StageOptions): Promise<Stage> {
    const redis = await startRedis();
    if (!redis) throw new Error("the fault tests need a redis-server on this machine");
    const postgres = await TestPostgres.start(postgresIn);
    await onServer(postgres.url, `create database ${DATABASE}`);
    const program = builtOnce();
    const dataDir = mkdtempSync(path.join(tmpdir(), "baraza-faults-data-"));
    const nodes: StageNode[] = [];
    for (let index = 0; index < NODES; index++)
      nodes.push(
        await StageNode.place({
          index,
          program,
          dataDir,
          postgres: socketOf(postgres),
          redis: { port: Number(new URL(redis.url).port) },
          heartbeatMs,
        }),
      );
    const stage = new Stage(nodes, { postgres, redis, program, dataDir });
    try {
      // One after the other: the first brings the database up to date.
      for (const node of nodes) await node.start();
      return stage;
    } catch (error) {
      await stage.strike();
      throw error;
    }
  }

  /** Ends everything, whatever state it is in. */
  async strike(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.end("SIGKILL")));
    for (const node of this.nodes) for (const link of node.links) await link.close();
    await this.postgres.stop();
    await this.redis.stop();
    process.off("exit", this.#lastAct);
    this.#sweep();
  }

  #sweep(): void {
    rmSync(this.#dataDir, { recursive: true, force: true });
  }
}

/** It does not end with its parent. */
function killRedis({ pid }: TestRedis): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended before.
  }
}
