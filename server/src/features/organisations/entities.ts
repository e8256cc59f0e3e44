import { defineEntity, p, type InferEntity } from "@mikro-orm/core";

/** What an organisation is, as data: callers may meet kinds that they do not know yet. */
export const organisationKinds = {
  HOSPITAL: "HOSPITAL",
  HEALTH_CENTRE: "HEALTH_CENTRE",
  COMMUNITY_SERVICE: "COMMUNITY_SERVICE",
  TRUST: "TRUST",
  HEALTH_SYSTEM: "HEALTH_SYSTEM",
  UNIVERSITY: "UNIVERSITY",
  MINISTRY: "MINISTRY",
  REGULATOR: "REGULATOR",
  CHARITY: "CHARITY",
  FUNDER: "FUNDER",
  OTHER: "OTHER",
} as const;
export type OrganisationKind = keyof typeof organisationKinds;

export const OrganisationSchema = defineEntity({
  name: "Organisation",
  tableName: "organisation",
  properties: {
    id: p.uuid().primary(),
    networkId: p.uuid(),
    /** As it is called now; what it was called before stands in the former names. */
    name: p.text(),
    /** The name as it is compared and ordered by: `folded`. */
    nameKey: p.text(),
    /** All its names and its area, folded: what a search looks into. */
    searchKey: p.text(),
    kind: p.string().$type<OrganisationKind>(),
    country: p.text(),
    area: p.text().nullable(),
    /** The first day of its life; null when nobody knows. */
    validFrom: p.string().columnType("date").nullable(),
    /** The day from which it is no more; null while it lasts. */
    validTo: p.string().columnType("date").nullable(),
    /** What carries it on since `validTo`; null when nothing does. */
    successorId: p.uuid().nullable(),
    version: p.integer(),
    createdAt: p.datetime(),
  },
});
export type OrganisationRow = InferEntity<typeof OrganisationSchema>;

/** A name that an organisation had, since the former name before this one. */
export interface FormerName {
  name: string;
  /** The first day on which it was called otherwise. */
  untilDay: string;
}
interface FormerNameRow extends FormerName {
  organisationId: string;
}

declare module "../../platform/database/tables.ts" {
  interface Tables {
    organisation: OrganisationRow;
    organisationFormerName: FormerNameRow;
  }
}

/** Whether it is there on a day. */
export const livesOn = (
  { validFrom, validTo }: Pick<OrganisationRow, "validFrom" | "validTo">,
  day: string,
): boolean => (!validFrom || validFrom <= day) && (!validTo || day < validTo);

/** Its name on a day, out of the former names, the earliest first. */
export const nameOn = (
  name: string,
  { former, day }: { former: readonly FormerName[]; day: string },
): string => former.find(({ untilDay }) => day < untilDay)?.name ?? name;
