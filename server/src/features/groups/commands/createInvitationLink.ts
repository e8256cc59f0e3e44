import { v7 as uuid } from "uuid";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanOptional } from "../../../house/text.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { daysFrom, INVITATION_DAYS, InvitationSchema } from "../entities/invitation.ts";
import { getGroup } from "../queries/groups.ts";
import { presentInvitation } from "../queries/invitations.ts";
import type { CreateInvitationLinkInput, Invitation } from "../types/invitation.ts";
import { checkDailyLimit, getGroupToInvite, invitedRole } from "./issue.ts";

const MOST_USES = 1_000;

/** Makes a link by which several people can join. */
export async function createInvitationLink(
  ctx: Context,
  input: CreateInvitationLinkInput,
): Promise<Invitation> {
  const personId = ctx.personId;
  const groupId = uuidOf("Group", input.groupId);
  const role = invitedRole(input.role);
  const label = cleanOptional(input.label, { field: "label", max: 120 });
  const maxUses = input.maxUses ?? 100;
  if (maxUses < 1 || maxUses > MOST_USES)
    throw refused("INVALID_INPUT", `A link is good for 1 to ${MOST_USES} uses.`, ["maxUses"]);
  const now = new Date();
  const expiresAt = input.expiresAt ?? daysFrom(now, INVITATION_DAYS);
  if (expiresAt <= now || expiresAt > daysFrom(now, 366))
    throw refused("INVALID_INPUT", "A link is good until a time from now to a year ahead.", [
      "expiresAt",
    ]);

  await getGroup(ctx, groupId);
  const row = await ctx.live.write(
    { channels: [groupId, personId], actorId: personId },
    async (tx) => {
      await getGroupToInvite(tx.db, { groupId, personId, role });
      await checkDailyLimit(tx.db, { personId, more: 1 });
      return tx.em.create(InvitationSchema, {
        id: uuid(),
        groupId,
        role,
        email: null,
        label,
        note: null,
        invitedBy: personId,
        generation: 1,
        maxUses,
        useCount: 0,
        createdAt: tx.at,
        issuedAt: tx.at,
        expiresAt,
        revokedAt: null,
        batchId: null,
      });
    },
  );
  return presentInvitation(ctx, row, true);
}
