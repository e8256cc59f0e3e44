import { v7 as uuid } from "uuid";
import { sortKeyOf, termsText } from "../features/directory/terms.ts";
import type { DirectoryEntryRow } from "../features/directory/entities.ts";
import type { PostRow } from "../features/people/entities.ts";
import { findableIn } from "../features/people/findable.ts";
import type { ClinicalField } from "../features/people/fields.ts";
import type { Character } from "./people.ts";

/** What somebody of this profession works in, the first that fits. */
const fieldsByWord: readonly (readonly [RegExp, ClinicalField])[] = [
  [/midwi/i, "MIDWIFERY"],
  [/child|paediatric|school/i, "CHILD_HEALTH"],
  [/emergency|ambulance|paramedic/i, "EMERGENCY_CARE"],
  [/mental|psych/i, "MENTAL_HEALTH"],
  [/theatre|surg|anaesth/i, "SURGERY_AND_THEATRE"],
  [/critical|intensive/i, "CRITICAL_CARE"],
  [/palliative|oncolog|cancer/i, "ONCOLOGY_AND_PALLIATIVE_CARE"],
  [/infection/i, "INFECTION_PREVENTION"],
  [/older|geriatric|frail/i, "OLDER_PEOPLE"],
  [/lecturer|tutor|educat|research/i, "EDUCATION_AND_RESEARCH"],
  [/public health/i, "PUBLIC_HEALTH"],
  [/manager|director|lead\b|in charge/i, "LEADERSHIP_AND_MANAGEMENT"],
  [/\bGP\b|general practi|practice|clinic/i, "PRIMARY_CARE"],
  [/community|social|health visitor|district/i, "COMMUNITY_HEALTH"],
  [/consultant|physician|medical/i, "INTERNAL_MEDICINE"],
];

const helps = [
  "Rotas that survive a week of sickness",
  "Reading a paper together and asking what it means for our ward",
  "The first month in charge",
  "Writing to a district office so that somebody answers",
  "Handovers at the bedside",
  "Teaching students while the ward is full",
];
const interests = [
  ["Handover", "Night work"],
  ["Quality improvement", "Small budgets"],
  ["Teaching", "Reflective practice"],
  ["Rural clinics", "Referral"],
  ["Speaking up", "Team meetings"],
];
const employers: Record<string, readonly string[]> = {
  ZM: ["A rural health centre, Western Province", "A general hospital, Lusaka"],
  NP: ["A primary hospital, Karnali", "A teaching hospital, Kathmandu"],
  ET: ["A health centre, Amhara", "A referral hospital, Addis Ababa"],
  GB: ["An NHS trust, North West", "A community service, Surrey"],
};

/** Posts, and who of the characters can be found in which network. */
export interface ProfileRows {
  post: PostRow[];
  directoryEntry: DirectoryEntryRow[];
}

/**
 * Lets the people of the demo world tell more of themselves. Most are listed in the directory of each network that
 * they are in; one in six told nobody of their interests, so that a visitor sees what an audience does.
 */
export function tellProfiles({
  people,
  places,
  now,
}: {
  people: readonly Character[];
  places: readonly { networkId: string; personId: string }[];
  now: Date;
}): ProfileRows {
  const rows: ProfileRows = { post: [], directoryEntry: [] };
  const networks = Map.groupBy(places, ({ personId }) => personId);
  for (const [index, { person }] of people.entries()) {
    person.field = fieldsByWord.find(([word]) => word.test(person.profession ?? ""))?.[1] ?? null;
    person.careerStage = /senior|lead|director|manager|consultant|in charge/i.test(
      person.profession ?? "",
    )
      ? "SENIOR"
      : "EARLY";
    if (index % 2 === 0) person.canHelpWith = helps[(index / 2) % helps.length];
    if (index % 3 !== 1) person.interests = [...interests[index % interests.length]];
    if (index % 6 === 0) person.shownToNobody = ["INTERESTS"];
    const posts = postsOf(person, { index, now });
    rows.post.push(...posts);
    if (index % 7 === 3) continue;
    for (const { networkId } of networks.get(person.id) ?? []) {
      const findable = findableIn(person, posts);
      rows.directoryEntry.push({
        networkId,
        personId: person.id,
        sortKey: sortKeyOf(person.name),
        terms: termsText(networkId, findable),
      });
    }
  }
  return rows;
}

function postsOf(
  { id, profession, country }: Character["person"],
  { index, now }: { index: number; now: Date },
): PostRow[] {
  const places = employers[country ?? ""];
  if (!places || !profession) return [];
  const year = now.getUTCFullYear();
  const day = (yearsAgo: number) => `${year - yearsAgo}-0${1 + (index % 9)}-01`;
  const post = (title: string, at: number, startsOn: string, endsOn: string | null): PostRow => ({
    id: uuid(),
    personId: id,
    title,
    employer: places[(index + at) % places.length],
    startsOn,
    endsOn,
    createdAt: now,
  });
  const present = post(profession, 0, day(2), null);
  return index % 2 === 0 ? [present] : [present, post("Student", 1, day(6), day(3))];
}
