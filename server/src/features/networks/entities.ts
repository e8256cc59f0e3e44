import { defineEntity, p, type InferEntity } from "@mikro-orm/core";

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
