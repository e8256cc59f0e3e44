import { statfs } from "node:fs/promises";
import type pg from "pg";
import { migrations } from "./platform/database/migrations.ts";
import type { HealthCheck } from "./platform/http/health.ts";

/** The heads are read every two seconds at the latest. */
const STALE_MS = 10_000;
const LITTLE_ROOM = 1024 ** 3;

interface Pinged {
  ping(): Promise<unknown>;
}

interface Swept {
  /** Milliseconds since the heads were last read. */
  readonly staleMs: number;
}

/** What a node asks itself before it calls itself ready. */
export function houseChecks(options: {
  pool: pg.Pool;
  redis: Pinged | null;
  live: Swept;
  /** The folder of an embedded database; null when the database is elsewhere. */
  dataDir: string | null;
}): HealthCheck[] {
  const { pool, redis, live, dataDir } = options;
  return [
    { name: "database", required: true, check: async () => void (await ask(pool, "select 1")) },
    { name: "migrations", required: true, check: () => lookAtMigrations(pool) },
    ...(redis ? [{ name: "redis", required: false, check: () => lookForRedis(redis) }] : []),
    { name: "sweep", required: false, check: async () => lookAtSweep(live) },
    ...(dataDir === null
      ? []
      : [{ name: "disk", required: false, check: () => lookAtDisk(dataDir) }]),
  ];
}

async function lookAtMigrations(pool: pg.Pool): Promise<string | void> {
  const { rows } = await ask<{ name: string }>(pool, "select name from public.migration");
  const { missing, unknown } = compareMigrations(rows.map((row) => row.name));
  if (missing) throw new Error(`The database lacks the step ${missing}: run the migration.`);
  if (unknown)
    return `The database has the step ${unknown} of a newer version: bring this node up to it.`;
  return undefined;
}

function ask<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  statement: string,
): Promise<pg.QueryResult<Row>> {
  return pool.query<Row>(statement).catch((error: unknown) => {
    const { code = "no answer" } = error as { code?: string };
    throw new Error(`PostgreSQL cannot be asked (${code}).`);
  });
}

/** The first step that the database lacks, and the first that this code does not know. */
export function compareMigrations(done: readonly string[]): {
  missing: string | undefined;
  unknown: string | undefined;
} {
  const known = migrations.map((each) => each.name);
  return {
    missing: known.find((name) => !done.includes(name)),
    unknown: done.find((name) => !known.includes(name)),
  };
}

// Anyone may ask for these sentences, so they name no address; the log does.
async function lookForRedis(redis: Pinged): Promise<void> {
  await redis.ping().catch(() => {
    throw new Error("Redis does not answer: what is sent arrives up to half a second later.");
  });
}

function lookAtSweep(live: Swept): string | void {
  if (live.staleMs < STALE_MS) return undefined;
  return `The heads of the channels were last read ${Math.round(live.staleMs / 1000)} s ago: PostgreSQL is away, or does not keep up.`;
}

async function lookAtDisk(folder: string): Promise<string | void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free > LITTLE_ROOM) return undefined;
  return `The disk of the data folder has ${Math.round(free / 1024 ** 2)} MiB left: make room.`;
}
