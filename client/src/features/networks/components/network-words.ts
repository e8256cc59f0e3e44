import { t } from "@lingui/core/macro";
import type { NetworkAction } from "../../../generated/graphql.ts";

/** What an action on a network is called; null for one that this client does not know. */
export function networkActionWord(action: string): string | null {
  switch (action as NetworkAction) {
    case "CREATE_GROUP":
      return t`Create groups`;
    case "EDIT":
      return t`Change what it says of itself`;
    case "KEEP_REGISTER":
      return t`Keep its organisations`;
    case "RUN_PROGRAMMES":
      return t`Run its programmes`;
    case "SEE_BOARD":
      return t`See the board of its groups`;
    case "LEAVE":
      return t`Leave`;
    default:
      return null;
  }
}
