import { sql } from "kysely";
import type { Transaction } from "../../../live/write.ts";
import { findableOf, type Findable } from "../../people/public.ts";
import { sortKeyOf, termsOf } from "../terms.ts";

/** Writes a person's entries anew, in every network that lists them. The person's channel is locked. */
export async function keepEntries({ db }: Transaction, personId: string): Promise<void> {
  const listed = await db
    .selectFrom("directoryEntry")
    .select("networkId")
    .where("personId", "=", personId)
    .execute();
  if (listed.length === 0) return;
  const person = await findableOf(db, personId);
  for (const { networkId } of listed) await putEntry({ db }, { networkId, personId, person });
}

/** Puts one entry in, or in the place of the one that was there. */
export async function putEntry(
  { db }: Pick<Transaction, "db">,
  { networkId, personId, person }: { networkId: string; personId: string; person: Findable },
): Promise<void> {
  await sql`insert into directory_entry (network_id, person_id, sort_key, terms)
    values (${networkId}, ${personId}, ${sortKeyOf(person.name)},
      array_to_tsvector(${sql.val(termsOf(networkId, person))}::text[]))
    on conflict (network_id, person_id)
    do update set sort_key = excluded.sort_key, terms = excluded.terms`.execute(db);
}
