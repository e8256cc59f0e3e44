import { refused } from "../../../house/refusal.ts";
import type { Db } from "../../../platform/database/database.ts";
import { refuseUnheld, type Departure } from "../../networks/public.ts";
import { GroupSchema } from "../entities/group.ts";
import { MembershipSchema } from "../entities/membership.ts";
import { keepsCoordinator } from "../policy.ts";
import { dismiss } from "./places.ts";

/** Who goes from a network goes from all its groups, the coordinators' with the last role that put them there. */
export const leaveGroupsOf: Departure = {
  channels: groupsOf,
  async depart(tx, { as, reason, evenIfLast, ...who }) {
    const groupIds = await groupsOf(tx.db, who);
    refuseUnheld(tx, groupIds);
    const groups = await tx.em.find(GroupSchema, { id: { $in: groupIds } });
    const byHand = groups.filter(({ kind }) => kind !== "COORDINATORS");
    const places = await tx.em.find(MembershipSchema, {
      groupId: { $in: byHand.map(({ id }) => id) },
      personId: who.personId,
      state: "ACTIVE",
    });
    for (const group of byHand) {
      const membership = places.find(({ groupId }) => groupId === group.id);
      if (!membership) continue;
      const { role } = membership;
      const { state, coordinatorCount } = group;
      if (!keepsCoordinator(null, { role, state, coordinatorCount, evenIfLast }))
        throw refused(
          "LAST_COORDINATOR",
          `You are the only coordinator of ${group.name}: hand the role on first, or leave with evenIfLast.`,
        );
      await dismiss(tx, { group, membership, as, reason });
    }
  },
};

/** The groups of the network that the person is in. */
async function groupsOf(
  db: Db,
  { networkId, personId }: { networkId: string; personId: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom("membership")
    .innerJoin("group", "group.id", "membership.groupId")
    .select("group.id")
    .where("group.networkId", "=", networkId)
    .where("membership.personId", "=", personId)
    .where("membership.state", "=", "ACTIVE")
    .execute();
  return rows.map(({ id }) => id);
}
