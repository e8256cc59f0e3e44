import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanOptional } from "../../../house/text.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import type { Membership } from "../../networks/public.ts";
import { GroupSchema } from "../entities/group.ts";
import { MembershipSchema } from "../entities/membership.ts";
import { groupPolicy, keepsCoordinator, mayLeaveUnled, membershipPolicy } from "../policy.ts";
import { getGroup } from "../queries/groups.ts";
import { presentMembership } from "../queries/members.ts";
import { getStandingIn } from "../queries/standing.ts";
import type { ChangeRoleInput } from "../types/membership.ts";
import { channelsOfPlace, giveRole, refuseDerived } from "./places.ts";

/** Gives a member of a group another role, and with it or without it their place among the coordinators. */
export async function changeRole(ctx: Context, input: ChangeRoleInput): Promise<Membership> {
  const viewerId = ctx.personId;
  const groupId = uuidOf("Group", input.groupId);
  const personId = uuidOf("Person", input.personId);
  const reason = cleanOptional(input.reason, { field: "reason", max: 500 });
  const { role } = input;
  await getGroup(ctx, groupId);
  const channels = await channelsOfPlace(ctx.db, { groupId, personId, gives: role });

  const membership = await ctx.live.write({ channels, actorId: viewerId }, async (tx) => {
    const { group, standing } = await getStandingIn(tx.db, { groupId, personId: viewerId });
    refuseDerived(group);
    if (!groupPolicy.SEE_MEMBERS(standing, group))
      throw refused("FORBIDDEN", "Only the group's coordinators and managers change roles.");
    const place = await tx.em.findOne(MembershipSchema, { groupId, personId, state: "ACTIVE" });
    if (!place) throw notFound();
    if (place.role === role) return presentMembership(place);
    const at = { ...group, role: place.role, isViewer: personId === viewerId };
    demand(membershipPolicy[`MAKE_${role}`], { standing, state: at }, ["role"]);
    const evenIfLast = Boolean(input.evenIfLast) && mayLeaveUnled(standing);
    demand(keepsCoordinator, { standing, state: { ...at, evenIfLast } }, ["role"]);
    const row = await tx.em.findOneOrFail(GroupSchema, { id: groupId });
    await giveRole(tx, { group: row, membership: place, role, reason });
    return presentMembership(place);
  });
  ctx.renew();
  return membership;
}
