import type { Context } from "../../../house/context.ts";
import { enterNetwork, networkRoleIn, type Membership } from "../../networks/public.ts";
import { GroupSchema } from "../entities/group.ts";
import { MembershipSchema } from "../entities/membership.ts";
import { getGroup } from "../queries/groups.ts";
import { presentMembership } from "../queries/members.ts";
import type { Group } from "../types/group.ts";
import type { AcceptInvitationInput } from "../types/invitation.ts";
import { agree } from "./agreeToCompact.ts";
import { admit, channelsOfPlace } from "./places.ts";
import { findWay, useInvitation } from "./useInvitation.ts";

/**
 * Lets the holder of a token into its group, and into the network. Who is in already keeps the place that they
 * have, so a second click answers like the first.
 */
export async function acceptInvitation(
  ctx: Context,
  input: AcceptInvitationInput,
): Promise<{ membership: Membership; group: Group }> {
  const personId = ctx.personId;
  const way = await findWay(ctx, input.token);
  const { groupId, networkId, role } = way;

  // The network is locked by who is new to it alone, so that its groups fill side by side.
  const isNew = !(await networkRoleIn(ctx.db, { networkId, personId }));
  const places =
    role === "COORDINATOR"
      ? await channelsOfPlace(ctx.db, { groupId, personId, gives: role })
      : [groupId, personId];
  const channels = isNew ? [...places, networkId] : places;

  const membership = await ctx.live.write({ channels, actorId: personId }, async (tx) => {
    const place = await tx.em.findOne(MembershipSchema, { groupId, personId, state: "ACTIVE" });
    if (!place) await useInvitation(tx, { way, personId });
    await agree(tx, { groupId, personId, version: input.agreesToCompact, place });
    if (place) return presentMembership(place);
    if (isNew) await enterNetwork(tx, { networkId, personId });
    const group = await tx.em.findOneOrFail(GroupSchema, { id: groupId });
    return presentMembership(await admit(tx, { group, personId, role }));
  });
  ctx.renew();
  return { membership, group: await getGroup(ctx, groupId) };
}
