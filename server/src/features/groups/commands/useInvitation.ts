import { refused } from "../../../house/refusal.ts";
import type { Context } from "../../../house/context.ts";
import type { Transaction } from "../../../live/write.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { wasInNetwork } from "../../networks/public.ts";
import { InvitationSchema, invitationState, type InvitedRole } from "../entities/invitation.ts";
import { readInvitationToken } from "../entities/invitationToken.ts";
import { MembershipSchema } from "../entities/membership.ts";

/** Where a token leads, read before the locks that going there needs. */
export interface Way {
  invitationId: string;
  generation: number;
  groupId: string;
  networkId: string;
  role: InvitedRole;
}

/** Throws NOT_FOUND for what is no token of this installation. */
export async function findWay(ctx: Context, token: string): Promise<Way> {
  const invited = readInvitationToken(token, ctx.house.config.secret);
  if (!invited) throw notFound();
  const way = await ctx.db
    .selectFrom("invitation")
    .innerJoin("group", "group.id", "invitation.groupId")
    .select(["invitation.groupId", "invitation.role", "group.networkId"])
    .where("invitation.id", "=", invited.id)
    .executeTakeFirst();
  if (!way) throw notFound();
  return { ...way, invitationId: invited.id, generation: invited.generation };
}

/** Counts one use of an invitation that is good for this person. The command holds the group's channel. */
export async function useInvitation(
  tx: Transaction,
  { way, personId }: { way: Way; personId: string },
): Promise<void> {
  const { db, em, at } = tx;
  const invitation = await em.findOneOrFail(InvitationSchema, { id: way.invitationId });
  // Inviting again may give another role, whose channels this command does not hold.
  if (invitation.role !== way.role)
    throw refused("INVITATION_EXPIRED", "This invitation was changed just now: try again.");
  const state = invitationState(invitation, at);
  if (state === "REVOKED")
    throw refused("INVITATION_REVOKED", "This invitation was taken back. Ask who invited you.");
  if (state === "ACCEPTED")
    throw refused("INVITATION_USED", "This invitation was used already. Ask for one of your own.");
  if (state === "EXPIRED" || invitation.generation !== way.generation)
    throw refused(
      "INVITATION_EXPIRED",
      "This invitation is too old. Ask for a new one, or look for a newer letter.",
    );
  const used = await db
    .selectFrom("invitationUse")
    .select("at")
    .where("invitationId", "=", invitation.id)
    .where("personId", "=", personId)
    .executeTakeFirst();
  if (used)
    throw refused("INVITATION_USED", "You used this invitation already. Ask for a new one.");
  // A link that is still about must not let in again who was removed since.
  const last = await em.findOne(
    MembershipSchema,
    { groupId: invitation.groupId, personId },
    { orderBy: { since: "desc", id: "desc" } },
  );
  const gone = await wasInNetwork(db, { networkId: way.networkId, personId });
  const removals = [last?.state === "REMOVED" ? last.endedAt : null, gone?.removedAt];
  if (removals.some((at) => at && at >= invitation.issuedAt))
    throw refused(
      "INVITATION_REVOKED",
      "This invitation is from before you were removed. Ask for a new one.",
    );
  invitation.useCount += 1;
  await db
    .insertInto("invitationUse")
    .values({ invitationId: invitation.id, personId, at })
    .execute();
}
