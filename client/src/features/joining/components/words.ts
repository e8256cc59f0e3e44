import { t } from "@lingui/core/macro";
import type { ApplicationState, QuestionKind, WaitingState } from "../../../generated/graphql.ts";

export function applicationWord(state: ApplicationState): string {
  switch (state) {
    case "SUBMITTED":
      return t`Waits for a decision`;
    case "INFORMATION_ASKED":
      return t`Something was asked`;
    case "ACCEPTED":
      return t`Accepted`;
    case "DECLINED":
      return t`Declined`;
    case "WITHDRAWN":
      return t`Taken back`;
    case "LAPSED":
      return t`Lapsed`;
  }
}

export function waitingWord(state: WaitingState): string {
  switch (state) {
    case "WAITING":
      return t`Waits for a seat`;
    case "OFFERED":
      return t`A seat is held`;
    case "TAKEN":
      return t`Seat taken`;
    case "LAPSED":
      return t`Offer lapsed`;
    case "GIVEN_UP":
      return t`Given up`;
  }
}

export function questionKindWord(kind: QuestionKind): string {
  switch (kind) {
    case "SHORT_TEXT":
      return t`One line`;
    case "LONG_TEXT":
      return t`A few sentences`;
    case "CHOICE":
      return t`One of several`;
  }
}
