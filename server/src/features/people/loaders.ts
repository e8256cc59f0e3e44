import { sql } from "kysely";
import { defineLoader, inOrder } from "../../house/loaders.ts";
import type { PersonRow } from "./entities.ts";

/** People by id, whoever asks: for names beside what the viewer may see already. */
export const personById = defineLoader<string, PersonRow | null>(async (ctx, ids) => {
  const rows = await ctx.db
    .selectFrom("person")
    .selectAll()
    .where(sql<boolean>`id = any(${sql.val(ids)}::uuid[])`)
    .execute();
  return inOrder(ids, rows, { key: (row) => row.id, value: (row) => row, missing: null });
});

/** People by id for a viewer who has a network in common with them, or is them; null for all others. */
export const personForViewer = defineLoader<string, PersonRow | null>(async (ctx, ids) => {
  const { personId } = ctx;
  const rows = await ctx.db
    .selectFrom("person")
    .selectAll()
    .where(sql<boolean>`id = any(${sql.val(ids)}::uuid[])`)
    .where(
      sql<boolean>`(id = ${personId} or exists (
        select 1 from network_membership theirs join network_membership mine using (network_id)
        where theirs.person_id = person.id and theirs.until is null
          and mine.person_id = ${personId} and mine.until is null))`,
    )
    .execute();
  return inOrder(ids, rows, { key: (row) => row.id, value: (row) => row, missing: null });
});
