import { forward, pageOf, toPage, type ForwardArgs, type Page } from "../../../house/connection.ts";
import type { Context } from "../../../house/context.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { fullAt } from "../entities/group.ts";
import { invitationState, type InvitationRow } from "../entities/invitation.ts";
import { readInvitationToken, writeInvitationToken } from "../entities/invitationToken.ts";
import { groupForViewer, groupInvitations } from "../loaders.ts";
import { groupPolicy } from "../policy.ts";
import { Invitation, InvitationPreview } from "../types/invitation.ts";

/** An invitation for those who may ADMIT; null for everybody else. */
export async function findInvitation(ctx: Context, id: string): Promise<Invitation | null> {
  const row = await ctx.db
    .selectFrom("invitation")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row && (await mayAdmit(ctx, row.groupId)) ? presentInvitation(ctx, row) : null;
}

/** The group of an invitation, for those who may ADMIT into it. Throws NOT_FOUND for everybody else. */
export async function getGroupOfInvitation(ctx: Context, id: string): Promise<string> {
  const row = await ctx.db
    .selectFrom("invitation")
    .select("groupId")
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row || !(await mayAdmit(ctx, row.groupId))) throw notFound();
  return row.groupId;
}

/** The invitations of a group, the newest first; none for those who may not ADMIT. */
export async function listInvitations(
  ctx: Context,
  { groupId, args }: { groupId: string; args: ForwardArgs },
): Promise<Page<Invitation>> {
  const { limit, after } = forward(args, ["instant", "uuid"]);
  if (!(await mayAdmit(ctx, groupId)))
    return toPage([], { hasNextPage: false, hasPreviousPage: false });
  const rows = await ctx.load(groupInvitations, { parentId: groupId, limit, after, filter: null });
  return pageOf(rows, {
    limit,
    after,
    key: (row) => [row.createdAt.toISOString(), row.id],
    present: (row) => presentInvitation(ctx, row),
  });
}

/** What a token invites to, for whoever holds it; null for a token that was not made here. */
export async function findInvitationPreview(
  ctx: Context,
  token: string,
): Promise<InvitationPreview | null> {
  const invited = readInvitationToken(token, ctx.house.config.secret);
  if (!invited) return null;
  const row = await ctx.db
    .selectFrom("invitation")
    .innerJoin("group", "group.id", "invitation.groupId")
    .innerJoin("network", "network.id", "group.networkId")
    .selectAll("invitation")
    .select([
      "group.name as groupName",
      "network.name as networkName",
      "group.memberCapacity",
      "group.memberCount",
      "group.coordinatorCapacity",
      "group.coordinatorCount",
      "group.heldCount",
      "group.waitingCount",
    ])
    .where("invitation.id", "=", invited.id)
    .executeTakeFirst();
  if (!row) return null;
  const { groupId, groupName, networkName, role } = row;
  const state = invitationState(row, new Date());
  return Object.assign(new InvitationPreview(), {
    groupId,
    groupName,
    networkName,
    role,
    state: state === "PENDING" && row.generation !== invited.generation ? "EXPIRED" : state,
    full: fullAt(row, role) !== null,
  });
}

/** `issued`: with the token, in the answer that hands it out. */
export function presentInvitation(ctx: Context, row: InvitationRow, issued = false): Invitation {
  const { id, email, label, role, createdAt, expiresAt, maxUses, useCount, invitedBy } = row;
  const { secret, publicUrl } = ctx.house.config;
  const token = issued ? writeInvitationToken(row, secret) : null;
  return Object.assign(new Invitation(), {
    key: id,
    inviterId: invitedBy,
    email,
    label,
    role,
    createdAt,
    expiresAt,
    maxUses,
    useCount,
    state: invitationState(row, new Date()),
    token,
    url: token && invitationUrl(publicUrl, token),
  });
}

/** Where a browser opens an invitation. */
export const invitationUrl = (publicUrl: string, token: string) => `${publicUrl}/join/${token}`;

async function mayAdmit(ctx: Context, groupId: string): Promise<boolean> {
  const found = await ctx.load(groupForViewer, groupId);
  return found !== null && groupPolicy.ADMIT(found.standing, found.row);
}
