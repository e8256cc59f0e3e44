import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { cleanOptional } from "../../../house/text.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { NetworkMembershipSchema } from "../entities.ts";
import { NetworkRoleChanged } from "../facts.ts";
import type { ChangeNetworkRoleInput } from "../placeInputs.ts";
import { networkPlacePolicy } from "../policy.ts";
import { getNetwork, networkPlaceIn, presentNetworkMembership } from "../queries.ts";
import type { Membership } from "../types.ts";

/** Gives somebody another role in a network. Two managers who take it from each other: the second is refused. */
export async function changeNetworkRole(
  ctx: Context,
  input: ChangeNetworkRoleInput,
): Promise<Membership> {
  const viewerId = ctx.personId;
  const networkId = uuidOf("Network", input.networkId);
  const personId = uuidOf("Person", input.personId);
  const reason = cleanOptional(input.reason, { field: "reason", max: 500 });
  const { role } = input;
  await getNetwork(ctx, networkId);

  const channels = [networkId, personId];
  const membership = await ctx.live.write({ channels, actorId: viewerId }, async (tx) => {
    const mine = await networkPlaceIn(tx.db, { networkId, personId: viewerId });
    const place = await tx.em.findOne(NetworkMembershipSchema, {
      networkId,
      personId,
      until: null,
    });
    if (!mine || !place) throw notFound();
    const { isOnlyManager } = mine;
    const state = { role: place.role, isViewer: personId === viewerId, isOnlyManager };
    if (place.role === role && mine.role === "MANAGER") return presentNetworkMembership(place);
    demand(networkPlacePolicy[`MAKE_${role}`], { standing: mine.role, state }, ["role"]);
    const { id: membershipId, role: from } = place;
    place.role = role;
    const data = { networkId, membershipId, personId, from, to: role, reason };
    for (const channelId of channels) tx.state(NetworkRoleChanged, { channelId, data });
    return presentNetworkMembership(place);
  });
  ctx.renew();
  return membership;
}
