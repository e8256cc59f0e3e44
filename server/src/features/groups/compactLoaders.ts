import { sql } from "kysely";
import { defineLoader, inOrder } from "../../house/loaders.ts";
import { definePages } from "../../house/pagesByParent.ts";
import type { CompactVersionRow } from "./entities/compact.ts";
import type { MembershipRow } from "./entities/membership.ts";

/** The newest version of each group's compact; null where there is none. */
export const compactOfGroup = defineLoader<string, CompactVersionRow | null>(async (ctx, ids) => {
  const rows = await ctx.db
    .selectFrom("compactVersion")
    .selectAll()
    .distinctOn("groupId")
    .where(sql<boolean>`group_id = any(${sql.val(ids)}::uuid[])`)
    .orderBy("groupId")
    .orderBy("version", "desc")
    .execute();
  return inOrder(ids, rows, { key: ({ groupId }) => groupId, value: (row) => row, missing: null });
});

/** All versions of each group's compact, the newest first. */
export const compactVersionsOf = defineLoader<string, CompactVersionRow[]>(async (ctx, ids) => {
  const rows = await ctx.db
    .selectFrom("compactVersion")
    .selectAll()
    .where(sql<boolean>`group_id = any(${sql.val(ids)}::uuid[])`)
    .orderBy("version", "desc")
    .execute();
  const by = Map.groupBy(rows, ({ groupId }) => groupId);
  return ids.map((id) => by.get(id) ?? []);
});

interface Whose {
  groupId: string;
  personId: string;
}

/** The newest version that each person has agreed to in a group; null for none. */
export const agreedVersion = defineLoader<Whose, number | null>(
  async (ctx, whose) => {
    const { rows } = await sql<Whose & { version: number }>`
      select group_id, person_id, max(version) as version from compact_agreement
      where (group_id, person_id) in (select * from unnest(
        ${sql.val(whose.map(({ groupId }) => groupId))}::uuid[],
        ${sql.val(whose.map(({ personId }) => personId))}::uuid[]))
      group by group_id, person_id`.execute(ctx.db);
    const by = new Map(rows.map((row) => [nameOf(row), row.version]));
    return whose.map((one) => by.get(nameOf(one)) ?? null);
  },
  { cacheKey: nameOf },
);
function nameOf({ groupId, personId }: Whose): string {
  return `${groupId} ${personId}`;
}

/** Pages of the active members of groups who have not agreed to the compact as it is now, the longest there first. */
export const notAgreed = definePages<MembershipRow & { parentId: string }, null>(
  async (ctx, { parentIds, limit, after }) => {
    const behind = after
      ? sql`and (since, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`
      : sql``;
    const { rows } = await sql<MembershipRow & { parentId: string }>`
      select one.*, current.group_id as parent_id
      from (select group_id, max(version) as version from compact_version
        where group_id = any(${sql.val(parentIds)}::uuid[]) group by group_id) as current
      cross join lateral (select * from membership
        where group_id = current.group_id and state = 'ACTIVE' ${behind}
          and not exists (select from compact_agreement as done where done.group_id = current.group_id
            and done.person_id = membership.person_id and done.version = current.version)
        order by since, id limit ${limit + 1}) as one
      order by one.since, one.id`.execute(ctx.db);
    return rows;
  },
);
