import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { getGroup, getStandingIn, groupPolicy, type Group } from "../../groups/public.ts";
import type { SaveApplicationDraftInput } from "../types/inputs.ts";
import { draftOf } from "./answers.ts";

/** Keeps what the viewer writes of an application, for their other devices; no answers forget it. */
export async function saveApplicationDraft(
  ctx: Context,
  input: SaveApplicationDraftInput,
): Promise<Group> {
  const { personId } = ctx;
  const groupId = uuidOf("Group", input.groupId);
  const answers = draftOf(input.answers);
  await getGroup(ctx, groupId);
  await ctx.live.write({ channels: [], actorId: personId }, async ({ db, at }) => {
    const { group, standing } = await getStandingIn(db, { groupId, personId });
    demand(groupPolicy.APPLY, { standing, state: group });
    const kept = { answers: JSON.stringify(answers) as never, updatedAt: at };
    if (answers.every(({ text }) => text.trim() === ""))
      await db
        .deleteFrom("applicationDraft")
        .where("personId", "=", personId)
        .where("groupId", "=", groupId)
        .execute();
    else
      await db
        .insertInto("applicationDraft")
        .values({ personId, groupId, ...kept })
        .onConflict((conflict) => conflict.columns(["personId", "groupId"]).doUpdateSet(kept))
        .execute();
  });
  ctx.renew();
  return getGroup(ctx, groupId);
}
