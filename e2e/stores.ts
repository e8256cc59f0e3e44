import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedPostgres } from "../server/src/platform/embedded/embedded.ts";
import { createLog } from "../server/src/platform/log/log.ts";
import { startRedis } from "../server/src/testing/redis.ts";

/** A PostgreSQL and a Redis for several nodes to share. */
export interface Stores {
  /** What every node needs in its environment. */
  env: { DATABASE_URL: string; REDIS_URL: string; BARAZA_SECRET: string };
  stop(): Promise<void>;
}

export async function startStores(): Promise<Stores> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "baraza-stores-"));
  const log = createLog({ level: "warn" });
  const postgres = await startEmbeddedPostgres({ dataDir, log, durable: false });
  const redis = await startRedis();
  const stop = async () => {
    await Promise.all([postgres.stop(), redis?.stop()]);
    rmSync(dataDir, { recursive: true, force: true });
  };
  if (!redis) {
    await stop();
    throw new Error("Several nodes need Redis: install redis-server.");
  }
  return {
    env: {
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      BARAZA_SECRET: "one secret that the nodes of a test share",
    },
    stop,
  };
}
