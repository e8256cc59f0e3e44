import { IsolationLevel } from "@mikro-orm/core";
import { sql } from "kysely";
import type { House } from "../house/context.ts";
import { insertAccounts } from "../platform/auth/bulkAccounts.ts";
import { hashPassword } from "../platform/auth/password.ts";
import { readsOf, type Db } from "../platform/database/database.ts";
import { consumers } from "../schema/rooms.ts";
import { insertRows } from "./rows.ts";
import { buildWorld } from "./world.ts";

const PASSWORD = "baraza-demo";

/**
 * Fills a database without people with the demo world; any other is left as it is. All of it is one transaction
 * behind one lock: there is a whole world or none, and of two nodes that start at once the second finds it made.
 */
export async function seedDemo({ database, log }: Pick<House, "database" | "log">): Promise<void> {
  const { now, isEmpty } = await look(database.db);
  if (!isEmpty) return;
  const passwordHash = await hashPassword(PASSWORD);
  const { accounts, rows } = buildWorld({ now, consumers: consumers.map(({ name }) => name) });

  await database.fork().transactional(
    async (em) => {
      const db = readsOf(em);
      // The other node's seeding may take longer than a request may wait.
      await sql`set local lock_timeout = '60s'`.execute(db);
      await sql`set local statement_timeout = '60s'`.execute(db);
      await sql`select pg_advisory_xact_lock(hashtext('baraza demo world'))`.execute(db);
      if (!(await look(db)).isEmpty) return;
      await insertAccounts(db, { accounts, passwordHash });
      await insertRows(db, rows);
    },
    { isolationLevel: IsolationLevel.READ_COMMITTED },
  );
  log.debug({ people: rows.person.length, messages: rows.message.length }, "the demo world stands");
}

/** The database's own time: a node's clock may be wrong. */
async function look(db: Db): Promise<{ now: Date; isEmpty: boolean }> {
  const { rows } = await sql<{ now: Date; isEmpty: boolean }>`
    select date_trunc('milliseconds', clock_timestamp()) as now,
      not exists (select from person) as is_empty`.execute(db);
  return rows[0];
}
