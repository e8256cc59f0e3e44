import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { cleanOptional } from "../../../house/text.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import type { Membership } from "../../networks/public.ts";
import { GroupSchema } from "../entities/group.ts";
import { MembershipSchema } from "../entities/membership.ts";
import { membershipPolicy } from "../policy.ts";
import { getGroup } from "../queries/groups.ts";
import { presentMembership } from "../queries/members.ts";
import { getStandingIn } from "../queries/standing.ts";
import type { Group } from "../types/group.ts";
import type { HandOnRoleInput } from "../types/membership.ts";
import { channelsOfPlace, refuseDerived, swapRoles } from "./places.ts";

/** Gives the viewer's own role to a member, whose role they get: the group has as many of each as before. */
export async function handOnRole(
  ctx: Context,
  input: HandOnRoleInput,
): Promise<{ membership: Membership; group: Group }> {
  const { personId } = ctx;
  const groupId = uuidOf("Group", input.groupId);
  const toId = uuidOf("Person", input.toPersonId);
  const reason = cleanOptional(input.reason, { field: "reason", max: 500 });
  await getGroup(ctx, groupId);
  const channels = [...(await channelsOfPlace(ctx.db, { groupId, personId })), toId];

  const membership = await ctx.live.write({ channels, actorId: personId }, async (tx) => {
    const { group, standing } = await getStandingIn(tx.db, { groupId, personId });
    refuseDerived(group);
    const placeOf = (id: string) =>
      tx.em.findOne(MembershipSchema, { groupId, personId: id, state: "ACTIVE" });
    const [mine, theirs] = [await placeOf(personId), await placeOf(toId)];
    // Who leads nothing here learns nothing of who is in it.
    const role = mine && standing.role !== "MEMBER" ? theirs?.role : "MEMBER";
    if (!role) throw notFound();
    const state = { ...group, role, isViewer: toId === personId };
    demand(membershipPolicy.HAND_ON, { standing, state }, ["toPersonId"]);
    if (!mine || !theirs) throw notFound();
    const row = await tx.em.findOneOrFail(GroupSchema, { id: groupId });
    await swapRoles(tx, { group: row, from: mine, to: theirs, reason });
    return presentMembership(theirs);
  });
  ctx.renew();
  return { membership, group: await getGroup(ctx, groupId) };
}
