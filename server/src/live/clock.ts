import { sql } from "kysely";
import type { Db } from "../platform/database/database.ts";

/**
 * PostgreSQL's clock as this node reckons it: for measures between nodes, whose own clocks may be hours apart. Nothing
 * is decided by it.
 */
export class DatabaseClock {
  #offsetMs: number | null = null;

  /** Milliseconds that PostgreSQL is ahead of this node; null before the first look. */
  get offsetMs(): number | null {
    return this.#offsetMs;
  }

  /** Milliseconds since 1970; null before the first look. */
  now(): number | null {
    return this.#offsetMs === null ? null : Date.now() + this.#offsetMs;
  }

  async look(db: Db): Promise<void> {
    const before = Date.now();
    const { rows } = await sql<{
      ms: number;
    }>`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`.execute(db);
    const after = Date.now();
    if (rows[0]) this.#offsetMs = rows[0].ms - (before + after) / 2;
  }
}
