import { v7 as uuid } from "uuid";
import type { Db } from "../../../platform/database/database.ts";
import type { Transaction } from "../../../live/write.ts";
import {
  daysFrom,
  INVITATION_DAYS,
  InvitationSchema,
  invitationState,
  type InvitationRow,
  type InvitedRole,
} from "../entities/invitation.ts";

/** Within these milliseconds the same wish is a second click, and no second letter is sent. */
const SAME_WISH = 10 * 60_000;

/** Who is to be invited, under which terms. Addresses are in lower case, each once. */
export interface Handing {
  groupId: string;
  role: InvitedRole;
  note: string | null;
  invitedBy: string;
  batchId: string | null;
  people: readonly { email: string; label: string | null }[];
}

/** What became of each address: a new invitation, an earlier one that is good again, or nothing to do. */
export interface Handed {
  row: InvitationRow;
  how: "NEW" | "AGAIN" | "AS_IT_WAS";
}

/** Hands an invitation to each address, without writing yet. The caller holds the group's channel. */
export async function handOut(tx: Transaction, handing: Handing): Promise<Handed[]> {
  const { groupId, people, role, note, invitedBy, batchId } = handing;
  const now = tx.at;
  const emails = people.map(({ email }) => email);
  const known = await findStanding(tx, { groupId, emails });
  return people.map(({ email, label }) => {
    const before = known.get(email);
    if (before && (before.useCount > 0 || isSameWish(before, { role, now })))
      return { row: before, how: "AS_IT_WAS" };
    const expiresAt = daysFrom(now, INVITATION_DAYS);
    const terms = { role, note, invitedBy, batchId, issuedAt: now, expiresAt };
    if (before) return { row: Object.assign(before, terms), how: "AGAIN" };
    const row = tx.em.create(InvitationSchema, {
      id: uuid(),
      groupId,
      email,
      label,
      generation: 1,
      maxUses: 1,
      useCount: 0,
      createdAt: now,
      revokedAt: null,
      ...terms,
    });
    return { row, how: "NEW" };
  });
}

function isSameWish(row: InvitationRow, { role, now }: { role: string; now: Date }): boolean {
  const fresh = now.getTime() - row.issuedAt.getTime() < SAME_WISH;
  return fresh && row.role === role && invitationState(row, now) === "PENDING";
}

/** For each address the invitation that stands: an open one, or the one by which its person is in the group. */
async function findStanding(
  { db, em }: Transaction,
  { groupId, emails }: { groupId: string; emails: string[] },
): Promise<Map<string | null | undefined, InvitationRow>> {
  const rows = await em.find(InvitationSchema, {
    groupId,
    email: { $in: emails },
    revokedAt: null,
  });
  const inside = await findInsideByInvitation(db, { groupId, emails });
  const standing = rows.filter((row) => row.useCount === 0 || inside.has(row.id));
  return new Map(standing.map((row) => [row.email, row]));
}

/** The invitations to these addresses by which somebody is in the group now. */
async function findInsideByInvitation(
  db: Db,
  { groupId, emails }: { groupId: string; emails: readonly string[] },
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("invitationUse")
    .innerJoin("invitation", "invitation.id", "invitationUse.invitationId")
    .innerJoin("membership", (join) =>
      join
        .onRef("membership.groupId", "=", "invitation.groupId")
        .onRef("membership.personId", "=", "invitationUse.personId"),
    )
    .select("invitation.id")
    .where("invitation.groupId", "=", groupId)
    .where("invitation.email", "in", emails)
    .where("membership.state", "=", "ACTIVE")
    .execute();
  return new Set(rows.map((row) => row.id));
}
