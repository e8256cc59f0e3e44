import { t } from "@lingui/core/macro";
import type { GroupAction } from "../../../generated/graphql.ts";

/** What an action on a group is called; null for one that this client does not know. */
export function groupActionWord(action: string): string | null {
  switch (action as GroupAction) {
    case "READ":
      return t`Read what is said`;
    case "SEE_MEMBERS":
      return t`See who is in it`;
    case "INVITE":
      return t`Invite people`;
    case "ADMIT":
      return t`Decide who comes in`;
    case "EDIT":
      return t`Change what it says of itself`;
    case "SET_UP":
      return t`Change who sees it, its days and its seats`;
    case "MOVE_ON":
      return t`Move it on in its life`;
    case "UNSEAL":
      return t`Open it again when it is sealed`;
    case "START_THREAD":
      return t`Start a thread`;
    case "ANNOUNCE":
      return t`Announce something`;
    case "CONFER":
      return t`Talk with its other coordinators`;
    case "JOIN":
      return t`Join`;
    case "APPLY":
      return t`Apply`;
    case "STEP_DOWN":
      return t`Step down as a coordinator`;
    case "LEAVE":
      return t`Leave`;
    default:
      return null;
  }
}
