import { sql } from "kysely";
import { defineLoader, inOrder } from "../../house/loaders.ts";
import { definePages } from "../../house/pagesByParent.ts";
import type { NetworkRole } from "../networks/public.ts";
import type { FormerName, OrganisationKind, OrganisationRow } from "./entities.ts";

/** An organisation as one statement saw it: the row, its former names, and what the viewer is in its network. */
export interface OrganisationForViewer {
  row: OrganisationRow;
  former: FormerName[];
  role: NetworkRole;
}

/** Organisations by id for the viewer; null for those of networks that they are not in. */
export const organisationForViewer = defineLoader<string, OrganisationForViewer | null>(
  async (ctx, ids) => {
    if (!ctx.viewer) return ids.map(() => null);
    const rows = await ctx.db
      .selectFrom("organisation")
      .innerJoin("networkMembership as mine", "mine.networkId", "organisation.networkId")
      .selectAll("organisation")
      .select("mine.role as viewerRole")
      .select(
        sql<FormerName[]>`(select coalesce(json_agg(json_build_object('name', former.name,
          'untilDay', former.until_day) order by former.until_day), '[]')
          from organisation_former_name former where former.organisation_id = organisation.id)`.as(
          "former",
        ),
      )
      .where("mine.personId", "=", ctx.personId)
      .where("mine.until", "is", null)
      .where(sql<boolean>`organisation.id = any(${sql.val(ids)}::uuid[])`)
      .execute();
    return inOrder(ids, rows, {
      key: ({ id }) => id,
      value: ({ viewerRole, former, ...row }) => ({ row, former, role: viewerRole }),
      missing: null,
    });
  },
);

/** Which organisations went into each, by name. */
export const predecessorIds = defineLoader<string, string[]>(async (ctx, ids) => {
  const rows = await ctx.db
    .selectFrom("organisation")
    .select(["id", "successorId"])
    .where(sql<boolean>`successor_id = any(${sql.val(ids)}::uuid[])`)
    .orderBy("nameKey")
    .orderBy("id")
    .execute();
  const by = Map.groupBy(rows, ({ successorId }) => successorId);
  return ids.map((id) => (by.get(id) ?? []).map((row) => row.id));
});

/** What carries each on, one after another, with the day from which it does; itself comes first, with null. */
export const heirsOf = defineLoader<string, { id: string; since: string | null }[]>(
  async (ctx, ids) => {
    const { rows } = await sql<{ rootId: string; id: string; since: string | null }>`
      with recursive heir (root_id, id, since, step) as (
        select id, id, null::date, 0 from organisation where id = any(${sql.val(ids)}::uuid[])
        union all
        select heir.root_id, organisation.successor_id, organisation.valid_to, step + 1
        from heir join organisation on organisation.id = heir.id
        where organisation.successor_id is not null and step < 100)
      select root_id, id, since from heir order by root_id, step`.execute(ctx.db);
    const by = Map.groupBy(rows, ({ rootId }) => rootId);
    return ids.map((id) => by.get(id) ?? []);
  },
);

/** What a list of a register is narrowed to. */
export interface OrganisationFilter {
  /** Folded; each must stand somewhere in a present or former name or in the area. */
  words: readonly string[];
  kind: OrganisationKind | null;
  country: string | null;
  /** Only those that are there on this day. */
  day: string | null;
}

/** Pages of the registers of networks, by name. */
export const networkOrganisations = definePages<
  { parentId: string; id: string; nameKey: string },
  OrganisationFilter
>((ctx, { parentIds, limit, after, filter }) =>
  ctx.db
    .selectFrom("network")
    .innerJoinLateral(
      (db) => {
        let found = db
          .selectFrom("organisation")
          .select(["id", "nameKey"])
          .whereRef("networkId", "=", "network.id")
          .orderBy("nameKey")
          .orderBy("id")
          .limit(limit + 1);
        if (filter.kind) found = found.where("kind", "=", filter.kind);
        if (filter.country) found = found.where("country", "=", filter.country);
        if (filter.day)
          found = found.where(
            sql<boolean>`(valid_from is null or valid_from <= ${filter.day}::date)
              and (valid_to is null or valid_to > ${filter.day}::date)`,
          );
        for (const word of filter.words)
          found = found.where(sql<boolean>`strpos(search_key, ${word}) > 0`);
        if (after)
          found = found.where(sql<boolean>`(name_key, id) > (${after[0]}, ${after[1]}::uuid)`);
        return found.as("found");
      },
      (join) => join.onTrue(),
    )
    .select(["found.id", "found.nameKey", "network.id as parentId"])
    .where(sql<boolean>`network.id = any(${sql.val(parentIds)}::uuid[])`)
    .orderBy("found.nameKey")
    .orderBy("found.id")
    .execute(),
);
