import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import type { Membership } from "../../networks/public.ts";
import { GroupSchema } from "../entities/group.ts";
import { MembershipSchema } from "../entities/membership.ts";
import { groupPolicy } from "../policy.ts";
import { getGroup } from "../queries/groups.ts";
import { presentMembership } from "../queries/members.ts";
import { getStandingIn } from "../queries/standing.ts";
import type { Group } from "../types/group.ts";
import type { JoinGroupInput } from "../types/membership.ts";
import { agree } from "./agreeToCompact.ts";
import { admit } from "./places.ts";

/** Lets the viewer into an open group of their network. Who is in already keeps the place that they have. */
export async function joinGroup(
  ctx: Context,
  input: JoinGroupInput,
): Promise<{ membership: Membership; group: Group }> {
  const personId = ctx.personId;
  const groupId = uuidOf("Group", input.groupId);

  // Who may not know of it does not even wait for its lock.
  await getGroup(ctx, groupId);
  const membership = await ctx.live.write(
    { channels: [groupId, personId], actorId: personId },
    async (tx) => {
      const { group, standing } = await getStandingIn(tx.db, { groupId, personId });
      const place = await tx.em.findOne(MembershipSchema, { groupId, personId, state: "ACTIVE" });
      const agreement = { groupId, personId, version: input.agreesToCompact, place };
      if (place) {
        await agree(tx, agreement);
        return presentMembership(place);
      }
      demand(groupPolicy.JOIN, { standing, state: group });
      const last = await tx.em.findOne(
        MembershipSchema,
        { groupId, personId },
        { orderBy: { endedAt: "desc" } },
      );
      if (last?.state === "REMOVED")
        throw refused(
          "FORBIDDEN",
          "You were removed from this group: a coordinator can invite you again.",
        );
      await agree(tx, agreement);
      const row = await tx.em.findOneOrFail(GroupSchema, { id: groupId });
      return presentMembership(await admit(tx, { group: row, personId, role: "MEMBER" }));
    },
  );
  ctx.renew();
  return { membership, group: await getGroup(ctx, groupId) };
}
