import { sql } from "kysely";
import { defineLoader, inOrder } from "../../house/loaders.ts";
import { definePages } from "../../house/pagesByParent.ts";
import type { BulkActRow, BulkLineRow, LineOutcome, LinePlan } from "./entities.ts";

export const actById = defineLoader<string, BulkActRow | null>(async (ctx, ids) => {
  const rows = await ctx.db
    .selectFrom("bulkAct")
    .selectAll()
    .where(sql<boolean>`id = any(${sql.val(ids)}::uuid[])`)
    .execute();
  return inOrder(ids, rows, { key: (row) => row.id, value: (row) => row, missing: null });
});

/** The acts of networks that began, the newest first: what was only planned is nobody's business. */
export const networkActs = definePages<BulkActRow & { parentId: string }, null>(
  async (ctx, { parentIds, limit, after }) => {
    const { rows } = await sql<BulkActRow & { parentId: string }>`
      select one.*, parent.id as parent_id
      from unnest(${sql.val(parentIds)}::uuid[]) as parent (id)
      cross join lateral (
        select * from bulk_act where network_id = parent.id and started_at is not null
          and (${after?.[0] ?? null}::timestamptz is null
            or (created_at, id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
        order by created_at desc, id desc limit ${limit + 1}
      ) one
      order by one.created_at desc, one.id desc`.execute(ctx.db);
    return rows;
  },
);

/** Lines of acts in the order of the list. */
export const actLines = definePages<
  BulkLineRow & { parentId: string },
  { plans: readonly LinePlan[] | null; outcomes: readonly LineOutcome[] | null }
>(async (ctx, { parentIds, limit, after, filter }) => {
  const { rows } = await sql<BulkLineRow & { parentId: string }>`
    select one.*, parent.id as parent_id
    from unnest(${sql.val(parentIds)}::uuid[]) as parent (id)
    cross join lateral (
      select * from bulk_line where act_id = parent.id and number > ${after?.[0] ?? 0}
        and (${filter.plans}::text[] is null or plan = any(${filter.plans}::text[]))
        and (${filter.outcomes}::text[] is null or outcome = any(${filter.outcomes}::text[]))
      order by number limit ${limit + 1}
    ) one
    order by one.number`.execute(ctx.db);
  return rows;
});

interface Counted {
  plans: { plan: LinePlan; count: number }[];
  outcomes: { outcome: LineOutcome; count: number }[];
}

/** How many lines of acts were planned to what, and became what. */
export const countsOfAct = defineLoader<string, Counted>(async (ctx, ids) => {
  const { rows } = await sql<{
    actId: string;
    plan: LinePlan;
    outcome: LineOutcome | null;
    count: number;
  }>`
    select act_id, plan, outcome, count(*)::int as count from bulk_line
    where act_id = any(${sql.val(ids)}::uuid[]) group by act_id, plan, outcome
    order by act_id, plan, outcome`.execute(ctx.db);
  const byAct = Map.groupBy(rows, ({ actId }) => actId);
  return ids.map((id) => {
    const plans = new Map<LinePlan, number>();
    const outcomes = new Map<LineOutcome, number>();
    for (const { plan, outcome, count } of byAct.get(id) ?? []) {
      plans.set(plan, (plans.get(plan) ?? 0) + count);
      if (outcome) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + count);
    }
    return {
      plans: [...plans].map(([plan, count]) => ({ plan, count })),
      outcomes: [...outcomes].map(([outcome, count]) => ({ outcome, count })),
    };
  });
});

export interface GroupOfActRow {
  groupId: string;
  members: number;
  coordinators: number;
  memberSeats: number | null;
  coordinatorSeats: number | null;
}

/** Into which groups acts invite how many, beside the seats that are free there: the fullest first. */
export const groupsOfAct = defineLoader<string, GroupOfActRow[]>(async (ctx, ids) => {
  const { rows } = await sql<GroupOfActRow & { actId: string }>`
    select act_id, group_id, members, coordinators,
      greatest(member_capacity - member_count - held_count - waiting_count, 0) as member_seats,
      greatest(coordinator_capacity - coordinator_count, 0) as coordinator_seats
    from (
      select act_id, group_id, count(*) filter (where role = 'MEMBER')::int as members,
        count(*) filter (where role = 'COORDINATOR')::int as coordinators
      from bulk_line where act_id = any(${sql.val(ids)}::uuid[]) and plan in ('INVITE', 'SEND_AGAIN')
      group by act_id, group_id
    ) asked join "group" on "group".id = asked.group_id
    order by act_id, coalesce(member_capacity - member_count - held_count - waiting_count - members, 0), name, group_id`.execute(
    ctx.db,
  );
  const byAct = Map.groupBy(rows, ({ actId }) => actId);
  return ids.map((id) => byAct.get(id) ?? []);
});
