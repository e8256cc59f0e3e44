import type { Policy, RootRules } from "../../platform/policy/rule.ts";
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

type Rule = (role: NetworkRole | null, state: OrganisationState) => boolean;
const keepsLiving: Rule = (role, { ended }) => role === "MANAGER" && !ended;

/** What a member of the network may do with an organisation of its register. Who is no member sees none. */
export const organisationPolicy: Policy<OrganisationAction, NetworkRole | null, OrganisationState> =
  {
    CORRECT: (role) => role === "MANAGER",
    RENAME: keepsLiving,
    MERGE: keepsLiving,
    CLOSE: keepsLiving,
    REVIVE: (role, { ended }) => role === "MANAGER" && ended,
  };

export const organisationRules: RootRules = {
  registerOrganisation: { scope: "organisations:write" },
  correctOrganisation: { scope: "organisations:write" },
  renameOrganisation: { scope: "organisations:write" },
  mergeOrganisations: { scope: "organisations:write" },
  closeOrganisation: { scope: "organisations:write" },
  reviveOrganisation: { scope: "organisations:write" },
};
