import type { Db } from "../../platform/database/database.ts";
import { sql } from "kysely";
import { UNDO_SECONDS } from "./policy.ts";

/** Deletes the texts of withdrawn messages whose undo is over. Run every second on any node. */
export async function forgetWithdrawn(db: Db): Promise<void> {
  await db
    .deleteFrom("withdrawnBody")
    .where(
      "withdrawnAt",
      "<",
      sql<Date>`clock_timestamp() - make_interval(secs => ${UNDO_SECONDS})`,
    )
    .execute();
}
