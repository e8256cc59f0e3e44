import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { cleanOptional } from "../../../house/text.ts";
import { globalId, uuidOf } from "../../../platform/graphql/ids.ts";
import { getNetwork, networkPlaceIn } from "../queries.ts";
import type { LeaveNetworkInput } from "../placeInputs.ts";
import { networkPolicy } from "../policy.ts";
import { channelsOfDeparture, goFromNetwork, type Departure } from "./departure.ts";

/** Ends the viewer's own place in a network and in all its groups. */
export async function leaveNetwork(
  ctx: Context,
  { input, departures }: { input: LeaveNetworkInput; departures: readonly Departure[] },
): Promise<string> {
  const { personId } = ctx;
  const networkId = uuidOf("Network", input.networkId);
  const reason = cleanOptional(input.reason, { field: "reason", max: 500 });
  await getNetwork(ctx, networkId);
  const who = { networkId, personId };
  const channels = await channelsOfDeparture(ctx.db, departures, who);

  await ctx.live.write({ channels, actorId: personId }, async (tx) => {
    const mine = await networkPlaceIn(tx.db, who);
    // Another device was faster.
    if (!mine) return;
    demand(networkPolicy.LEAVE, { standing: mine.role, state: mine });
    const evenIfLast = input.evenIfLast ?? false;
    await goFromNetwork(tx, departures, { ...who, as: "LEFT", reason, evenIfLast });
  });
  ctx.renew();
  return globalId("Network", networkId);
}
