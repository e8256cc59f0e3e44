import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../house/context.ts";
import { answer } from "../../../house/refusal.ts";
import { giveUpWaiting } from "../commands/giveUpWaiting.ts";
import { takeOfferedSeat } from "../commands/takeOfferedSeat.ts";
import { waitForSeat } from "../commands/waitForSeat.ts";
import { getGroup } from "../../groups/public.ts";
import { findWaitingPlace } from "../queries.ts";
import {
  GiveUpWaitingInput,
  GiveUpWaitingPayload,
  TakeOfferedSeatInput,
  TakeOfferedSeatPayload,
  WaitForSeatInput,
  WaitForSeatPayload,
} from "../types/inputs.ts";

@Resolver()
export class WaitingMutations {
  @Mutation(() => WaitForSeatPayload, {
    description:
      "Waits for a seat in a full group that is open to you, or to which you hold an invitation.",
  })
  waitForSeat(
    @Arg("input", () => WaitForSeatInput, { description: "For which group." })
    input: WaitForSeatInput,
    @Ctx() ctx: Context,
  ): Promise<WaitForSeatPayload> {
    return answer(WaitForSeatPayload, async () => ({
      waitingPlace: await after(ctx, waitForSeat(ctx, input)),
    }));
  }

  @Mutation(() => GiveUpWaitingPayload, {
    description: "Waits no more. A seat that was held goes to the next.",
  })
  giveUpWaiting(
    @Arg("input", () => GiveUpWaitingInput, { description: "Which place." })
    input: GiveUpWaitingInput,
    @Ctx() ctx: Context,
  ): Promise<GiveUpWaitingPayload> {
    return answer(GiveUpWaitingPayload, async () => ({
      waitingPlace: await after(ctx, giveUpWaiting(ctx, input)),
    }));
  }

  @Mutation(() => TakeOfferedSeatPayload, {
    description: "Takes the seat that is held for you. A second click answers the same.",
  })
  takeOfferedSeat(
    @Arg("input", () => TakeOfferedSeatInput, { description: "Which one." })
    input: TakeOfferedSeatInput,
    @Ctx() ctx: Context,
  ): Promise<TakeOfferedSeatPayload> {
    return answer(TakeOfferedSeatPayload, async () => {
      const { membership, waitingPlaceId, groupId } = await takeOfferedSeat(ctx, input);
      ctx.renew();
      const waitingPlace = await findWaitingPlace(ctx, waitingPlaceId);
      return { membership, waitingPlace, group: await getGroup(ctx, groupId) };
    });
  }
}

/** The waiting place as it is after the command. */
async function after(ctx: Context, done: Promise<string>) {
  const id = await done;
  ctx.renew();
  return findWaitingPlace(ctx, id);
}
