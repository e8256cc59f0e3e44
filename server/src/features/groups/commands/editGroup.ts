import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanLine, cleanOptional } from "../../../house/text.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { GroupSchema } from "../entities/group.ts";
import { GroupEdited } from "../facts.ts";
import { groupPolicy } from "../policy.ts";
import { getGroup } from "../queries/groups.ts";
import { getStandingIn } from "../queries/standing.ts";
import type { EditGroupInput, Group } from "../types/group.ts";

/** Changes what a group says of itself. */
export async function editGroup(ctx: Context, input: EditGroupInput): Promise<Group> {
  const personId = ctx.personId;
  const groupId = uuidOf("Group", input.groupId);
  const networkId = (await getGroup(ctx, groupId)).networkId;

  await ctx.live.write({ channels: [groupId, networkId], actorId: personId }, async (tx) => {
    const { group, standing } = await getStandingIn(tx.db, { groupId, personId });
    if (!groupPolicy.EDIT(standing, group))
      throw refused("FORBIDDEN", "Only the group's coordinators and managers edit it.");
    const row = await tx.em.findOneOrFail(GroupSchema, { id: groupId });
    if (input.name !== undefined)
      row.name = cleanLine(input.name ?? "", { field: "name", max: 120 });
    if (input.description !== undefined)
      row.description = cleanOptional(input.description, { field: "description", max: 2_000 });
    if (input.country !== undefined) row.country = input.country;
    for (const channelId of [groupId, networkId])
      tx.state(GroupEdited, { channelId, data: { groupId } });
  });
  ctx.renew();
  return getGroup(ctx, groupId);
}
