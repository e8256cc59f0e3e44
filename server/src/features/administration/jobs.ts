import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

/** Lists that were looked at and never used: addresses are not kept for nothing. */
export async function forgetPlans(db: Db): Promise<void> {
  await sql`delete from bulk_act where id in (
    select id from bulk_act where state in ('GATHERING', 'PLANNED')
      and created_at < now() - interval '1 day' limit 100)`.execute(db);
}
