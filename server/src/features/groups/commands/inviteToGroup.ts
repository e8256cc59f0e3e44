import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanOptional } from "../../../house/text.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { addressOf } from "../entities/address.ts";
import { InvitationsIssued } from "../facts.ts";
import { getGroup } from "../queries/groups.ts";
import { presentInvitation } from "../queries/invitations.ts";
import type { Invitation, InviteToGroupInput } from "../types/invitation.ts";
import { handOut } from "./handOut.ts";
import { checkDailyLimit, getGroupToInvite, invitedRole } from "./issue.ts";

const MOST = 100;

/**
 * Invites people by mail. Who was invited before keeps the invitation and its link, made good for another 28
 * days; who accepted and is in the group gets the accepted one back, without a letter.
 */
export async function inviteToGroup(
  ctx: Context,
  input: InviteToGroupInput,
): Promise<Invitation[]> {
  const personId = ctx.personId;
  const groupId = uuidOf("Group", input.groupId);
  const role = invitedRole(input.role);
  const emails = emailsOf(input.emails);
  const note = cleanOptional(input.note, { field: "note", max: 1_000 });

  await getGroup(ctx, groupId);
  const rows = await ctx.live.write(
    { channels: [groupId, personId], actorId: personId },
    async (tx) => {
      await getGroupToInvite(tx.db, { groupId, personId, role });
      const people = emails.map((email) => ({ email, label: null }));
      const terms = { groupId, role, note, invitedBy: personId, batchId: null };
      const handed = await handOut(tx, { ...terms, people });
      const issued = handed.filter(({ how }) => how !== "AS_IT_WAS").map(({ row }) => row);
      // Counted before they are written.
      await checkDailyLimit(tx.db, { personId, more: issued.length });
      if (issued.length > 0)
        tx.state(InvitationsIssued, {
          channelId: groupId,
          data: { invitationIds: issued.map((row) => row.id) },
        });
      return handed.map(({ row }) => row);
    },
  );
  return rows.map((row) => presentInvitation(ctx, row, row.useCount === 0));
}

/** Addresses in lower case, each once. */
function emailsOf(emails: readonly string[]): string[] {
  const clean = emails.map((email, at) => {
    const address = addressOf(email);
    if (address === null)
      throw refused(
        "INVALID_INPUT",
        `This is no e-mail address: ${email.toWellFormed().slice(0, 60)}`,
        ["emails", `${at}`],
      );
    return address;
  });
  const once = [...new Set(clean)];
  if (once.length === 0 || emails.length > MOST)
    throw refused("INVALID_INPUT", `Give 1 to ${MOST} addresses at a time.`, ["emails"]);
  return once;
}
