import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startEmbeddedPostgres } from "../../server/src/platform/embedded/embedded.ts";
import { createLog } from "../../server/src/platform/log/log.ts";
import {
  cloneDatabase,
  databaseUrl,
  onServer,
  templateName,
} from "../../server/src/testing/database.ts";
import { startRedis } from "../../server/src/testing/redis.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What every benchmark of ours stands on: the production build, a durable PostgreSQL and a Redis. */
export interface Services {
  /** `main.js` of the build. */
  program: string;
  postgresUrl: string;
  redisUrl: string;
  /** A migrated database of its own for one installation. */
  database(): Promise<{ url: string; drop: () => Promise<void> }>;
  /** Brings a database up to date, as the command of that name does. */
  migrate(url: string): void;
  stop(): Promise<void>;
}

/** `built` is the `main.js` of a server to measure; without it the tree's own is built. */
export async function startServices(built?: string): Promise<Services> {
  const folder = built ? null : buildServer();
  const program = built ?? path.join(folder ?? "", "main.js");
  const dataDir = mkdtempSync(path.join(tmpdir(), "baraza-bench-"));
  const redis = await startRedis();
  if (!redis) throw new Error("the benchmarks need a redis-server on this machine");
  const postgres = await startEmbeddedPostgres({
    dataDir,
    log: createLog({ level: "warn" }),
  });
  const stop = async () => {
    await Promise.all([postgres.stop(), redis.stop()]);
    rmSync(dataDir, { recursive: true, force: true });
    if (folder) rmSync(folder, { recursive: true, force: true });
  };
  try {
    await onServer(postgres.url, `create database ${templateName}`);
    migrate(program, databaseUrl(postgres.url, templateName));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    program,
    postgresUrl: postgres.url,
    redisUrl: redis.url,
    database: () => cloneDatabase(postgres.url),
    migrate: (url) => migrate(program, url),
    stop,
  };
}

/** The production build in a folder of its own: whoever builds meanwhile does not pull it away. */
function buildServer(): string {
  const folder = path.join(root, "server/.cache", `bench-${randomUUID()}`);
  const built = spawnSync(
    path.join(root, "node_modules/.bin/tsc"),
    ["-p", path.join(root, "server/tsconfig.build.json"), "--outDir", folder],
    { encoding: "utf8" },
  );
  if (existsSync(path.join(folder, "main.js"))) return folder;
  throw new Error(`the server does not build: ${built.stdout}`);
}

function migrate(program: string, url: string): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, "migrate"], {
    env: { PATH: process.env["PATH"], DATABASE_URL: url, BARAZA_SECRET: secret, LOG_LEVEL: "warn" },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the database cannot be migrated: ${stdout}${stderr}`);
}

/** Signs the sessions that a benchmark writes into the database. */
export const secret = "one secret that all the nodes of a benchmark share";
