import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanOptional } from "../../../house/text.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { InvitationSchema, invitationState } from "../entities/invitation.ts";
import { InvitationRevoked } from "../facts.ts";
import { getGroupOfInvitation, presentInvitation } from "../queries/invitations.ts";
import type { Invitation, RevokeInvitationInput } from "../types/invitation.ts";
import { demandAdmission } from "./issue.ts";

/** Takes an invitation back. One that was taken back stays so. */
export async function revokeInvitation(
  ctx: Context,
  input: RevokeInvitationInput,
): Promise<Invitation> {
  const personId = ctx.personId;
  const id = uuidOf("Invitation", input.invitationId);
  const reason = cleanOptional(input.reason, { field: "reason", max: 500 });
  const groupId = await getGroupOfInvitation(ctx, id);

  const row = await ctx.live.write({ channels: [groupId], actorId: personId }, async (tx) => {
    await demandAdmission(tx.db, { groupId, personId });
    const invitation = await tx.em.findOneOrFail(InvitationSchema, { id });
    const now = tx.at;
    const state = invitationState(invitation, now);
    if (state === "REVOKED") return invitation;
    if (state === "ACCEPTED")
      throw refused(
        "INVITATION_USED",
        "This invitation was accepted already: remove the member instead.",
      );
    invitation.revokedAt = now;
    tx.state(InvitationRevoked, { channelId: groupId, data: { invitationId: id, reason } });
    return invitation;
  });
  return presentInvitation(ctx, row);
}
