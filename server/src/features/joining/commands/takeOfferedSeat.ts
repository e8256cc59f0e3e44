import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { admit, enterNetwork, presentMembership, type Membership } from "../../groups/public.ts";
import { waitingPolicy } from "../policy.ts";
import type { TakeOfferedSeatInput } from "../types/inputs.ts";
import { onWaitingPlace } from "./onWaitingPlace.ts";
import { end, findPlaceOf, tellOf } from "./queue.ts";

/** Takes the seat that is held for the viewer. Who is in already keeps the place that they have. */
export async function takeOfferedSeat(
  ctx: Context,
  input: TakeOfferedSeatInput,
): Promise<{ membership: Membership; waitingPlaceId: string; groupId: string }> {
  const { personId } = ctx;
  return onWaitingPlace(ctx, input.waitingPlaceId, async (scene) => {
    const { tx, place, group, side, deciders, isNew } = scene;
    const done = { waitingPlaceId: place.id, groupId: group.id };
    const inside = side.isOwn && (await findPlaceOf(tx, { groupId: group.id, personId }));
    if (inside) {
      // They came in by another way: what was held for them goes to the next.
      if (place.state === "OFFERED" || place.state === "WAITING")
        end(tx, { place, group, deciders, as: "GIVEN_UP" });
      return { ...done, membership: presentMembership(inside) };
    }
    demand(waitingPolicy.TAKE, { standing: side, state: place.state });
    if (!place.expiresAt || place.expiresAt <= tx.at)
      throw refused(
        "OFFER_EXPIRED",
        "This seat was held until its time was over. Wait again, and the next free one is offered in turn.",
      );
    if (isNew) await enterNetwork(tx, { networkId: group.networkId, personId });
    const membership = await admit(tx, { group, personId, role: "MEMBER", held: true });
    place.state = "TAKEN";
    place.updatedAt = tx.at;
    tellOf(tx, place, deciders);
    return { ...done, membership: presentMembership(membership) };
  });
}
