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
  "compactVersion",
  "compactAgreement",
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
  "joiningForm",
  "application",
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
      const batch = rows[table].slice(at, at + BATCH).map(asWritten);
      await db.insertInto(table).values(batch).execute();
    }
}

/** What is kept as JSON is handed over as its text: a list would be written as an array. */
function asWritten<Row extends object>(row: Row): Row {
  const lists = Object.entries(row).filter(
    ([, value]) => Array.isArray(value) && value.some((one) => typeof one === "object"),
  );
  return {
    ...row,
    ...Object.fromEntries(lists.map(([name, value]) => [name, JSON.stringify(value)])),
  };
}
