import type { Db } from "../../platform/database/database.ts";
import type { PersonRow } from "./entities.ts";
import { audienceOf } from "./policy.ts";
import type { ProfileField } from "./profileFields.ts";

/** What a person shows to everybody in their networks, as far as others may look for it. */
export interface Findable {
  name: string;
  pronunciation: string | null;
  profession: string | null;
  field: string | null;
  country: string | null;
  languages: readonly string[];
  interests: readonly string[];
  canHelpWith: string | null;
  /** Titles and employers. */
  posts: readonly string[];
}

/** Reads it inside a command, behind the lock of the person's channel. */
export async function findableOf(db: Db, personId: string): Promise<Findable> {
  const row = await db
    .selectFrom("person")
    .selectAll()
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  const posts = await db
    .selectFrom("post")
    .select(["title", "employer"])
    .where("personId", "=", personId)
    .execute();
  return findableIn(row, posts);
}

/** The same of rows that were read already. */
export function findableIn(
  row: PersonRow,
  posts: readonly { title: string; employer: string }[],
): Findable {
  const shown = <T>(field: ProfileField, value: T, nothing: T): T =>
    audienceOf(row, field) === "NETWORK" ? value : nothing;
  return {
    name: row.name,
    profession: row.profession ?? null,
    country: row.country ?? null,
    pronunciation: shown("PRONUNCIATION", row.pronunciation ?? null, null),
    field: shown("FIELD", row.field ?? null, null),
    languages: shown("LANGUAGES", [...row.languages, ...row.alsoReads, ...row.alsoWrites], []),
    interests: shown("INTERESTS", row.interests, []),
    canHelpWith: shown("CAN_HELP_WITH", row.canHelpWith ?? null, null),
    posts: shown(
      "POSTS",
      posts.flatMap(({ title, employer }) => [title, employer]),
      [],
    ),
  };
}
