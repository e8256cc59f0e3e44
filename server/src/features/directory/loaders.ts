import { sql } from "kysely";
import { defineLoader } from "../../house/loaders.ts";
import { definePages } from "../../house/pagesByParent.ts";
import type { DirectoryEntryRow } from "./entities.ts";
import { asksForOne, questionOf, type Wanted } from "./terms.ts";

export type EntryRow = Pick<DirectoryEntryRow, "personId" | "sortKey"> & { parentId: string };

/**
 * Pages of the directories of networks, by name. What is asked for is found first and put in order then: walking the
 * order until enough fit is quick when many do and endless when none does, and nobody can tell before. Only of one
 * term by itself the database knows how common it is, and may choose.
 */
export const directoryPages = definePages<EntryRow, Wanted>(
  async (ctx, { parentIds, limit, after, filter }) => {
    const behind = after
      ? sql`and (sort_key, person_id) > (${after[0]} collate "C", ${after[1]}::uuid)`
      : sql``;
    const pages = parentIds.map((networkId) => {
      const question = questionOf(networkId, filter);
      const matches = sql`terms @@ ${question}::tsquery`;
      const walked = question === null || asksForOne(question);
      const found = !walked
        ? sql`with found as materialized (select network_id, person_id, sort_key from directory_entry
            where ${matches}) select * from found`
        : sql`select network_id, person_id, sort_key from directory_entry`;
      return sql`(${found} where network_id = ${networkId}
        ${walked && question !== null ? sql`and ${matches}` : sql``} ${behind}
        order by sort_key, person_id limit ${limit + 1})`;
    });
    const { rows } = await sql<
      Omit<EntryRow, "parentId"> & { networkId: string }
    >`${sql.join(pages, sql` union all `)}`.execute(ctx.db);
    return rows.map(({ networkId, ...row }) => ({ ...row, parentId: networkId }));
  },
);

/** In which networks the viewer is listed. */
export const listsViewer = defineLoader<string, boolean>(async (ctx, ids) => {
  const rows = await ctx.db
    .selectFrom("directoryEntry")
    .select("networkId")
    .where("personId", "=", ctx.personId)
    .execute();
  const listed = new Set(rows.map(({ networkId }) => networkId));
  return ids.map((id) => listed.has(id));
});

export interface CountryRow {
  networkId: string;
  country: string;
  members: number;
  listed: number;
  groups: number;
}

/** What networks have in each country. */
export const networkCountries = defineLoader<string, CountryRow[]>(async (ctx, ids) => {
  const { rows } = await sql<CountryRow>`
    select network_id, country, sum(members)::int as members, sum(listed)::int as listed,
      sum(groups)::int as groups
    from (
      select m.network_id, p.country, count(*) as members, count(e.person_id) as listed, 0 as groups
      from network_membership m
      join person p on p.id = m.person_id
      left join directory_entry e on e.network_id = m.network_id and e.person_id = m.person_id
      where m.network_id = any(${sql.val(ids)}::uuid[]) and m.until is null and p.country is not null
      group by 1, 2
      union all
      select network_id, country, 0, 0, count(*) from "group"
      where network_id = any(${sql.val(ids)}::uuid[]) and country is not null
        and visibility <> 'CONFIDENTIAL' and state <> 'SEALED'
      group by 1, 2
    ) as counted
    group by 1, 2 order by members desc, groups desc, country`.execute(ctx.db);
  const byNetwork = Map.groupBy(rows, (row) => row.networkId);
  return ids.map((id) => byNetwork.get(id) ?? []);
});
