import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { freePort } from "../../server/src/testing/freePort.ts";
import { NodeProcess, type ProcessOptions } from "../../server/src/testing/nodeProcess.ts";
import { Link, type Target } from "./link.ts";

/** The name that the operator's guide uses. */
export const DATABASE = "baraza";

export interface NodeOptions extends Pick<ProcessOptions, "program" | "dataDir" | "heartbeatMs"> {
  index: number;
  postgres: Target;
  redis: Target;
}

type Links = Record<"front" | "door" | "toPostgres" | "toRedis", Link>;

/** A node, and the links to and from it. */
export class StageNode extends NodeProcess {
  readonly index: number;
  /** Where readers come in. */
  readonly front: Link;
  /** Where requests come in. */
  readonly door: Link;
  readonly toPostgres: Link;
  readonly toRedis: Link;

  private constructor(options: NodeOptions, port: number, links: Links) {
    const { index, program, dataDir, heartbeatMs } = options;
    const { front, door, toPostgres, toRedis } = links;
    super({
      port,
      program,
      dataDir,
      heartbeatMs,
      databaseUrl: `postgresql://postgres@127.0.0.1:${toPostgres.port}/${DATABASE}`,
      redisUrl: `redis://127.0.0.1:${toRedis.port}`,
      publicUrl: "http://baraza.example",
    });
    this.index = index;
    this.front = front;
    this.door = door;
    this.toPostgres = toPostgres;
    this.toRedis = toRedis;
  }

  static async place(options: NodeOptions): Promise<StageNode> {
    const port = await freePort();
    return new StageNode(options, port, {
      front: await Link.open({ port }),
      door: await Link.open({ port }),
      toPostgres: await Link.open(options.postgres),
      toRedis: await Link.open(options.redis),
    });
  }

  get links(): Link[] {
    return [this.front, this.door, this.toPostgres, this.toRedis];
  }

  get frontUrl(): string {
    return `http://127.0.0.1:${this.front.port}`;
  }

  get doorUrl(): string {
    return `http://127.0.0.1:${this.door.port}`;
  }

  /** From its next start on it can be told to give back what memory it can. */
  collects(): void {
    const preload = fileURLToPath(new URL("./collect.ts", import.meta.url));
    this.environment = { NODE_OPTIONS: `--import=${preload}` };
  }

  /** Bytes that are in memory when all garbage is gone. */
  async settled(): Promise<{ rss: number; held: number }> {
    const { child } = this;
    if (!child) throw new Error("the node is not running");
    const answer = once(child, "message") as Promise<[NodeJS.MemoryUsage]>;
    child.send("collect");
    const [{ rss, heapUsed, external }] = await answer;
    return { rss, held: heapUsed + external };
  }
}
