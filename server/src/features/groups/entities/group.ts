import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { GroupVisibility, Network, Role } from "../../networks/public.ts";
import type { ClinicalField } from "../../people/public.ts";
import type { FacilityLevel, GroupSetting } from "./context.ts";
import type { LifeState } from "./life.ts";

export const groupKinds = {
  COHORT: "COHORT",
  COMBINED_COHORT: "COMBINED_COHORT",
  COORDINATORS: "COORDINATORS",
  COMMUNITY: "COMMUNITY",
  ALUMNI: "ALUMNI",
} as const;
export type GroupKind = keyof typeof groupKinds;

export const GroupSchema = defineEntity({
  name: "Group",
  tableName: "group",
  properties: {
    id: p.uuid().primary(),
    networkId: p.uuid(),
    /** The group whose coordinators have this one as their room; null of every other group. */
    roomOf: p.uuid().nullable(),
    kind: p.string().$type<GroupKind>(),
    name: p.text(),
    description: p.text().nullable(),
    country: p.text().nullable(),
    /** Seats for the role MEMBER; null: as many as come. */
    memberCapacity: p.integer().nullable(),
    /** Seats for the role COORDINATOR; null: as many as come. */
    coordinatorCapacity: p.integer().nullable(),
    /** Seats of the role MEMBER that are taken. */
    memberCount: p.integer(),
    /** Seats of the role COORDINATOR that are taken. */
    coordinatorCount: p.integer(),
    /** Seats of the role MEMBER that are kept for those to whom they were offered. */
    heldCount: p.integer(),
    /** People who wait for a seat of the role MEMBER: who comes by another way does not pass them. */
    waitingCount: p.integer(),
    lastActivityAt: p.datetime(),
    createdAt: p.datetime(),
    visibility: p.string().$type<GroupVisibility>(),
    state: p.string().$type<LifeState>(),
    /** When its state began. */
    stateSince: p.datetime(),
    setting: p.string().$type<GroupSetting>().nullable(),
    facilityLevel: p.string().$type<FacilityLevel>().nullable(),
    resources: p.text().nullable(),
    field: p.string().$type<ClinicalField>().nullable(),
    language: p.text().nullable(),
    /** Days are their text. */
    startsOn: p.string().columnType("date").nullable(),
    endsOn: p.string().columnType("date").nullable(),
  },
});
export type GroupRow = InferEntity<typeof GroupSchema>;

/** What a cohort gets unless the network says otherwise. */
const cohortCapacities = { memberCapacity: 20, coordinatorCapacity: 3 };
const noCapacities = { memberCapacity: null, coordinatorCapacity: null };

/** What a network says of its new cohorts; null for the usual. */
export type CohortSeats = Pick<Network, "memberSeats" | "coordinatorSeats">;

export const defaultCapacities = (kind: GroupKind, network?: CohortSeats) =>
  kind === "COHORT" || kind === "COMBINED_COHORT"
    ? {
        memberCapacity: network?.memberSeats ?? cohortCapacities.memberCapacity,
        coordinatorCapacity: network?.coordinatorSeats ?? cohortCapacities.coordinatorCapacity,
      }
    : noCapacities;

type Seats = Pick<
  GroupRow,
  | "memberCapacity"
  | "memberCount"
  | "coordinatorCapacity"
  | "coordinatorCount"
  | "heldCount"
  | "waitingCount"
>;

/** Who asks for a seat: somebody from outside queues behind those who wait, who is inside already does not. */
type From = "OUTSIDE" | "INSIDE";

/** The capacity that keeps another person out of the role, or null while there is room. Managers and moderators take no seat. */
export function fullAt(group: Seats, role: Role, from: From = "OUTSIDE"): number | null {
  const waiting = from === "OUTSIDE" ? group.waitingCount : 0;
  const seats: Partial<Record<Role, { taken: number; capacity: number | null }>> = {
    MEMBER: {
      taken: group.memberCount + group.heldCount + waiting,
      capacity: group.memberCapacity ?? null,
    },
    COORDINATOR: { taken: group.coordinatorCount, capacity: group.coordinatorCapacity ?? null },
  };
  const { taken = 0, capacity = null } = seats[role] ?? {};
  return capacity !== null && taken >= capacity ? capacity : null;
}

/** Takes a seat (`by` 1) or gives it back (`by` -1). The caller holds the group's channel. */
export function countSeat(group: Seats, { role, by }: { role: Role; by: 1 | -1 }): void {
  if (role === "MEMBER") group.memberCount += by;
  if (role === "COORDINATOR") group.coordinatorCount += by;
}

declare module "../../../platform/database/tables.ts" {
  interface Tables {
    group: GroupRow;
  }
}
