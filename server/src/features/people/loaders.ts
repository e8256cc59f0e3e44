import { sql } from "kysely";
import type { Prepared } from "../../platform/database/database.ts";
import { columnsOf } from "../../platform/database/prepared.ts";
import { defineCommonLoader, defineLoader, inOrder } from "../../house/loaders.ts";
import { PersonSchema, type PersonRow, type PostRow } from "./entities.ts";

const people: Prepared = {
  name: "people",
  text: `select ${columnsOf("person", Object.keys(PersonSchema.properties))} from person where id = any($1::uuid[])`,
};

/** People by id, whoever asks: for names beside what the viewer may see already. */
export const personById = defineCommonLoader<PersonRow | null>(async ({ database }, ids) => {
  const rows = await database.find<PersonRow>(people, [ids]);
  return inOrder(ids, rows, { key: (row) => row.id, value: (row) => row, missing: null });
});

/** Whether the viewer has a network in common with each of these people. */
export const sharesNetwork = defineLoader<string, boolean>(async (ctx, ids) => {
  const rows = await ctx.db
    .selectFrom("networkMembership as theirs")
    .innerJoin("networkMembership as mine", "mine.networkId", "theirs.networkId")
    .select("theirs.personId")
    .distinct()
    .where(sql<boolean>`theirs.person_id = any(${sql.val(ids)}::uuid[])`)
    .where("theirs.until", "is", null)
    .where("mine.personId", "=", ctx.personId)
    .where("mine.until", "is", null)
    .execute();
  return inOrder(ids, rows, { key: (row) => row.personId, value: () => true, missing: false });
});

/** The posts of people, the present ones first, then the latest. */
export const postsOf = defineLoader<string, PostRow[]>(async (ctx, ids) => {
  const rows = await ctx.db
    .selectFrom("post")
    .selectAll()
    .where(sql<boolean>`person_id = any(${sql.val(ids)}::uuid[])`)
    .orderBy(sql`(ends_on is null)`, "desc")
    .orderBy("startsOn", "desc")
    .orderBy("id")
    .execute();
  const byPerson = Map.groupBy(rows, (row) => row.personId);
  return ids.map((id) => byPerson.get(id) ?? []);
});
