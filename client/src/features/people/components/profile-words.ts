import { t } from "@lingui/core/macro";
import type { Audience, CareerStage } from "../../../generated/graphql.ts";

export const careerStages: readonly CareerStage[] = [
  "STUDENT",
  "EARLY",
  "ESTABLISHED",
  "SENIOR",
  "RETIRED",
];

export function careerStageWord(stage: CareerStage): string {
  switch (stage) {
    case "STUDENT":
      return t`Still training`;
    case "EARLY":
      return t`First years in the profession`;
    case "ESTABLISHED":
      return t`Experienced`;
    case "SENIOR":
      return t`Leads others`;
    case "RETIRED":
      return t`Retired`;
  }
}

export function audienceWord(audience: Audience): string {
  switch (audience) {
    case "NETWORK":
      return t`People in my networks`;
    case "GROUPS":
      return t`People in my groups`;
    case "ONLY_ME":
      return t`Only me`;
  }
}

/** A day as the reader writes it; posts need no more than the month. */
export function monthOf(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "short",
    timeZone: "UTC",
  }).format(new Date(day));
}
