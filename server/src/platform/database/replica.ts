import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { outliveConnections } from "./outlive.ts";
import type { Tables } from "./tables.ts";

/** Reads of a PostgreSQL that follows another. It may be late or away at any time: live/replica.ts asks it. */
export function openReplica(url: string): { db: Kysely<Tables>; close: () => Promise<void> } {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    // Whoever asks has the primary to turn to, and does so soon.
    connectionTimeoutMillis: 1_000,
    options:
      "-c statement_timeout=2s -c idle_in_transaction_session_timeout=5s -c default_transaction_read_only=on -c timezone=UTC",
    keepAlive: true,
  });
  // A connection that is lost is opened anew when it is needed.
  outliveConnections(pool, () => {});
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin()],
  });
  return { db, close: () => db.destroy() };
}
