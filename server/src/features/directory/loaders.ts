import { sql, type RawBuilder } from "kysely";
import type { Key } from "../../house/connection.ts";
import { defineLoader } from "../../house/loaders.ts";
import { definePages } from "../../house/pagesByParent.ts";
import type { DirectoryEntryRow } from "./entities.ts";
import { questionOf, type Wanted } from "./terms.ts";

export type EntryRow = Pick<DirectoryEntryRow, "personId" | "sortKey"> & { parentId: string };

/** So many entries are looked through in the order of the list before the index of the terms is asked. */
const NEAR = 1_000;

/**
 * One page of one directory. Walking the order until enough fit is quick when many do and endless when none does;
 * asking the index and putting in order what it finds is quick when few fit and slow when a third does; and nobody can
 * tell before which it is. So a short way is walked first, and what it does not fill the index does.
 */
export function searchIn({
  networkId,
  question,
  after,
  count,
}: {
  networkId: string;
  question: string | null;
  after: Key | null;
  count: number;
}): RawBuilder<Omit<EntryRow, "parentId"> & { networkId: string }> {
  const columns = sql`network_id, person_id, sort_key`;
  const order = sql`order by sort_key, person_id`;
  const here = sql`network_id = ${networkId}::uuid ${
    after ? sql`and (sort_key, person_id) > (${after[0]} collate "C", ${after[1]}::uuid)` : sql``
  }`;
  if (question === null)
    return sql`select ${columns} from directory_entry where ${here} ${order} limit ${count}`;
  const matches = sql`terms @@ ${question}::tsquery`;
  const fit = sql`(select count(*) from near)`;
  const goesOn = sql`exists (select from directory_entry where ${here} ${order} offset ${NEAR} limit 1)`;
  return sql`
    with near as materialized (
      select ${columns} from (select * from directory_entry where ${here} ${order} limit ${NEAR}) walked
      where ${matches} ${order} limit ${count}),
    found as materialized (select ${columns} from directory_entry where ${matches})
    (select * from near where ${fit} = ${count} or not ${goesOn})
    union all
    (select * from found where ${fit} < ${count} and ${goesOn} and ${here} ${order} limit ${count})`;
}

/** Pages of the directories of networks, by name. */
export const directoryPages = definePages<EntryRow, Wanted>(
  async (ctx, { parentIds, limit, after, filter }) => {
    const pages = parentIds.map((networkId) => {
      const question = questionOf(networkId, filter);
      return sql`(select * from (${searchIn({ networkId, question, after, count: limit + 1 })}) page
        order by sort_key, person_id)`;
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
