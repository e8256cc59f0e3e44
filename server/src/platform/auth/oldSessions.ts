import { sql } from "kysely";
import type { Db } from "../database/database.ts";

/** Deletes the rows of sessions that are over, a hundred at a time: they open nothing, but name who signed in when. */
export async function forgetOldSessions(db: Db): Promise<void> {
  await sql`delete from auth.session where id in
    (select id from auth.session where "expiresAt" < now() limit 100)`.execute(db);
}
