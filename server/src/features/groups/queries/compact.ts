import { forward, pageOf, toPage, type ForwardArgs, type Page } from "../../../house/connection.ts";
import type { Context } from "../../../house/context.ts";
import type { Membership } from "../../networks/public.ts";
import { agreedVersion, compactOfGroup, compactVersionsOf, notAgreed } from "../compactLoaders.ts";
import type { CompactVersionRow } from "../entities/compact.ts";
import { groupForViewer } from "../loaders.ts";
import { groupPolicy } from "../policy.ts";
import { CompactVersion } from "../types/compact.ts";
import type { Group } from "../types/group.ts";
import { presentMembership } from "./members.ts";

/**
 * A group's compact as it is now, for whom it binds and who may come in: who is inside, leads or administers it, who
 * sees that it takes people by themselves, and who holds an invitation (`invited`).
 */
export async function findCompact(
  ctx: Context,
  { groupId, invited = false }: { groupId: string; invited?: boolean },
): Promise<CompactVersion | null> {
  const row = await ctx.load(compactOfGroup, groupId);
  const found = row && (await ctx.load(groupForViewer, groupId));
  const seesMembers = found ? groupPolicy.SEE_MEMBERS(found.standing, found.row) : false;
  const mayComeIn = found?.row.visibility === "OPEN" || found?.row.visibility === "RESTRICTED";
  return row && (invited || seesMembers || mayComeIn) ? presentVersion(row, seesMembers) : null;
}

/** All of its versions, the newest first, for who may SEE_MEMBERS. */
export async function listCompactVersions(ctx: Context, group: Group): Promise<CompactVersion[]> {
  if (!groupPolicy.SEE_MEMBERS(group.standing, group)) return [];
  const rows = await ctx.load(compactVersionsOf, group.key);
  return rows.map((row) => presentVersion(row, true));
}

/** The members who have not agreed to it as it is now, for who may EDIT. */
export async function listNotAgreed(
  ctx: Context,
  { group, args }: { group: Group; args: ForwardArgs },
): Promise<Page<Membership>> {
  const { limit, after } = forward(args, ["instant", "uuid"]);
  if (!groupPolicy.EDIT(group.standing, group))
    return toPage([], { hasNextPage: false, hasPreviousPage: false });
  const rows = await ctx.load(notAgreed, { parentId: group.key, limit, after, filter: null });
  return pageOf(rows, {
    limit,
    after,
    key: (row) => [row.since.toISOString(), row.id],
    present: presentMembership,
  });
}

/** The newest version that the person of a place has agreed to; null for a place in a network. */
export async function findAgreedVersion(
  ctx: Context,
  { groupId, personId }: { groupId: string | null; personId: string },
): Promise<number | null> {
  return groupId ? ctx.load(agreedVersion, { groupId, personId }) : null;
}

/** Who wrote it is for those who may see who is in the group. */
function presentVersion(row: CompactVersionRow, seesMembers: boolean): CompactVersion {
  const { version, body, change, writtenAt, writerId } = row;
  return Object.assign(new CompactVersion(), {
    version,
    body,
    change,
    writtenAt,
    writerId: seesMembers ? writerId : null,
  });
}
