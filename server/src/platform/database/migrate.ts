import { Migrator } from "@mikro-orm/migrations";
import { MikroORM, PostgreSqlDriver } from "@mikro-orm/postgresql";
import pg from "pg";
import { PlainError } from "../config/plainError.ts";
import { connectionOf } from "./connection.ts";
import { migrations } from "./migrations.ts";

/** Any constant: one installation has one, so that two nodes never migrate at once. */
const LOCK = 7_221_404;

/**
 * Brings the database to this code's state; does nothing when it is there already.
 * Safe to run from several processes at once. Throws PlainError when the database is newer than the code.
 */
export async function migrate({ url }: { url: string }): Promise<{ applied: string[] }> {
  const lock = new pg.Client({ connectionString: url });
  await lock.connect();
  const orm = await MikroORM.init({
    driver: PostgreSqlDriver,
    ...connectionOf(url),
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: {
      migrationsList: migrations,
      tableName: "migration",
      transactional: true,
      snapshot: false,
      silent: true,
    },
    pool: { min: 0, max: 2 },
  });
  try {
    await lock.query("select pg_advisory_lock($1)", [LOCK]);
    await refuseNewer(lock);
    const done = await orm.migrator.up();
    return { applied: done.map((each) => each.name) };
  } finally {
    await lock.end();
    await orm.close(true);
  }
}

async function refuseNewer(client: pg.Client): Promise<void> {
  const table = await client.query("select to_regclass('public.migration') as present");
  if (!table.rows[0].present) return;
  const known = new Set(migrations.map((each) => each.name));
  const rows = await client.query<{ name: string }>("select name from migration");
  const unknown = rows.rows.find((row) => !known.has(row.name));
  if (unknown)
    throw new PlainError(
      `The database is newer than this version of Baraza (it has the step "${unknown.name}"): start the newer version, or restore a backup made before it.`,
    );
}
