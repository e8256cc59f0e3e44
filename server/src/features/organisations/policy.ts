import { needs, type Condition, type ReasonedPolicy } from "../../platform/policy/reasons.ts";
import type { RootRules } from "../../platform/policy/rule.ts";
import type { NetworkRole } from "../networks/public.ts";

export const organisationActions = {
  CORRECT: "CORRECT",
  RENAME: "RENAME",
  MERGE: "MERGE",
  CLOSE: "CLOSE",
  REVIVE: "REVIVE",
} as const;
export type OrganisationAction = keyof typeof organisationActions;

export interface OrganisationState {
  /** Whether it is no more: merged or closed. */
  ended: boolean;
}

type Rule = Condition<NetworkRole | null, OrganisationState>;
const isManager: Rule = {
  code: "NOT_MANAGING",
  because: "You manage this network.",
  otherwise: "Only the network's managers keep its register of organisations: ask one of them.",
  holds: (role) => role === "MANAGER",
};
const lives: Rule = {
  code: "ENDED",
  because: "It is there.",
  otherwise: "This organisation is no more: take its merger or closing back first.",
  holds: (_role, { ended }) => !ended,
};
const isNoMore: Rule = {
  code: "NOT_ENDED",
  because: "It is no more.",
  otherwise: "This organisation is there: nothing is to be taken back.",
  holds: (_role, { ended }) => ended,
};

/** What a member of the network may do with an organisation of its register. Who is no member sees none. */
export const organisationPolicy: ReasonedPolicy<
  OrganisationAction,
  NetworkRole | null,
  OrganisationState
> = {
  CORRECT: needs(isManager),
  RENAME: needs(isManager, lives),
  MERGE: needs(isManager, lives),
  CLOSE: needs(isManager, lives),
  REVIVE: needs(isManager, isNoMore),
};

export const organisationRules: RootRules = {
  registerOrganisation: { scope: "organisations:write" },
  correctOrganisation: { scope: "organisations:write" },
  renameOrganisation: { scope: "organisations:write" },
  mergeOrganisations: { scope: "organisations:write" },
  closeOrganisation: { scope: "organisations:write" },
  reviveOrganisation: { scope: "organisations:write" },
};
