import { sql } from "kysely";
import { defineLoader, inOrder } from "../../house/loaders.ts";
import { definePages } from "../../house/pagesByParent.ts";
import type { ApplicationRow, JoiningFormRow, WaitingPlaceRow } from "./entities.ts";

export const applicationById = defineLoader<string, ApplicationRow | null>(async (ctx, ids) => {
  const rows = await ctx.db
    .selectFrom("application")
    .selectAll()
    .where(sql<boolean>`id = any(${sql.val(ids)}::uuid[])`)
    .execute();
  return inOrder(ids, rows, { key: (row) => row.id, value: (row) => row, missing: null });
});

/** How many applications to each group wait for somebody's decision or answer. */
export const openApplications = defineLoader<string, number>(async (ctx, ids) => {
  const rows = await ctx.db
    .selectFrom("application")
    .select(["groupId", sql<number>`count(*)::int`.as("count")])
    .where("state", "in", ["SUBMITTED", "INFORMATION_ASKED"])
    .where(sql<boolean>`group_id = any(${sql.val(ids)}::uuid[])`)
    .groupBy("groupId")
    .execute();
  return inOrder(ids, rows, { key: (row) => row.groupId, value: (row) => row.count, missing: 0 });
});

/** What groups are called, for those who hold an invitation into them and see no more of them yet. */
export const nameOfGroup = defineLoader<string, string>(async (ctx, ids) => {
  const rows = await ctx.db
    .selectFrom("group")
    .select(["id", "name"])
    .where(sql<boolean>`id = any(${sql.val(ids)}::uuid[])`)
    .execute();
  return inOrder(ids, rows, { key: (row) => row.id, value: (row) => row.name, missing: "" });
});

export const waitingPlaceById = defineLoader<string, WaitingPlaceRow | null>(async (ctx, ids) => {
  const rows = await ctx.db
    .selectFrom("waitingPlace")
    .selectAll()
    .where(sql<boolean>`id = any(${sql.val(ids)}::uuid[])`)
    .execute();
  return inOrder(ids, rows, { key: (row) => row.id, value: (row) => row, missing: null });
});

export const formOfGroup = defineLoader<string, JoiningFormRow | null>(async (ctx, ids) => {
  const rows = await ctx.db
    .selectFrom("joiningForm")
    .selectAll()
    .where(sql<boolean>`group_id = any(${sql.val(ids)}::uuid[])`)
    .execute();
  return inOrder(ids, rows, { key: (row) => row.groupId, value: (row) => row, missing: null });
});

/** What of the viewer's own is open in groups, by group: the last application and the open waiting place. */
export const ownInGroup = defineLoader<
  string,
  { application: ApplicationRow | null; waitingPlace: WaitingPlaceRow | null }
>(async (ctx, ids) => {
  const { personId } = ctx;
  const [applications, waitingPlaces] = await Promise.all([
    ctx.db
      .selectFrom("application")
      .selectAll()
      .distinctOn("groupId")
      .where("personId", "=", personId)
      .where(sql<boolean>`group_id = any(${sql.val(ids)}::uuid[])`)
      .orderBy("groupId")
      .orderBy("createdAt", "desc")
      .orderBy("id", "desc")
      .execute(),
    ctx.db
      .selectFrom("waitingPlace")
      .selectAll()
      .where("personId", "=", personId)
      .where("state", "in", ["WAITING", "OFFERED"])
      .where(sql<boolean>`group_id = any(${sql.val(ids)}::uuid[])`)
      .execute(),
  ]);
  return ids.map((id) => ({
    application: applications.find((row) => row.groupId === id) ?? null,
    waitingPlace: waitingPlaces.find((row) => row.groupId === id) ?? null,
  }));
});

type Kept = "application" | "waitingPlace";
type OfGroup<Row> = Row & { parentId: string };

/** Pages of what is kept of groups, the oldest first: whoever came first is looked at first. */
const pagesOf = <Row extends { groupId: string }>(table: Kept) =>
  definePages<OfGroup<Row>, { state: string | null }>(
    async (ctx, { parentIds, limit, after, filter }) => {
      const name = sql.table(table === "application" ? "application" : "waiting_place");
      const { rows } = await sql<OfGroup<Row>>`
        select one.*, parent.id as parent_id
        from unnest(${sql.val(parentIds)}::uuid[]) as parent (id)
        cross join lateral (
          select * from ${name} where group_id = parent.id
            and (${filter.state}::text is null or state = ${filter.state})
            and (${after?.[0] ?? null}::timestamptz is null
              or (created_at, id) > (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
          order by created_at, id limit ${limit + 1}
        ) one
        order by one.created_at, one.id`.execute(ctx.db);
      return rows;
    },
  );

export const groupApplications = pagesOf<ApplicationRow>("application");
export const groupWaitingPlaces = pagesOf<WaitingPlaceRow>("waitingPlace");
