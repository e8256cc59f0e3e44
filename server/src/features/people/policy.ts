import type { RootRules } from "../../platform/policy/rule.ts";
import type { PersonRow } from "./entities.ts";
import type { Audience, ProfileField } from "./profileFields.ts";

export const peopleRules: RootRules = {
  viewer: { scope: "profile:read", anonymous: true },
  updateProfile: { scope: "profile:write" },
};

/** How near a viewer is to a person: each is told what the next ones are told, and more. */
export type Nearness = "SELF" | "IN_A_GROUP" | "IN_A_NETWORK" | "STRANGER";

const admitted: Record<Audience, readonly Nearness[]> = {
  ONLY_ME: ["SELF"],
  GROUPS: ["SELF", "IN_A_GROUP"],
  NETWORK: ["SELF", "IN_A_GROUP", "IN_A_NETWORK"],
};

/** Whether somebody so near is told what is for this audience. */
export const admits = (audience: Audience, nearness: Nearness): boolean =>
  admitted[audience].includes(nearness);

type Narrowed = Pick<PersonRow, "shownToGroups" | "shownToNobody">;

/** To whom a person tells a field. */
export function audienceOf(
  { shownToGroups, shownToNobody }: Narrowed,
  field: ProfileField,
): Audience {
  if (shownToNobody.includes(field)) return "ONLY_ME";
  return shownToGroups.includes(field) ? "GROUPS" : "NETWORK";
}
