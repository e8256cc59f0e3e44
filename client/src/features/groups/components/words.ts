import { t } from "@lingui/core/macro";
import type { GroupKind, Role, ThreadKind } from "../../../generated/graphql.ts";

export function roleWord(role: Role): string {
  switch (role) {
    case "COORDINATOR":
      return t`Coordinator`;
    case "MANAGER":
      return t`Manager`;
    case "MODERATOR":
      return t`Moderator`;
    case "MEMBER":
      return t`Member`;
  }
}

export function groupKindWord(kind: GroupKind): string {
  switch (kind) {
    case "COHORT":
      return t`Cohort`;
    case "COMBINED_COHORT":
      return t`Combined cohort`;
    case "COORDINATORS":
      return t`Coordinators`;
    case "COMMUNITY":
      return t`Community`;
    case "ALUMNI":
      return t`Alumni`;
  }
}

export function threadKindWord(kind: ThreadKind): string {
  switch (kind) {
    case "QUESTION":
      return t`Question`;
    case "ANNOUNCEMENT":
      return t`Announcement`;
    case "DISCUSSION":
      return t`Discussion`;
  }
}

export function countryName(code: string): string {
  return new Intl.DisplayNames(document.documentElement.lang, { type: "region" }).of(code) ?? code;
}
