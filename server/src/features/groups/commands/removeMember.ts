import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanOptional } from "../../../house/text.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { getPerson, type Person } from "../../people/public.ts";
import { GroupSchema } from "../entities/group.ts";
import { MembershipSchema } from "../entities/membership.ts";
import { groupPolicy, membershipPolicy } from "../policy.ts";
import { getGroup } from "../queries/groups.ts";
import { getStandingIn } from "../queries/standing.ts";
import type { Group } from "../types/group.ts";
import type { RemoveMemberInput } from "../types/membership.ts";
import { channelsOfPlace, dismiss, refuseDerived } from "./places.ts";

/** Ends another person's place, and with it what they see. Who is out already stays out. */
export async function removeMember(
  ctx: Context,
  input: RemoveMemberInput,
): Promise<{ person: Person; group: Group }> {
  const viewerId = ctx.personId;
  const groupId = uuidOf("Group", input.groupId);
  const personId = uuidOf("Person", input.personId);
  const reason = cleanOptional(input.reason, { field: "reason", max: 500 });
  await getGroup(ctx, groupId);
  const channels = await channelsOfPlace(ctx.db, { groupId, personId });

  await ctx.live.write({ channels, actorId: viewerId }, async (tx) => {
    const { group, standing } = await getStandingIn(tx.db, { groupId, personId: viewerId });
    refuseDerived(group);
    if (personId === viewerId)
      throw refused("FORBIDDEN", "Nobody removes themselves: leave the group.", ["personId"]);
    demand(groupPolicy.ADMIT, { standing, state: group });
    const membership = await tx.em.findOne(
      MembershipSchema,
      { groupId, personId },
      { orderBy: { since: "desc", id: "desc" } },
    );
    if (!membership) throw notFound();
    if (membership.state !== "ACTIVE") return;
    const { role } = membership;
    demand(membershipPolicy.REMOVE, { standing, state: { ...group, role, isViewer: false } });
    const row = await tx.em.findOneOrFail(GroupSchema, { id: groupId });
    await dismiss(tx, { group: row, membership, as: "REMOVED", reason });
  });
  ctx.renew();
  return { person: await getPerson(ctx, personId), group: await getGroup(ctx, groupId) };
}
