import { v7 as uuid } from "uuid";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanOptional } from "../../../house/text.ts";
import type { Transaction } from "../../../live/write.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import {
  daysFrom,
  INVITATION_DAYS,
  InvitationSchema,
  invitationState,
  type InvitationRow,
} from "../entities/invitation.ts";
import { InvitationsIssued } from "../facts.ts";
import { getGroup } from "../queries/groups.ts";
import { presentInvitation } from "../queries/invitations.ts";
import type { Invitation, InviteToGroupInput } from "../types/invitation.ts";
import { checkDailyLimit, getGroupToInvite, invitedRole } from "./issue.ts";

const MOST = 100;
/** Within these milliseconds the same wish is a second click, and no second letter is sent. */
const SAME_WISH = 10 * 60_000;

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
      const now = tx.at;
      const known = await findStanding(tx, { groupId, emails });
      const issued: InvitationRow[] = [];
      const all = emails.map((email) => {
        const before = known.get(email);
        if (before && (before.useCount > 0 || isSameWish(before, { role, now }))) return before;
        const terms = {
          role,
          note,
          invitedBy: personId,
          issuedAt: now,
          expiresAt: daysFrom(now, INVITATION_DAYS),
        };
        const row = before
          ? Object.assign(before, terms)
          : tx.em.create(InvitationSchema, {
              id: uuid(),
              groupId,
              email,
              label: null,
              generation: 1,
              maxUses: 1,
              useCount: 0,
              createdAt: now,
              revokedAt: null,
              ...terms,
            });
        issued.push(row);
        return row;
      });
      // Counted before they are written.
      await checkDailyLimit(tx.db, { personId, more: issued.length });
      if (issued.length > 0)
        tx.state(InvitationsIssued, {
          channelId: groupId,
          data: { invitationIds: issued.map((row) => row.id) },
        });
      return all;
    },
  );
  return rows.map((row) => presentInvitation(ctx, row, row.useCount === 0));
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
  const inside = await db
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
  const led = new Set(inside.map((row) => row.id));
  const standing = rows.filter((row) => row.useCount === 0 || led.has(row.id));
  return new Map(standing.map((row) => [row.email, row]));
}

const EMAIL =
  /^[^\s@<>"(),:;\\[\]\p{Cc}]{1,64}@[^\s@.,:;<>()\p{Cc}]+(?:\.[^\s@.,:;<>()\p{Cc}]+)+$/u;

/** Addresses in lower case, each once. */
function emailsOf(emails: readonly string[]): string[] {
  const clean = emails.map((email, at) => {
    const address = email.toWellFormed().trim().normalize("NFC").toLowerCase();
    if (address.length > 254 || !EMAIL.test(address))
      throw refused("INVALID_INPUT", `This is no e-mail address: ${address.slice(0, 60)}`, [
        "emails",
        `${at}`,
      ]);
    return address;
  });
  const once = [...new Set(clean)];
  if (once.length === 0 || emails.length > MOST)
    throw refused("INVALID_INPUT", `Give 1 to ${MOST} addresses at a time.`, ["emails"]);
  return once;
}
