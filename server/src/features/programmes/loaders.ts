import { sql } from "kysely";
import { defineLoader, inOrder, type Loader } from "../../house/loaders.ts";
import { definePages, type ChildPage } from "../../house/pagesByParent.ts";
import { knownTo } from "../groups/public.ts";
import type { NetworkRole } from "../networks/public.ts";
import type { ProgrammeRow, RelationRow, WaveRow } from "./entities.ts";

/** A programme as one statement saw it, with what the viewer is in its network. */
export interface ProgrammeForViewer {
  row: ProgrammeRow;
  role: NetworkRole;
}

/** Programmes by id for the viewer; null for those of networks that they are not in. */
export const programmeForViewer = defineLoader<string, ProgrammeForViewer | null>(
  async (ctx, ids) => {
    if (!ctx.viewer) return ids.map(() => null);
    const rows = await ctx.db
      .selectFrom("programme")
      .innerJoin("networkMembership as mine", "mine.networkId", "programme.networkId")
      .selectAll("programme")
      .select("mine.role as viewerRole")
      .where("mine.personId", "=", ctx.personId)
      .where("mine.until", "is", null)
      .where(sql<boolean>`programme.id = any(${sql.val(ids)}::uuid[])`)
      .execute();
    return inOrder(ids, rows, {
      key: ({ id }) => id,
      value: ({ viewerRole, ...row }) => ({ row, role: viewerRole }),
      missing: null,
    });
  },
);

export const waveById = defineLoader<string, WaveRow | null>(async (ctx, ids) => {
  const rows = await ctx.db
    .selectFrom("wave")
    .selectAll()
    .where(sql<boolean>`id = any(${sql.val(ids)}::uuid[])`)
    .execute();
  return inOrder(ids, rows, { key: ({ id }) => id, value: (row) => row, missing: null });
});

/** The waves of each programme, the earliest first. */
export const wavesOf = defineLoader<string, WaveRow[]>(async (ctx, ids) => {
  const rows = await ctx.db
    .selectFrom("wave")
    .selectAll()
    .where(sql<boolean>`programme_id = any(${sql.val(ids)}::uuid[])`)
    .orderBy("startsOn", (order) => order.asc().nullsLast())
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  const by = Map.groupBy(rows, ({ programmeId }) => programmeId);
  return ids.map((id) => by.get(id) ?? []);
});

export const relationById = defineLoader<string, RelationRow | null>(async (ctx, ids) => {
  const rows = await ctx.db
    .selectFrom("programmeRelation")
    .selectAll()
    .where(sql<boolean>`id = any(${sql.val(ids)}::uuid[])`)
    .execute();
  return inOrder(ids, rows, { key: ({ id }) => id, value: (row) => row, missing: null });
});

/** The relations of each programme, in the order in which they were entered. */
export const relationsOf = defineLoader<string, RelationRow[]>(async (ctx, ids) => {
  const rows = await ctx.db
    .selectFrom("programmeRelation")
    .selectAll()
    .where(sql<boolean>`programme_id = any(${sql.val(ids)}::uuid[])`)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  const by = Map.groupBy(rows, ({ programmeId }) => programmeId);
  return ids.map((id) => by.get(id) ?? []);
});

/** The day on which an organisation's scope is asked for; null: all days. */
export interface ScopeKey {
  organisationId: string;
  day: string | null;
}

/**
 * What an organisation is related to, itself or through what had gone into it by the day: the scope of what it
 * may report on.
 */
export const scopeOf = defineLoader<ScopeKey, RelationRow[]>(
  async (ctx, keys) => {
    const { rows } = await sql<RelationRow & { rootId: string; rootDay: string | null }>`
      with recursive asked (root_id, root_day) as (
        select * from unnest(${sql.val(keys.map(({ organisationId }) => organisationId))}::uuid[],
          ${sql.val(keys.map(({ day }) => day))}::date[])),
      line (root_id, root_day, id, step) as (
        select root_id, root_day, root_id, 0 from asked
        union all
        select root_id, root_day, organisation.id, step + 1
        from line join organisation on organisation.successor_id = line.id
          and (line.root_day is null or organisation.valid_to <= line.root_day)
        where step < 100)
      select line.root_id, line.root_day, programme_relation.*
      from line join programme_relation on programme_relation.organisation_id = line.id
      where root_day is null or ((from_day is null or from_day <= root_day)
        and (until_day is null or until_day > root_day))
      order by programme_relation.created_at, programme_relation.id`.execute(ctx.db);
    const by = Map.groupBy(rows, ({ rootId, rootDay }) =>
      scopeName({ organisationId: rootId, day: rootDay }),
    );
    return keys.map((key) => by.get(scopeName(key)) ?? []);
  },
  { cacheKey: scopeName },
);
function scopeName({ organisationId, day }: ScopeKey): string {
  return `${organisationId} ${day}`;
}

/** Where each group belongs; null: to no programme. */
export const placeOfGroup = defineLoader<
  string,
  { programmeId: string; waveId: string | null } | null
>(async (ctx, ids) => {
  const rows = await ctx.db
    .selectFrom("programmeGroup")
    .select(["groupId", "programmeId", "waveId"])
    .where(sql<boolean>`group_id = any(${sql.val(ids)}::uuid[])`)
    .execute();
  return inOrder(ids, rows, { key: ({ groupId }) => groupId, value: (row) => row, missing: null });
});

/** Pages of the programmes of networks, the latest first. */
export const networkProgrammes = definePages<
  { parentId: string; id: string; createdAt: Date },
  null
>((ctx, { parentIds, limit, after }) =>
  ctx.db
    .selectFrom("network")
    .innerJoinLateral(
      (db) => {
        let found = db
          .selectFrom("programme")
          .select(["id", "createdAt"])
          .whereRef("networkId", "=", "network.id")
          .orderBy("createdAt", "desc")
          .orderBy("id", "desc")
          .limit(limit + 1);
        if (after)
          found = found.where(
            sql<boolean>`(created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
          );
        return found.as("found");
      },
      (join) => join.onTrue(),
    )
    .select(["found.id", "found.createdAt", "network.id as parentId"])
    .where(sql<boolean>`network.id = any(${sql.val(parentIds)}::uuid[])`)
    .orderBy("found.createdAt", "desc")
    .orderBy("found.id", "desc")
    .execute(),
);

type GroupPages = Loader<ChildPage<null>, { parentId: string; groupId: string; placedAt: Date }[]>;

/** Pages of the groups of programmes, as far as the viewer may know of them, in the order in which they were placed. */
export const programmeGroups = groupsOf("programmeId");
/** The same of waves. */
export const waveGroups = groupsOf("waveId");

function groupsOf(place: "programmeId" | "waveId"): GroupPages {
  return definePages((ctx, { parentIds, limit, after }) =>
    ctx.db
      .selectFrom(
        sql<{ id: string }>`unnest(${sql.val(parentIds)}::uuid[])`.as<"parent">(sql`parent (id)`),
      )
      .innerJoinLateral(
        (db) => {
          let found = db
            .selectFrom("programmeGroup")
            .innerJoin("group", "group.id", "programmeGroup.groupId")
            .select(["groupId", "placedAt"])
            .whereRef(place, "=", "parent.id")
            .where(knownTo(ctx.personId))
            .orderBy("placedAt")
            .orderBy("groupId")
            .limit(limit + 1);
          if (after)
            found = found.where(
              sql<boolean>`(placed_at, group_id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`,
            );
          return found.as("found");
        },
        (join) => join.onTrue(),
      )
      .select(["found.groupId", "found.placedAt", "parent.id as parentId"])
      .orderBy("found.placedAt")
      .orderBy("found.groupId")
      .execute(),
  );
}

/** Of which groups, at which day; null: of all waves, and now. */
export interface FiguresKey {
  programmeId: string;
  waveId: string | null;
  day: string | null;
}

/** What a statement counted. */
export interface Figures {
  groupCount: number;
  countryCount: number;
  seatCount: number | null;
  memberCount: number;
  coordinatorCount: number;
  everMemberCount: number;
}

/** Counts of groups and people. Who had several roles in a group counts by the last one. */
export const figuresOf = defineLoader<FiguresKey, Figures>(
  async (ctx, keys) => {
    const { rows } = await sql<Figures>`
      select at_day.*, people.*
      from unnest(${sql.val(keys.map(({ programmeId }) => programmeId))}::uuid[],
        ${sql.val(keys.map(({ waveId }) => waveId))}::uuid[],
        ${sql.val(keys.map(({ day }) => day))}::date[]) with ordinality
        as asked (programme_id, wave_id, day, place)
      cross join lateral (
        select count(*)::int as group_count, count(distinct country)::int as country_count,
          case when bool_and(member_capacity is not null) then sum(member_capacity)::int end as seat_count
        from programme_group placed join "group" on "group".id = placed.group_id
        where placed.programme_id = asked.programme_id
          and (asked.wave_id is null or placed.wave_id = asked.wave_id)
          and (asked.day is null or "group".created_at < asked.day + 1)) at_day
      cross join lateral (
        select count(distinct person_id) filter (where role = 'MEMBER' and lasts)::int as member_count,
          count(distinct person_id) filter (where role = 'COORDINATOR' and lasts)::int as coordinator_count,
          count(distinct person_id) filter (where role = 'MEMBER')::int as ever_member_count
        from (
          select person_id, role, ended_at is null or ended_at >= asked.day + 1 as lasts
          from programme_group placed join membership on membership.group_id = placed.group_id
          where placed.programme_id = asked.programme_id
            and (asked.wave_id is null or placed.wave_id = asked.wave_id)
            and (asked.day is null or since < asked.day + 1)) places) people
      order by asked.place`.execute(ctx.db);
    return rows;
  },
  { cacheKey: ({ programmeId, waveId, day }) => `${programmeId} ${waveId} ${day}` },
);
