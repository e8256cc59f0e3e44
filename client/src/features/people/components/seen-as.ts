import type { Audience, ProfileField } from "../../../generated/graphql.ts";

/** Who looks at a profile: somebody of the same network, or of the same group. */
export type Onlooker = "NETWORK" | "GROUPS";

interface Told {
  pronunciation?: unknown;
  field?: unknown;
  careerStage?: unknown;
  timeZone?: unknown;
  canHelpWith?: unknown;
  about?: unknown;
  photo?: unknown;
  posts: readonly unknown[];
  readingLanguages: readonly unknown[];
  writingLanguages: readonly unknown[];
  interests: readonly unknown[];
}

/** Whether a field with this audience is told to that onlooker: the server's rule for people who are not oneself. */
const isTold = (audience: Audience, onlooker: Onlooker) =>
  audience === "NETWORK" || (audience === "GROUPS" && onlooker === "GROUPS");

/** One's own profile without what that onlooker is not told. */
export function seenAs<T extends Told>(
  person: T,
  audiences: readonly { field: ProfileField; audience: Audience }[],
  onlooker: Onlooker,
): T {
  const hidden = new Set(
    audiences.filter(({ audience }) => !isTold(audience, onlooker)).map(({ field }) => field),
  );
  const text = <V>(field: ProfileField, value: V) => (hidden.has(field) ? null : value);
  const list = <V>(field: ProfileField, values: readonly V[]) => (hidden.has(field) ? [] : values);
  return {
    ...person,
    pronunciation: text("PRONUNCIATION", person.pronunciation),
    field: text("FIELD", person.field),
    careerStage: text("CAREER_STAGE", person.careerStage),
    timeZone: text("TIME_ZONE", person.timeZone),
    canHelpWith: text("CAN_HELP_WITH", person.canHelpWith),
    about: text("ABOUT", person.about),
    photo: text("PHOTO", person.photo),
    posts: list("POSTS", person.posts),
    readingLanguages: list("LANGUAGES", person.readingLanguages),
    writingLanguages: list("LANGUAGES", person.writingLanguages),
    interests: list("INTERESTS", person.interests),
  };
}
