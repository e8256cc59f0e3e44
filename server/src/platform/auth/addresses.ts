import { sql } from "kysely";
import type { Db } from "../database/database.ts";

/** Whose confirmed addresses these are, by address in lower case. */
export async function findPeopleByAddress(
  db: Db,
  emails: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ email: string; id: string }>`
    select email, id from auth."user"
    where email = any(${sql.val(emails)}::text[]) and "emailVerified"`.execute(db);
  return new Map(rows.map(({ email, id }) => [email, id]));
}
