import { sql } from "kysely";
import { forward, pageOf, type ForwardArgs, type Page } from "../../../house/connection.ts";
import type { Context } from "../../../house/context.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { allowed } from "../../../platform/policy/rule.ts";
import { networkForViewer } from "../../networks/public.ts";
import type { GroupKind } from "../entities/group.ts";
import { groupForViewer, networkGroups, type GroupForViewer } from "../loaders.ts";
import { isCircle } from "../entities/context.ts";
import { groupPolicy, nextStates } from "../policy.ts";
import { Group } from "../types/group.ts";

export async function findGroup(ctx: Context, id: string): Promise<Group | null> {
  const found = await ctx.load(groupForViewer, id);
  return found && presentGroup(ctx, found);
}

/** A group that the viewer may see. Throws NOT_FOUND for all others. */
export async function getGroup(ctx: Context, id: string): Promise<Group> {
  const group = await findGroup(ctx, id);
  if (!group) throw notFound();
  return group;
}

/** The groups that the viewer is in, the longest joined first. */
export async function listViewerGroups(ctx: Context, args: ForwardArgs): Promise<Page<Group>> {
  const { limit, after } = forward(args, ["instant", "uuid"]);
  let mine = ctx.db
    .selectFrom("membership")
    .select(["groupId", "since", "id"])
    .where("personId", "=", ctx.personId)
    .where("state", "=", "ACTIVE")
    .orderBy("since")
    .orderBy("id")
    .limit(limit + 1);
  if (after)
    mine = mine.where(sql<boolean>`(since, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  const rows = await mine.execute();
  return pageOf(await withGroups(ctx, rows, (row) => row.groupId), {
    limit,
    after,
    key: ({ row }) => [row.since.toISOString(), row.id],
    present: ({ group }) => group,
  });
}

/** The groups of a network, for who is in it; the oldest first. */
export async function listNetworkGroups(
  ctx: Context,
  { networkId, kind, args }: { networkId: string; kind: GroupKind | null; args: ForwardArgs },
): Promise<Page<Group>> {
  const { limit, after } = forward(args, ["instant", "uuid"]);
  if (!(await ctx.load(networkForViewer, networkId))) throw notFound();
  const rows = await ctx.load(networkGroups, {
    parentId: networkId,
    limit,
    after,
    filter: { kind },
  });
  return pageOf(await withGroups(ctx, rows, (row) => row.id), {
    limit,
    after,
    key: ({ row }) => [row.createdAt.toISOString(), row.id],
    present: ({ group }) => group,
  });
}

/** Rows with their groups, without those that went out of sight between the two readings. */
async function withGroups<Row>(
  ctx: Context,
  rows: readonly Row[],
  groupId: (row: Row) => string,
): Promise<{ row: Row; group: Group }[]> {
  const groups = await Promise.all(rows.map((row) => findGroup(ctx, groupId(row))));
  return rows.flatMap((row, at) => {
    const group = groups[at];
    return group ? [{ row, group }] : [];
  });
}

function presentGroup(ctx: Context, { row, standing }: GroupForViewer): Group {
  const { id, headSeq, ...shown } = row;
  return Object.assign(new Group(), {
    ...shown,
    key: id,
    standing,
    isCircle: isCircle(row),
    nextStates: nextStates(standing, row),
    viewerRole: standing.role,
    viewerCan: allowed(groupPolicy, standing, row),
    liveCursor: ctx.live.cursor(id, headSeq),
  });
}
