import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../platform/database/migrate.ts";
import { startEmbeddedPostgres } from "../platform/embedded/embedded.ts";
import { createLog } from "../platform/log/log.ts";
import { databaseUrl, onServer, templateName } from "./database.ts";
import { startRedis } from "./redis.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A real PostgreSQL with the migrated database that `cloneDatabase` copies. */
    postgresUrl: string;
    /** A real Redis, shared: use a random prefix. null when this machine has none; skip loudly then. */
    redisUrl: string | null;
  }
}

/** Started once for a run of the server's tests, ended after it. */
export default async function services(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "baraza-tests-"));
  const log = createLog({ level: "warn" });
  const postgres = await startEmbeddedPostgres({ dataDir, log, durable: false });
  const redis = await startRedis();
  if (!redis) console.warn("SKIPPED: everything that needs Redis. Install redis-server.");
  const stop = async () => {
    await Promise.all([postgres.stop(), redis?.stop()]);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await onServer(postgres.url, `create database ${templateName}`);
    await migrate({ url: databaseUrl(postgres.url, templateName) });
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("postgresUrl", postgres.url);
  project.provide("redisUrl", redis?.url ?? null);
  return stop;
}
