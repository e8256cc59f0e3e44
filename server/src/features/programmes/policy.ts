import type { RootRules } from "../../platform/policy/rule.ts";
import { needs, type Condition, type ReasonedPolicy } from "../../platform/policy/reasons.ts";
import type { NetworkRole } from "../networks/public.ts";

export const programmeActions = {
  EDIT: "EDIT",
  PLACE_GROUPS: "PLACE_GROUPS",
  SEE_FIGURES: "SEE_FIGURES",
} as const;
export type ProgrammeAction = keyof typeof programmeActions;

const isManager: Condition<NetworkRole | null, null> = {
  code: "NOT_MANAGING",
  because: "You manage this network.",
  otherwise: "Only the network's managers do this: ask one of them.",
  holds: (role) => role === "MANAGER",
};

/** What a member of the network may do with its programmes, which they all see. */
export const programmePolicy: ReasonedPolicy<ProgrammeAction, NetworkRole | null, null> = {
  EDIT: needs(isManager),
  PLACE_GROUPS: needs(isManager),
  SEE_FIGURES: needs(isManager),
};

export const programmeRules: RootRules = {
  createProgramme: { scope: "programmes:write" },
  editProgramme: { scope: "programmes:write" },
  addWave: { scope: "programmes:write" },
  editWave: { scope: "programmes:write" },
  removeWave: { scope: "programmes:write" },
  relateOrganisation: { scope: "programmes:write" },
  dateRelation: { scope: "programmes:write" },
  removeRelation: { scope: "programmes:write" },
  placeGroup: { scope: "programmes:write" },
};
