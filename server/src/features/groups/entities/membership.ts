import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { Role } from "../../networks/public.ts";

export const MembershipSchema = defineEntity({
  name: "Membership",
  tableName: "membership",
  properties: {
    id: p.uuid().primary(),
    groupId: p.uuid(),
    personId: p.uuid(),
    role: p.string().$type<Role>(),
    state: p.string().$type<"ACTIVE" | "LEFT" | "REMOVED">(),
    since: p.datetime(),
    /** null while it is active. */
    endedAt: p.datetime().nullable(),
  },
});
export type MembershipRow = InferEntity<typeof MembershipSchema>;

declare module "../../../platform/database/tables.ts" {
  interface Tables {
    membership: MembershipRow;
  }
}
