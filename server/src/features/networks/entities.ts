import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { GroupVisibility } from "./visibility.ts";

export const NetworkSchema = defineEntity({
  name: "Network",
  tableName: "network",
  properties: {
    id: p.uuid().primary(),
    /** Its name in addresses; never changes. */
    slug: p.text(),
    name: p.text(),
    description: p.text().nullable(),
    memberCount: p.integer(),
    createdAt: p.datetime(),
    /** Rises when somebody edits it, and not when people come. */
    version: p.integer().default(1),
    /** The colour that its look is made of; null for the house's own. */
    accent: p.text().nullable(),
    /** What its mark says; null for the first letter of its name. */
    markLetters: p.text().nullable(),
    languages: p.array().default([]),
    /** Countries. */
    worksIn: p.array().default([]),
    /** Seats of a new cohort where who makes it names none; null for the usual. */
    memberSeats: p.integer().nullable(),
    coordinatorSeats: p.integer().nullable(),
    /** Of new groups other than communities, where who makes them names none; null for PRIVATE. */
    groupVisibility: p.string().$type<GroupVisibility>().nullable(),
  },
});
export type NetworkRow = InferEntity<typeof NetworkSchema>;

/** Leading a group is a role in that group: a network has no coordinators of its own. */
export const networkRoles = {
  MEMBER: "MEMBER",
  MANAGER: "MANAGER",
  MODERATOR: "MODERATOR",
} as const;
export type NetworkRole = keyof typeof networkRoles;

/** A network of which no more is known than what it is called. */
export const newNetwork = (
  known: Pick<NetworkRow, "id" | "slug" | "name" | "description" | "createdAt"> &
    Partial<NetworkRow>,
): NetworkRow => ({
  memberCount: 0,
  version: 1,
  accent: null,
  markLetters: null,
  languages: [],
  worksIn: [],
  memberSeats: null,
  coordinatorSeats: null,
  groupVisibility: null,
  ...known,
});

export const NetworkMembershipSchema = defineEntity({
  name: "NetworkMembership",
  tableName: "network_membership",
  properties: {
    id: p.uuid().primary(),
    networkId: p.uuid(),
    personId: p.uuid(),
    role: p.string().$type<NetworkRole>(),
    since: p.datetime(),
    /** null while it lasts. */
    until: p.datetime().nullable(),
    /** null while it lasts. */
    endedAs: p.string().$type<"LEFT" | "REMOVED">().nullable(),
  },
});
export type NetworkMembershipRow = InferEntity<typeof NetworkMembershipSchema>;

declare module "../../platform/database/tables.ts" {
  interface Tables {
    network: NetworkRow;
    networkMembership: NetworkMembershipRow;
  }
}
