import { forward, pageOf, toPage, type ForwardArgs, type Page } from "../../house/connection.ts";
import type { Context } from "../../house/context.ts";
import { uuidOf } from "../../platform/graphql/ids.ts";
import { findGroup, groupForViewer, groupPolicy, type Group } from "../groups/public.ts";
import { networkForViewer, networkPolicy } from "../networks/public.ts";
import { attentionOf, boardPages, boardSummaries, orders, type BoardPlace } from "./loaders.ts";
import { BoardSummary, type Attention, type BoardFilter, type BoardOrder } from "./types.ts";

/** A page of a network's board; nothing for who may not see it. */
export async function listBoard(
  ctx: Context,
  {
    networkId,
    filter,
    order,
    args,
  }: { networkId: string; filter: BoardFilter; order: BoardOrder; args: ForwardArgs },
): Promise<Page<Group>> {
  const { limit, after } = forward(args, [orders[order].part, "uuid"]);
  const { state = null, kind = null, country = null, programmeId, attention = null } = filter;
  const wanted = {
    order,
    state,
    kind,
    country,
    programmeId: programmeId ? uuidOf("Programme", programmeId) : null,
    attention,
  };
  if (!(await seesBoard(ctx, networkId)))
    return toPage([], { hasNextPage: false, hasPreviousPage: false });
  const rows = await ctx.load(boardPages, { parentId: networkId, limit, after, filter: wanted });
  const groups = await Promise.all(rows.map(({ id }) => findGroup(ctx, id)));
  const found = rows.flatMap((row, at) => {
    const group = groups[at];
    return group ? [{ row, group }] : [];
  });
  const present = ({ group }: { group: Group }) => group;
  return pageOf(found, { limit, after, key: ({ row }) => placeOf(row), present });
}

const placeOf = ({ key, id }: BoardPlace) =>
  [key instanceof Date ? key.toISOString() : key, id] as const;

/** The whole board in a few numbers; null for who may not see it. */
export async function findSummary(ctx: Context, networkId: string): Promise<BoardSummary | null> {
  if (!(await seesBoard(ctx, networkId))) return null;
  return Object.assign(new BoardSummary(), await ctx.load(boardSummaries, networkId));
}

/** Why a group asks for attention, for who leads it. */
export async function listAttention(ctx: Context, groupId: string): Promise<Attention[]> {
  const found = await ctx.load(groupForViewer, groupId);
  // Nothing is asked for a group that can only be read.
  if (!found || !groupPolicy.EDIT(found.standing, found.row)) return [];
  return ctx.load(attentionOf, groupId);
}

async function seesBoard(ctx: Context, networkId: string): Promise<boolean> {
  const found = await ctx.load(networkForViewer, networkId);
  return found !== null && networkPolicy.SEE_BOARD(found.role, found);
}
