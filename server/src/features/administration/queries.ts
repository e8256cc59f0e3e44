import { forward, pageOf, toPage, type ForwardArgs, type Page } from "../../house/connection.ts";
import type { Context } from "../../house/context.ts";
import { allowed } from "../../platform/policy/rule.ts";
import { networkForViewer } from "../networks/public.ts";
import type { BulkActRow, LineOutcome, LinePlan } from "./entities.ts";
import { actById, actLines, countsOfAct, groupsOfAct, networkActs } from "./loaders.ts";
import { bulkPolicy } from "./policy.ts";
import { BulkAct, BulkGroup, BulkLine, OutcomeCount, PlanCount } from "./types.ts";

/** An act for the network's managers; null for everybody else. */
export async function findBulkAct(ctx: Context, id: string): Promise<BulkAct | null> {
  const row = await ctx.load(actById, id);
  return row && (await manages(ctx, row.networkId)) ? present(row) : null;
}

/** The record of a network's acts, for its managers; nothing for everybody else. */
export async function listBulkActs(
  ctx: Context,
  { networkId, args }: { networkId: string; args: ForwardArgs },
): Promise<Page<BulkAct>> {
  const { limit, after } = forward(args, ["instant", "uuid"]);
  if (!(await manages(ctx, networkId)))
    return toPage([], { hasNextPage: false, hasPreviousPage: false });
  const rows = await ctx.load(networkActs, { parentId: networkId, limit, after, filter: null });
  return pageOf(rows, {
    limit,
    after,
    key: (row) => [row.createdAt.toISOString(), row.id],
    present,
  });
}

interface LinesAsked {
  actId: string;
  plans: LinePlan[] | null;
  outcomes: LineOutcome[] | null;
  args: ForwardArgs;
}

export async function listLines(
  ctx: Context,
  { actId, plans, outcomes, args }: LinesAsked,
): Promise<Page<BulkLine>> {
  const { limit, after } = forward(args, ["number"]);
  const filter = { plans, outcomes };
  const rows = await ctx.load(actLines, { parentId: actId, limit, after, filter });
  return pageOf(rows, {
    limit,
    after,
    key: ({ number }) => [number],
    present: ({ number, email, name, groupName, groupId, role, plan, outcome, reason }) =>
      Object.assign(new BulkLine(), {
        number,
        email,
        name,
        groupName,
        groupId,
        role,
        plan,
        outcome,
        reason,
      }),
  });
}

export async function countPlans(ctx: Context, actId: string): Promise<PlanCount[]> {
  const { plans } = await ctx.load(countsOfAct, actId);
  return plans.map((one) => Object.assign(new PlanCount(), one));
}

export async function countOutcomes(ctx: Context, actId: string): Promise<OutcomeCount[]> {
  const { outcomes } = await ctx.load(countsOfAct, actId);
  return outcomes.map((one) => Object.assign(new OutcomeCount(), one));
}

/** All are read for one act: a list names at most a few thousand. */
export async function listGroupsOfAct(
  ctx: Context,
  { actId, args }: { actId: string; args: ForwardArgs },
): Promise<Page<BulkGroup>> {
  const { limit, after } = forward(args, ["number"]);
  const from = Number(after?.[0] ?? -1) + 1;
  const rows = (await ctx.load(groupsOfAct, actId)).map((row, at) => ({ row, at }));
  return pageOf(rows.slice(from, from + limit + 1), {
    limit,
    after,
    key: ({ at }) => [at],
    present({ row: { groupId, members, coordinators, memberSeats, coordinatorSeats } }) {
      const short =
        members > (memberSeats ?? Infinity) || coordinators > (coordinatorSeats ?? Infinity);
      const seats = { memberSeats, coordinatorSeats, short };
      return Object.assign(new BulkGroup(), { groupId, members, coordinators, ...seats });
    },
  });
}

async function manages(ctx: Context, networkId: string): Promise<boolean> {
  return (await ctx.load(networkForViewer, networkId))?.role === "MANAGER";
}

/** For who manages its network. */
function present(row: BulkActRow): BulkAct {
  const { id, networkId, actorId, kind, state, total, done } = row;
  const { createdAt, startedAt, finishedAt, undoneAt } = row;
  return Object.assign(new BulkAct(), {
    key: id,
    networkId,
    actorId,
    kind,
    state,
    total,
    done,
    createdAt,
    startedAt,
    finishedAt,
    undoneAt,
    viewerCan: allowed(bulkPolicy, "MANAGER", row),
  });
}
