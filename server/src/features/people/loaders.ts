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
