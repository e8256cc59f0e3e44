import type { InvitedRole } from "../groups/public.ts";

export const bulkActKinds = { INVITE: "INVITE", RESEND: "RESEND" } as const;
export type BulkActKind = keyof typeof bulkActKinds;

export const bulkActStates = {
  GATHERING: "GATHERING",
  PLANNED: "PLANNED",
  RUNNING: "RUNNING",
  DONE: "DONE",
  UNDOING: "UNDOING",
  UNDONE: "UNDONE",
} as const;
export type BulkActState = keyof typeof bulkActStates;

/** What is meant to be done with a line, or why nothing is. */
export const linePlans = {
  INVITE: "INVITE",
  SEND_AGAIN: "SEND_AGAIN",
  INSIDE: "INSIDE",
  LOOKALIKE: "LOOKALIKE",
  DOUBLED: "DOUBLED",
  WRONG_ADDRESS: "WRONG_ADDRESS",
  WRONG_ROLE: "WRONG_ROLE",
  NO_GROUP: "NO_GROUP",
  SEVERAL_GROUPS: "SEVERAL_GROUPS",
  CLOSED_GROUP: "CLOSED_GROUP",
} as const;
export type LinePlan = keyof typeof linePlans;

/** What became of a line. */
export const lineOutcomes = {
  INVITED: "INVITED",
  SENT_AGAIN: "SENT_AGAIN",
  AS_IT_WAS: "AS_IT_WAS",
  REFUSED: "REFUSED",
  REVOKED: "REVOKED",
  USED: "USED",
} as const;
export type LineOutcome = keyof typeof lineOutcomes;

export interface BulkActRow {
  id: string;
  networkId: string;
  kind: BulkActKind;
  state: BulkActState;
  actorId: string;
  note: string | null;
  /** Lines that are to be done; of the others it is said why not. */
  total: number;
  done: number;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  undoneAt: Date | null;
  /** Whose wish it was that it be taken back: their right to is asked at each step. */
  undoneBy: string | null;
}

export interface BulkLineRow {
  actId: string;
  /** In the list as it was given, from 1. */
  number: number;
  /** As it is kept; for what is no address, what was written. */
  email: string;
  name: string | null;
  /** As it was written. */
  groupName: string | null;
  groupId: string | null;
  role: InvitedRole | null;
  plan: LinePlan;
  outcome: LineOutcome | null;
  /** Why it was refused, in the rule's words. */
  reason: string | null;
  invitationId: string | null;
}

declare module "../../platform/database/tables.ts" {
  interface Tables {
    bulkAct: BulkActRow;
    bulkText: { actId: string; part: number; text: string };
    bulkLine: BulkLineRow;
  }
}
