import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { getGroup, type Group } from "../../groups/public.ts";
import { networkRoleIn } from "../../networks/public.ts";
import { GroupPlaced } from "../facts.ts";
import { programmePolicy } from "../policy.ts";
import { getProgramme, getWave } from "../queries.ts";
import type { PlaceGroupInput } from "../types/inputs.ts";

/** Says which programme and wave a group belongs to, in place of those before. */
export async function placeGroup(ctx: Context, input: PlaceGroupInput): Promise<Group> {
  const personId = ctx.personId;
  const groupId = uuidOf("Group", input.groupId);
  const programmeId = input.programmeId ? uuidOf("Programme", input.programmeId) : null;
  const waveId = input.waveId ? uuidOf("Wave", input.waveId) : null;
  const { networkId, roomOf } = await getGroup(ctx, groupId);
  // Where a group is run for something, its room goes along; what is counted and listed there is not to tell of it.
  if (roomOf)
    throw refused("MEMBERSHIP_DERIVED", "This room goes with its group: place the group.", [
      "groupId",
    ]);
  if (programmeId && (await getProgramme(ctx, programmeId)).networkId !== networkId)
    throw notFound();
  if (waveId && (await getWave(ctx, waveId)).programmeId !== programmeId)
    throw refused("INVALID_INPUT", "This wave is not one of that programme's.", ["waveId"]);

  await ctx.live.write({ channels: [groupId, networkId], actorId: personId }, async (tx) => {
    const role = await networkRoleIn(tx.db, { networkId, personId });
    if (!role) throw notFound();
    demand(programmePolicy.PLACE_GROUPS, { standing: role, state: null });
    if (waveId) {
      const wave = await tx.db
        .selectFrom("wave")
        .select("id")
        .where("id", "=", waveId)
        .executeTakeFirst();
      // Somebody took it away in the meantime.
      if (!wave) throw notFound();
    }
    await tx.db.deleteFrom("programmeGroup").where("groupId", "=", groupId).execute();
    if (programmeId)
      await tx.db
        .insertInto("programmeGroup")
        .values({ groupId, programmeId, waveId, placedAt: tx.at })
        .execute();
    tx.state(GroupPlaced, { channelId: groupId, data: { programmeId, waveId } });
  });
  ctx.renew();
  return getGroup(ctx, groupId);
}
