import { forward, pageOf, toPage, type ForwardArgs, type Page } from "../../../house/connection.ts";
import { answerActions, type ActionAnswer } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { allowed } from "../../../platform/policy/rule.ts";
import {
  aboutNetworkPlace,
  findNetworkMembership,
  Membership,
  type Role,
} from "../../networks/public.ts";
import type { MembershipRow } from "../entities/membership.ts";
import { groupForViewer, groupMembers, membershipById } from "../loaders.ts";
import { groupPolicy, membershipPolicy, type MembershipAction } from "../policy.ts";

/** The members of a group, the longest there first; nobody for who sees the group and not its members. */
export async function listMembers(
  ctx: Context,
  { groupId, role, args }: { groupId: string; role: Role | null; args: ForwardArgs },
): Promise<Page<Membership>> {
  const { limit, after } = forward(args, ["instant", "uuid"]);
  if (!(await maySeeMembers(ctx, groupId)))
    return toPage([], { hasNextPage: false, hasPreviousPage: false });
  const rows = await ctx.load(groupMembers, {
    parentId: groupId,
    limit,
    after,
    filter: { role },
  });
  return pageOf(rows, { limit, after, key: placeOf, present: presentMembership });
}

/** A place that an update tells of, whether it lasts or not. */
export async function getMembership(ctx: Context, id: string): Promise<Membership> {
  const row = await ctx.load(membershipById, id);
  if (!row) throw new Error(`membership ${id} is missing`);
  return presentMembership(row);
}

/** A place in a group or network, for who may see its members. */
export async function findMembership(ctx: Context, id: string): Promise<Membership | null> {
  const row = await ctx.load(membershipById, id);
  if (!row) return findNetworkMembership(ctx, id);
  return row.state === "ACTIVE" && (await maySeeMembers(ctx, row.groupId))
    ? presentMembership(row)
    : null;
}

/** What the viewer may do with a place in a group or network. */
export async function listMembershipActions(
  ctx: Context,
  membership: Membership,
): Promise<MembershipAction[]> {
  if (membership.networkId) return (await aboutNetworkPlace(ctx, membership)).can;
  const about = await placeOfViewer(ctx, membership);
  return about ? allowed(membershipPolicy, about.standing, about.state) : [];
}

/** The same with the reasons. */
export async function explainMembership(
  ctx: Context,
  membership: Membership,
): Promise<ActionAnswer[]> {
  if (membership.networkId) return (await aboutNetworkPlace(ctx, membership)).actions;
  const about = await placeOfViewer(ctx, membership);
  return about ? answerActions(membershipPolicy, about.standing, about.state) : [];
}

async function placeOfViewer(ctx: Context, { groupId, role, personId }: Membership) {
  const found = groupId && (await ctx.load(groupForViewer, groupId));
  if (!found) return null;
  const state = { ...found.row, role, isViewer: personId === ctx.personId };
  return { standing: found.standing, state };
}

export function presentMembership({
  id,
  groupId,
  personId,
  role,
  since,
}: MembershipRow): Membership {
  return Object.assign(new Membership(), { key: id, groupId, personId, role, since });
}

const placeOf = (row: MembershipRow) => [row.since.toISOString(), row.id] as const;

async function maySeeMembers(ctx: Context, groupId: string): Promise<boolean> {
  const found = await ctx.load(groupForViewer, groupId);
  return found !== null && groupPolicy.SEE_MEMBERS(found.standing, found.row);
}
