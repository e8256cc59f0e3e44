import { needs, type Condition, type ReasonedPolicy } from "../../platform/policy/reasons.ts";
import type { RootRules } from "../../platform/policy/rule.ts";
import type { NetworkRole } from "../networks/public.ts";
import type { BulkActKind, BulkActState } from "./entities.ts";

export const bulkActions = { PLAN: "PLAN", START: "START", UNDO: "UNDO" } as const;
export type BulkAction = keyof typeof bulkActions;

/** What of an act its rules go by. */
export interface ActState {
  kind: BulkActKind;
  state: BulkActState;
}

type Asked = Condition<NetworkRole | null, ActState>;

const isManager: Asked = {
  code: "NOT_MANAGING",
  because: "You manage this network.",
  otherwise: "Only the network's managers act for many at once: ask one of them.",
  holds: (role) => role === "MANAGER",
};
const isNotBegun: Asked = {
  code: "STATE_CHANGED",
  because: "It has not begun.",
  otherwise: "This has begun already: look at it again.",
  holds: (_role, { state }) => state === "GATHERING" || state === "PLANNED",
};
const isPlanned: Asked = {
  code: "STATE_CHANGED",
  because: "It is planned.",
  otherwise: "This is not planned yet, or it has begun already: look at it again.",
  holds: (_role, { state }) => state === "PLANNED",
};
const hasBegun: Asked = {
  code: "STATE_CHANGED",
  because: "It has begun.",
  otherwise: "There is nothing to undo here now: look at it again.",
  holds: (_role, { state }) => state === "RUNNING" || state === "DONE",
};
const canBeUndone: Asked = {
  code: "NOT_UNDOABLE",
  because: "Invitations that nobody has used yet can be taken back.",
  otherwise: "Letters that were sent again cannot be called back.",
  holds: (_role, { kind }) => kind === "INVITE",
};

export const bulkPolicy: ReasonedPolicy<BulkAction, NetworkRole | null, ActState> = {
  PLAN: needs(isManager, isNotBegun),
  START: needs(isManager, isPlanned),
  UNDO: needs(isManager, hasBegun, canBeUndone),
};

/** Asked of an act that is yet to be made. */
export const newAct = (kind: BulkActKind): ActState => ({ kind, state: "GATHERING" });

export const administrationRules: RootRules = {
  gatherInvitations: { scope: "members:write" },
  planInvitations: { scope: "members:write" },
  planResending: { scope: "members:write" },
  startBulkAct: { scope: "members:write" },
  undoBulkAct: { scope: "members:write" },
};
