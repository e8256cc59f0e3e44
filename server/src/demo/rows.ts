import type { Insertable } from "kysely";
import type { Db } from "../platform/database/database.ts";
import type { Tables } from "../platform/database/tables.ts";

/** In the order in which they can be written: nothing before what it points to. */
const tables = [
  "person",
  "channel",
  "network",
  "networkMembership",
  "post",
  "directoryEntry",
  "group",
  "membership",
  "organisation",
  "organisationFormerName",
  "programme",
  "wave",
  "programmeRelation",
  "programmeGroup",
  "thread",
  "message",
  "messageVersion",
  "reaction",
  "readMark",
  "acknowledgement",
  "channelUpdate",
  "membershipSpan",
  "consumerPosition",
] as const;

/** The rows of a world, by table. */
export type Rows = { [Table in (typeof tables)[number]]: Insertable<Tables[Table]>[] };

/** Rows in one statement: PostgreSQL takes 65,535 parameters. */
const BATCH = 1_000;

export async function insertRows(db: Db, rows: Rows): Promise<void> {
  for (const table of tables)
    for (let at = 0; at < rows[table].length; at += BATCH) {
      const batch = rows[table].slice(at, at + BATCH);
      await db.insertInto(table).values(batch).execute();
    }
}
