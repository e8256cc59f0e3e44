import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanOptional } from "../../../house/text.ts";
import { admit, comingIn, fullAt } from "../../groups/public.ts";
import type { DecideApplicationInput } from "../types/inputs.ts";
import { findPlaceOf, queueUp } from "./queue.ts";
import { onApplication, type Scene } from "./onApplication.ts";

/** Lets an applicant in, onto the waiting list where that is wished and the group is full, or declines with a reason. */
export function decideApplication(ctx: Context, input: DecideApplicationInput): Promise<string> {
  const reason = cleanOptional(input.reason, { field: "reason", max: 500 });
  if (!input.accept && !reason)
    throw refused("INVALID_INPUT", "Say why: the applicant reads it, and can put it right.", [
      "reason",
    ]);
  const state = input.accept ? "ACCEPTED" : "DECLINED";
  const about = {
    id: input.applicationId,
    event: input.accept ? "ACCEPT" : "DECLINE",
    isDone: (row: { state: string }) => row.state === state,
  } as const;
  return onApplication(ctx, about, async (scene) => {
    const { application } = scene;
    application.state = state;
    application.reason = reason;
    application.asked = null;
    application.dueAt = null;
    if (input.accept) await letIn(scene, input.waitIfFull ?? false);
  });
}

async function letIn(
  { tx, application, group, deciders }: Scene,
  waitIfFull: boolean,
): Promise<void> {
  const { personId } = application;
  // They may have come in by another way meanwhile.
  if (await findPlaceOf(tx, { groupId: group.id, personId })) return;
  if (waitIfFull && fullAt(group, "MEMBER") !== null) {
    demand(comingIn, { standing: { role: null, networkRole: null, sealed: false }, state: group });
    await queueUp(tx, { group, personId, deciders });
  } else await admit(tx, { group, personId, role: "MEMBER" });
}
