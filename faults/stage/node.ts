import { freePort } from "../../server/src/testing/freePort.ts";
import { Link, type Target } from "./link.ts";
import { NodeProcess, type ProcessOptions } from "./nodeProcess.ts";

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
}
