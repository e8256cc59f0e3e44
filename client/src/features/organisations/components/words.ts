import { t } from "@lingui/core/macro";
import type { OrganisationKind } from "../../../generated/graphql.ts";
import { regional } from "../../../ui/regional.ts";

export const organisationKinds: readonly OrganisationKind[] = [
  "HOSPITAL",
  "HEALTH_CENTRE",
  "COMMUNITY_SERVICE",
  "TRUST",
  "HEALTH_SYSTEM",
  "UNIVERSITY",
  "MINISTRY",
  "REGULATOR",
  "CHARITY",
  "FUNDER",
  "OTHER",
];

export function organisationKindWord(kind: OrganisationKind): string {
  switch (kind) {
    case "HOSPITAL":
      return t`Hospital`;
    case "HEALTH_CENTRE":
      return t`Health centre`;
    case "COMMUNITY_SERVICE":
      return t`Community service`;
    case "TRUST":
      return t`Trust`;
    case "HEALTH_SYSTEM":
      return t`Health system`;
    case "UNIVERSITY":
      return t`University or college`;
    case "MINISTRY":
      return t`Ministry or authority`;
    case "REGULATOR":
      return t`Regulator`;
    case "CHARITY":
      return t`Charity`;
    case "FUNDER":
      return t`Funder`;
    case "OTHER":
      return t`Other`;
  }
}

/** A day as the reader writes days. */
export const dayWord = (day: string): string =>
  new Intl.DateTimeFormat(regional(document.documentElement.lang), {
    dateStyle: "medium",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));

/** The day that it is for the reader, as a date field writes it. */
export const today = (): string => {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};
