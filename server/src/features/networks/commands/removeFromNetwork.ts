import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { cleanOptional } from "../../../house/text.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { globalId, uuidOf } from "../../../platform/graphql/ids.ts";
import { getNetwork, networkPlaceIn, wasInNetwork } from "../queries.ts";
import type { RemoveFromNetworkInput } from "../placeInputs.ts";
import { networkPlacePolicy } from "../policy.ts";
import type { Network } from "../types.ts";
import { channelsOfDeparture, goFromNetwork, type Departure } from "./departure.ts";

/** Ends another person's place in a network and in all its groups. Who is out already stays out. */
export async function removeFromNetwork(
  ctx: Context,
  { input, departures }: { input: RemoveFromNetworkInput; departures: readonly Departure[] },
): Promise<{ personId: string; network: Network }> {
  const viewerId = ctx.personId;
  const networkId = uuidOf("Network", input.networkId);
  const personId = uuidOf("Person", input.personId);
  const reason = cleanOptional(input.reason, { field: "reason", max: 500 });
  await getNetwork(ctx, networkId);
  const who = { networkId, personId };
  const channels = await channelsOfDeparture(ctx.db, departures, who);

  await ctx.live.write({ channels, actorId: viewerId }, async (tx) => {
    const mine = await networkPlaceIn(tx.db, { networkId, personId: viewerId });
    if (!mine) throw notFound();
    const { role: standing, isOnlyManager } = mine;
    const place = await networkPlaceIn(tx.db, who);
    const role = place?.role ?? "MEMBER";
    const state = { role, isViewer: personId === viewerId, isOnlyManager };
    demand(networkPlacePolicy.REMOVE, { standing, state }, ["personId"]);
    if (!place) {
      if (await wasInNetwork(tx.db, who)) return;
      throw notFound();
    }
    // A manager who removes somebody decides about the groups that they led as well.
    await goFromNetwork(tx, departures, { ...who, as: "REMOVED", reason, evenIfLast: true });
  });
  ctx.renew();
  return { personId: globalId("Person", personId), network: await getNetwork(ctx, networkId) };
}
