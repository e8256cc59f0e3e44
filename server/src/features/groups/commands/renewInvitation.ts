import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import {
  daysFrom,
  INVITATION_DAYS,
  InvitationSchema,
  invitationState,
} from "../entities/invitation.ts";
import { InvitationsIssued } from "../facts.ts";
import { getGroupOfInvitation, presentInvitation } from "../queries/invitations.ts";
import type { Invitation, RenewInvitationInput } from "../types/invitation.ts";
import { checkDailyLimit, demandAdmission, getGroupToInvite } from "./issue.ts";

/** So often one invitation can be renewed: each time a letter goes to the same address. */
const MOST_GENERATIONS = 20;

/** Gives an invitation a new token and another 28 days; tokens handed out before are good no more. */
export async function renewInvitation(
  ctx: Context,
  input: RenewInvitationInput,
): Promise<Invitation> {
  const personId = ctx.personId;
  const id = uuidOf("Invitation", input.invitationId);
  const groupId = await getGroupOfInvitation(ctx, id);

  const row = await ctx.live.write(
    { channels: [groupId, personId], actorId: personId },
    async (tx) => {
      await demandAdmission(tx.db, { groupId, personId });
      const invitation = await tx.em.findOneOrFail(InvitationSchema, { id });
      await getGroupToInvite(tx.db, { groupId, personId, role: invitation.role });
      const now = tx.at;
      const state = invitationState(invitation, now);
      if (state === "REVOKED")
        throw refused("INVITATION_REVOKED", "This invitation was taken back: make a new one.");
      if (state === "ACCEPTED")
        throw refused("INVITATION_USED", "This invitation was accepted already.");
      if (invitation.generation >= MOST_GENERATIONS)
        throw refused(
          "LIMIT_REACHED",
          "This invitation was renewed too often: revoke it and make a new one.",
        );
      await checkDailyLimit(tx.db, { personId, more: 1 });
      invitation.generation += 1;
      invitation.issuedAt = now;
      invitation.invitedBy = personId;
      invitation.batchId = null;
      invitation.expiresAt = daysFrom(now, INVITATION_DAYS);
      tx.state(InvitationsIssued, { channelId: groupId, data: { invitationIds: [id] } });
      return invitation;
    },
  );
  return presentInvitation(ctx, row, true);
}
