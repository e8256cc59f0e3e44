import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { cleanOptional } from "../../../house/text.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { GroupSchema } from "../entities/group.ts";
import { MembershipSchema } from "../entities/membership.ts";
import { keepsCoordinator } from "../policy.ts";
import { getGroup } from "../queries/groups.ts";
import { getStandingIn } from "../queries/standing.ts";
import type { Group } from "../types/group.ts";
import type { LeaveGroupInput } from "../types/membership.ts";
import { channelsOfPlace, dismiss, refuseDerived } from "./places.ts";

/** Ends the viewer's own place. Who is out already stays out. */
export async function leaveGroup(ctx: Context, input: LeaveGroupInput): Promise<Group> {
  const personId = ctx.personId;
  const groupId = uuidOf("Group", input.groupId);
  const reason = cleanOptional(input.reason, { field: "reason", max: 500 });
  await getGroup(ctx, groupId);
  const channels = await channelsOfPlace(ctx.db, { groupId, personId });

  await ctx.live.write({ channels, actorId: personId }, async (tx) => {
    const { group, standing } = await getStandingIn(tx.db, { groupId, personId });
    refuseDerived(group);
    const membership = await tx.em.findOne(MembershipSchema, {
      groupId,
      personId,
      state: "ACTIVE",
    });
    if (!membership) return;
    const { role } = membership;
    const evenIfLast = input.evenIfLast ?? false;
    demand(keepsCoordinator, { standing, state: { ...group, role, evenIfLast } });
    const row = await tx.em.findOneOrFail(GroupSchema, { id: groupId });
    await dismiss(tx, { group: row, membership, as: "LEFT", reason });
  });
  ctx.renew();
  return getGroup(ctx, groupId);
}
