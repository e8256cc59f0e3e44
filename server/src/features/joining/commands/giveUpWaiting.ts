import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { waitingPolicy } from "../policy.ts";
import type { GiveUpWaitingInput } from "../types/inputs.ts";
import { onWaitingPlace } from "./onWaitingPlace.ts";
import { end } from "./queue.ts";

/** Ends a place in the line; a seat that was held goes to the next. What was given up stays so. */
export function giveUpWaiting(ctx: Context, input: GiveUpWaitingInput): Promise<string> {
  return onWaitingPlace(ctx, input.waitingPlaceId, async ({ tx, place, group, side, deciders }) => {
    if (place.state === "GIVEN_UP") return place.id;
    demand(waitingPolicy.GIVE_UP, { standing: side, state: place.state });
    end(tx, { place, group, deciders, as: "GIVEN_UP" });
    return place.id;
  });
}
