import type { GroupRow } from "./group.ts";

// Where a group works, so that people in like places find each other.

export const groupSettings = { RURAL: "RURAL", URBAN: "URBAN", MIXED: "MIXED" } as const;
export type GroupSetting = keyof typeof groupSettings;

export const facilityLevels = {
  COMMUNITY: "COMMUNITY",
  PRIMARY: "PRIMARY",
  DISTRICT: "DISTRICT",
  REGIONAL: "REGIONAL",
  NATIONAL: "NATIONAL",
} as const;
export type FacilityLevel = keyof typeof facilityLevels;

/** Days that a circle lasts: four to eight weeks. */
export const CIRCLE_DAYS = { least: 28, most: 56 };
/** A circle can still be talked in for so long after its end; then it is sealed. */
export const CIRCLE_REST_DAYS = 14;

/** A community with an end is a circle: people of one field, across countries, for some weeks. */
export const isCircle = ({ kind, endsOn }: Pick<GroupRow, "kind" | "endsOn">): boolean =>
  kind === "COMMUNITY" && !!endsOn;

export const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;
