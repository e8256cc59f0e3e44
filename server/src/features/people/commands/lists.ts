import { refused } from "../../../house/refusal.ts";
import { cleanOptionalLine, folded } from "../../../house/text.ts";
import type { PersonRow } from "../entities.ts";
import type { UpdateProfileInput } from "../types/profile.ts";

type Languages = Pick<PersonRow, "languages" | "alsoReads" | "alsoWrites">;
type GivenLanguages = Pick<
  UpdateProfileInput,
  "languages" | "readingLanguages" | "writingLanguages"
>;

/** The three lists that are kept, of what is read and what is written. */
export function languagesOf(row: Languages, input: GivenLanguages): Languages {
  const { languages, readingLanguages, writingLanguages } = input;
  if ([languages, readingLanguages, writingLanguages].every((list) => list === undefined))
    return row;
  const both = languages === undefined ? row.languages : list(languages, "languages");
  const reads =
    readingLanguages === undefined
      ? unique([...both, ...row.alsoReads])
      : list(readingLanguages, "readingLanguages");
  const writes =
    writingLanguages === undefined
      ? unique([...both, ...row.alsoWrites])
      : list(writingLanguages, "writingLanguages");
  return {
    languages: reads.filter((language) => writes.includes(language)),
    alsoReads: reads.filter((language) => !writes.includes(language)),
    alsoWrites: writes.filter((language) => !reads.includes(language)),
  };
}

function list(languages: string[] | null, field: string): string[] {
  if ((languages ?? []).length > 20)
    throw refused("INVALID_INPUT", "At most 20 languages can be kept.", [field]);
  return unique(languages ?? []);
}

const unique = (languages: string[]) => [...new Set(languages)];

/** Each once, however it is written. */
export function interestsOf(interests: string[]): string[] {
  if (interests.length > 20)
    throw refused("INVALID_INPUT", "At most 20 interests can be kept.", ["interests"]);
  const clean = interests.flatMap(
    (each) => cleanOptionalLine(each, { field: "interests", max: 60 }) ?? [],
  );
  return [...new Map(clean.toReversed().map((each) => [folded(each), each])).values()].toReversed();
}
