import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import type { Transaction } from "../../../live/write.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { enterNetwork, networkRoleIn, type Membership } from "../../networks/public.ts";
import { GroupSchema } from "../entities/group.ts";
import { InvitationSchema, invitationState, type InvitationRow } from "../entities/invitation.ts";
import { readInvitationToken } from "../entities/invitationToken.ts";
import { MembershipSchema } from "../entities/membership.ts";
import { getGroup } from "../queries/groups.ts";
import { presentMembership } from "../queries/members.ts";
import type { Group } from "../types/group.ts";
import type { AcceptInvitationInput } from "../types/invitation.ts";
import { admit, channelsOfPlace } from "./places.ts";

/**
 * Lets the holder of a token into its group, and into the network. Who is in already keeps the place that they
 * have, so a second click answers like the first.
 */
export async function acceptInvitation(
  ctx: Context,
  input: AcceptInvitationInput,
): Promise<{ membership: Membership; group: Group }> {
  const personId = ctx.personId;
  const invited = readInvitationToken(input.token, ctx.house.config.secret);
  const way = invited && (await findWay(ctx, invited.id));
  if (!invited || !way) throw notFound();
  const { groupId, networkId, role } = way;

  // The network is locked by who is new to it alone, so that its groups fill side by side.
  const isNew = !(await networkRoleIn(ctx.db, { networkId, personId }));
  const places =
    role === "COORDINATOR"
      ? await channelsOfPlace(ctx.db, { groupId, personId })
      : [groupId, personId];
  const channels = isNew ? [...places, networkId] : places;

  const membership = await ctx.live.write({ channels, actorId: personId }, async (tx) => {
    const { em } = tx;
    const place = await em.findOne(MembershipSchema, { groupId, personId, state: "ACTIVE" });
    if (place) return presentMembership(place);
    const invitation = await em.findOneOrFail(InvitationSchema, { id: invited.id });
    // Inviting again may give another role, whose channels this command does not hold.
    if (invitation.role !== role)
      throw refused("INVITATION_EXPIRED", "This invitation was changed just now: try again.");
    await checkGood(tx, { invitation, generation: invited.generation, personId });
    if (isNew) await enterNetwork(tx, { networkId, personId });
    const group = await em.findOneOrFail(GroupSchema, { id: groupId });
    invitation.useCount += 1;
    await tx.db
      .insertInto("invitationUse")
      .values({ invitationId: invitation.id, personId, at: tx.at })
      .execute();
    return presentMembership(await admit(tx, { group, personId, role }));
  });
  ctx.renew();
  return { membership, group: await getGroup(ctx, groupId) };
}

async function findWay(ctx: Context, invitationId: string) {
  return ctx.db
    .selectFrom("invitation")
    .innerJoin("group", "group.id", "invitation.groupId")
    .select(["invitation.groupId", "invitation.role", "group.networkId"])
    .where("invitation.id", "=", invitationId)
    .executeTakeFirst();
}

async function checkGood(
  { db, em, at }: Transaction,
  {
    invitation,
    generation,
    personId,
  }: { invitation: InvitationRow; generation: number; personId: string },
): Promise<void> {
  const state = invitationState(invitation, at);
  if (state === "REVOKED")
    throw refused("INVITATION_REVOKED", "This invitation was taken back. Ask who invited you.");
  if (state === "ACCEPTED")
    throw refused("INVITATION_USED", "This invitation was used already. Ask for one of your own.");
  if (state === "EXPIRED" || invitation.generation !== generation)
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
  if (last?.state === "REMOVED" && last.endedAt && last.endedAt >= invitation.issuedAt)
    throw refused(
      "INVITATION_REVOKED",
      "This invitation is from before you were removed. Ask for a new one.",
    );
}
