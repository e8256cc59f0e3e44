import { t } from "@lingui/core/macro";
import type {
  BulkActKind,
  BulkActState,
  LineOutcome,
  LinePlan,
  Role,
} from "../../../generated/graphql.ts";

export function kindWord(kind: BulkActKind): string {
  return kind === "INVITE" ? t`Invitations from a list` : t`Expired invitations sent again`;
}

export function stateWord(state: BulkActState): string {
  switch (state) {
    case "GATHERING":
    case "PLANNED":
      return t`Not begun`;
    case "RUNNING":
      return t`At work`;
    case "DONE":
      return t`Done`;
    case "UNDOING":
      return t`Being taken back`;
    case "UNDONE":
      return t`Taken back`;
  }
}

/** What of a line is shown. */
export interface ShownLine {
  number: number;
  email: string;
  name?: string | null;
  groupName?: string | null;
  role?: Role | null;
  plan: LinePlan;
  reason?: string | null;
}

/** What is meant to be done with lines, or why nothing is. */
export function planWord(plan: LinePlan): string {
  switch (plan) {
    case "INVITE":
      return t`Will be invited`;
    case "SEND_AGAIN":
      return t`Invited before: sent again`;
    case "INSIDE":
      return t`Inside already`;
    case "LOOKALIKE":
      return t`Address with letters that look like others`;
    case "DOUBLED":
      return t`In the list twice`;
    case "WRONG_ADDRESS":
      return t`No e-mail address`;
    case "WRONG_ROLE":
      return t`Neither member nor coordinator`;
    case "NO_GROUP":
      return t`No group of this name`;
    case "SEVERAL_GROUPS":
      return t`Several groups of this name`;
    case "CLOSED_GROUP":
      return t`Group takes nobody by invitation`;
  }
}

export function outcomeWord(outcome: LineOutcome): string {
  switch (outcome) {
    case "INVITED":
      return t`Invited`;
    case "SENT_AGAIN":
      return t`Sent again`;
    case "AS_IT_WAS":
      return t`Came in, or were invited, meanwhile`;
    case "REFUSED":
      return t`Refused`;
    case "REVOKED":
      return t`Taken back`;
    case "USED":
      return t`Kept: they are in`;
  }
}

/** What a person can put right in their list. */
export const wrongPlans: LinePlan[] = [
  "LOOKALIKE",
  "DOUBLED",
  "WRONG_ADDRESS",
  "WRONG_ROLE",
  "NO_GROUP",
  "SEVERAL_GROUPS",
  "CLOSED_GROUP",
];
