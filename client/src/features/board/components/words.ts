import { t } from "@lingui/core/macro";
import type { BoardOrder, GroupAttention } from "../../../generated/graphql.ts";

export function attentionWord(attention: GroupAttention): string {
  switch (attention) {
    case "NO_COORDINATOR":
      return t`No coordinator`;
    case "FULL_WITH_LINE":
      return t`Full, with a line`;
    case "SILENT":
      return t`Silent for two weeks`;
    case "LONG_FORMING":
      return t`Forming for four weeks`;
  }
}

export function orderWord(order: BoardOrder): string {
  switch (order) {
    case "NAME":
      return t`Name`;
    case "LATEST_ACTIVITY":
      return t`Last activity, the latest first`;
    case "LONGEST_SILENT":
      return t`Last activity, the longest ago first`;
    case "FREE_SEATS":
      return t`Free seats, the most first`;
  }
}
