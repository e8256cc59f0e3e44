import { t } from "@lingui/core/macro";
import type { ProgrammeRelationKind } from "../../../generated/graphql.ts";

export const relationKinds: readonly ProgrammeRelationKind[] = ["FUNDS", "HOSTS", "PARTNERS"];

/** What an organisation does for a programme, before the programme's name. */
export function relationWord(kind: ProgrammeRelationKind): string {
  switch (kind) {
    case "FUNDS":
      return t`Funds`;
    case "HOSTS":
      return t`Hosts`;
    case "PARTNERS":
      return t`Partners`;
  }
}

/** What it is to the programme, before the organisation's name. */
export function relatedWord(kind: ProgrammeRelationKind): string {
  switch (kind) {
    case "FUNDS":
      return t`Funded by`;
    case "HOSTS":
      return t`Hosted by`;
    case "PARTNERS":
      return t`With`;
  }
}
