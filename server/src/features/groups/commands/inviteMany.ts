import type { Transaction } from "../../../live/write.ts";
import {
  daysFrom,
  INVITATION_DAYS,
  InvitationSchema,
  type InvitedRole,
} from "../entities/invitation.ts";
import { InvitationRevoked, InvitationsIssued } from "../facts.ts";
import { handOut, type Handed, type Handing } from "./handOut.ts";
import { demandAdmission, getGroupToInvite } from "./issue.ts";

/**
 * Invites people by mail inside another room's transaction, which holds the group's channel. Refuses before it writes
 * anything. What is handed out with a `batchId` counts against no person's day.
 */
export async function inviteMany(tx: Transaction, handing: Handing): Promise<Handed[]> {
  const { groupId, role, invitedBy } = handing;
  await getGroupToInvite(tx.db, { groupId, personId: invitedBy, role });
  const handed = await handOut(tx, handing);
  const invitationIds = handed.filter(({ how }) => how !== "AS_IT_WAS").map(({ row }) => row.id);
  if (invitationIds.length > 0)
    tx.state(InvitationsIssued, { channelId: groupId, data: { invitationIds } });
  return handed;
}

/** Takes those of a group's invitations back that nobody has used. Returns which. The caller holds the channel. */
export async function revokeUnused(
  tx: Transaction,
  { groupId, personId, invitationIds }: Revoking,
): Promise<ReadonlySet<string>> {
  await demandAdmission(tx.db, { groupId, personId });
  const rows = await findUnused(tx, { groupId, invitationIds });
  for (const row of rows) {
    row.revokedAt = tx.at;
    tx.state(InvitationRevoked, {
      channelId: groupId,
      data: { invitationId: row.id, reason: null },
    });
  }
  return new Set(rows.map(({ id }) => id));
}

interface Revoking {
  groupId: string;
  personId: string;
  invitationIds: readonly string[];
}

/**
 * Makes those of a group's invitations good for another 28 days that nobody has used or taken back, with the words that
 * they had. Returns which. The caller holds the channel.
 */
export async function sendAgain(
  tx: Transaction,
  { groupId, role, personId, batchId, invitationIds }: Resending,
): Promise<ReadonlySet<string>> {
  await getGroupToInvite(tx.db, { groupId, personId, role });
  const rows = await findUnused(tx, { groupId, invitationIds });
  const sent = rows.filter((row) => row.role === role && row.expiresAt <= tx.at);
  for (const row of sent) {
    const expiresAt = daysFrom(tx.at, INVITATION_DAYS);
    Object.assign(row, { invitedBy: personId, batchId, issuedAt: tx.at, expiresAt });
  }
  const ids = sent.map(({ id }) => id);
  if (ids.length > 0)
    tx.state(InvitationsIssued, { channelId: groupId, data: { invitationIds: ids } });
  return new Set(ids);
}

interface Resending extends Revoking {
  role: InvitedRole;
  batchId: string;
}

const findUnused = (
  { em }: Transaction,
  { groupId, invitationIds }: Pick<Revoking, "groupId" | "invitationIds">,
) =>
  em.find(InvitationSchema, {
    id: { $in: [...invitationIds] },
    groupId,
    useCount: 0,
    revokedAt: null,
  });
