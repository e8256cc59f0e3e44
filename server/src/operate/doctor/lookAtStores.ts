import { statfs } from "node:fs/promises";
import type pg from "pg";
import { findRedis } from "../../live/findRedis.ts";
import { compareMigrations } from "../../houseChecks.ts";
import { PlainError } from "../../platform/config/plainError.ts";
import type { Installation } from "../installation.ts";
import { ms, type Report } from "./report.ts";

/** Further apart than this, and logs of several machines cannot be laid side by side. */
const CLOCKS_MS = 2_000;
const LITTLE_ROOM = 1024 ** 3;

/** PostgreSQL, its tables and its clock. @returns whether a probe may be made in it. */
export async function lookAtDatabase(report: Report, client: pg.ClientBase): Promise<boolean> {
  const before = Date.now();
  const { rows: clocks } = await client.query<{ ms: number }>(
    "select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms",
  );
  const after = Date.now();
  report.right(`PostgreSQL answers in ${ms(after - before)}.`);
  const apart = (clocks[0]?.ms ?? 0) - (before + after) / 2;
  if (Math.abs(apart) < CLOCKS_MS)
    report.right("The clock of this machine agrees with PostgreSQL's.");
  else
    report.look(
      `The clock of this machine is ${ms(Math.abs(apart))} ${apart > 0 ? "behind" : "ahead of"} PostgreSQL's.`,
      "Delivery does not depend on clocks, but logs and the ends of sessions do: let both machines take their time from NTP.",
    );
  return lookAtMigrations(report, client);
}

async function lookAtMigrations(report: Report, client: pg.ClientBase): Promise<boolean> {
  const { rows: tables } = await client.query<{ present: string | null }>(
    "select to_regclass('public.migration') as present",
  );
  const done = tables[0]?.present
    ? (await client.query<{ name: string }>("select name from migration")).rows.map(
        (row) => row.name,
      )
    : [];
  const { missing, unknown } = compareMigrations(done);
  if (missing)
    report.wrong(
      `The database lacks the step ${missing}.`,
      "Run the migration of this version: node server/dist/main.js migrate.",
    );
  else if (unknown)
    report.wrong(
      `The database has the step ${unknown}, which this doctor does not know: it is of an older version.`,
      "Run the doctor of the version that the nodes run.",
    );
  else report.right("The tables are those of this version.");
  return !missing && !unknown;
}

/** The disk under an embedded database; that of a PostgreSQL elsewhere cannot be seen from here. */
export async function lookAtDisk(report: Report, { given }: Installation): Promise<void> {
  if (given.databaseUrl) return;
  const { bavail, bsize } = await statfs(given.dataDir);
  const free = bavail * bsize;
  const room = `The disk of ${given.dataDir} has ${(free / LITTLE_ROOM).toFixed(1)} GiB left.`;
  if (free > LITTLE_ROOM) report.right(room);
  else report.look(room, "Make room, or move the data folder: on a full disk nothing can be sent.");
}

/** @returns whether pokes can be expected to arrive. */
export async function lookAtRedis(
  report: Report,
  { redisUrl, nodes }: { redisUrl: string | null; nodes: number },
): Promise<boolean> {
  if (!redisUrl) {
    if (nodes > 1)
      report.wrong(
        "REDIS_URL is not set, and there are several nodes: they do not wake each other.",
        "Give all nodes, and this doctor, the same REDIS_URL.",
      );
    else report.right("There is no Redis, which is right for one node alone.");
    return nodes === 1;
  }
  const startedAt = performance.now();
  try {
    await findRedis(redisUrl);
    report.right(`Redis answers in ${ms(performance.now() - startedAt)}.`);
    return true;
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    report.wrong(
      error.message,
      "Nothing is lost meanwhile: what is sent arrives up to half a second later, and an ended session listens up to six.",
    );
    return false;
  }
}
