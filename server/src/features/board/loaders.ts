import { sql, type RawBuilder } from "kysely";
import { defineLoader, inOrder } from "../../house/loaders.ts";
import { definePages } from "../../house/pagesByParent.ts";
import { knownTo, type GroupKind, type LifeState } from "../groups/public.ts";
import type { Attention, BoardOrder, BoardSummary } from "./types.ts";

/** What each reason asks of a group. A group that goes by itself is led by nobody and may be quiet when it has ended. */
const asks: Record<Attention, RawBuilder<boolean>> = {
  NO_COORDINATOR: sql`("group".coordinator_count = 0 and "group".kind <> 'COORDINATORS'
    and "group".state in ('FORMING', 'ACTIVE'))`,
  FULL_WITH_LINE: sql`(coalesce("group".member_count + "group".held_count >= "group".member_capacity, false)
    and "group".waiting_count > 0 and "group".state not in ('GRADUATED', 'SEALED'))`,
  // Who has only now been opened has had no time to talk yet.
  SILENT: sql`("group".state in ('ACTIVE', 'SELF_SUSTAINING')
    and greatest("group".last_activity_at, "group".state_since) < now() - interval '14 days')`,
  LONG_FORMING: sql`("group".state = 'FORMING' and "group".state_since < now() - interval '28 days')`,
};
const anyOf = (reasons: readonly Attention[]) =>
  sql<boolean>`(${sql.join([sql`false`, ...reasons.map((reason) => asks[reason])], sql` or `)})`;
const every = Object.keys(asks) as Attention[];

const free = sql`greatest("group".member_capacity - "group".member_count - "group".held_count, 0)`;

type KeyPart = "text" | "instant" | "number";
interface Order {
  part: KeyPart;
  key: RawBuilder<unknown>;
  /** A key out of a cursor, as it is compared. */
  told: (key: string | number) => RawBuilder<unknown>;
  sign: RawBuilder<unknown>;
  direction: RawBuilder<unknown>;
}
const rising = { sign: sql`>`, direction: sql`asc` };
const falling = { sign: sql`<`, direction: sql`desc` };
const byActivity = {
  part: "instant",
  // As fine as a cursor tells it.
  key: sql`date_trunc('milliseconds', "group".last_activity_at)`,
  told: (key: string | number) => sql`${key}::timestamptz`,
} as const;

/** Names in the order of the languages of the world, not of their bytes. */
const inWords = sql`collate "und-x-icu"`;
export const orders: Record<BoardOrder, Order> = {
  NAME: {
    part: "text",
    key: sql`"group".name ${inWords}`,
    told: (key) => sql`${key}::text ${inWords}`,
    ...rising,
  },
  LATEST_ACTIVITY: { ...byActivity, ...falling },
  LONGEST_SILENT: { ...byActivity, ...rising },
  FREE_SEATS: {
    part: "number",
    key: sql`coalesce(${free}, -1)`,
    told: (key) => sql`${key}::int`,
    ...falling,
  },
};

/** What is shown, with a programme's own id. */
export interface Wanted {
  order: BoardOrder;
  state: LifeState | null;
  kind: GroupKind | null;
  country: string | null;
  programmeId: string | null;
  attention: readonly Attention[] | null;
}

export interface BoardPlace {
  parentId: string;
  id: string;
  key: string | number | Date;
}

/** Pages of the boards of networks: where each group stands in the order, to be loaded for the viewer. */
export const boardPages = definePages<BoardPlace, Wanted>(
  async (ctx, { parentIds, limit, after, filter }) => {
    const { key, told, sign, direction } = orders[filter.order];
    const { state, kind, country, programmeId, attention } = filter;
    const asked = [
      sql`"group".network_id = network.id`,
      knownTo(ctx.personId),
      ...(state ? [sql`"group".state = ${state}`] : []),
      ...(kind ? [sql`"group".kind = ${kind}`] : []),
      ...(country ? [sql`"group".country = ${country}`] : []),
      ...(programmeId
        ? [
            sql`exists (select from programme_group place where place.group_id = "group".id
              and place.programme_id = ${programmeId})`,
          ]
        : []),
      ...(attention ? [anyOf(attention)] : []),
      ...(after
        ? [sql`(${key}, "group".id) ${sign} (${told(after[0] ?? "")}, ${after[1]}::uuid)`]
        : []),
    ];
    const { rows } = await sql<BoardPlace>`
      select network.id as parent_id, one.id, one.key
      from unnest(${sql.val(parentIds)}::uuid[]) as network (id)
      cross join lateral (
        select "group".id, ${key} as key from "group" where ${sql.join(asked, sql` and `)}
        order by key ${direction}, "group".id ${direction} limit ${limit + 1}
      ) one
      order by one.key ${direction}, one.id ${direction}`.execute(ctx.db);
    return rows;
  },
);

/** The reasons for which groups ask for attention. */
export const attentionOf = defineLoader<string, Attention[]>(async (ctx, ids) => {
  const told = every.map((reason) => sql`case when ${asks[reason]} then ${reason} end`);
  const { rows } = await sql<{ id: string; reasons: Attention[] }>`
    select id, array_remove(array[${sql.join(told)}]::text[], null) as reasons
    from "group" where id = any(${sql.val(ids)}::uuid[])`.execute(ctx.db);
  return inOrder(ids, rows, { key: ({ id }) => id, value: ({ reasons }) => reasons, missing: [] });
});

type Summary = BoardSummary;
const empty: Summary = {
  groupCount: 0,
  attentionCount: 0,
  freeSeatCount: 0,
  waitingCount: 0,
  openApplicationCount: 0,
  countries: [],
};

/** All groups of networks, counted, as far as the viewer may know of them. */
export const boardSummaries = defineLoader<string, Summary>(async (ctx, ids) => {
  const { rows } = await sql<Summary & { networkId: string }>`
    select network_id, count(*)::int as group_count,
      count(*) filter (where ${anyOf(every)})::int as attention_count,
      coalesce(sum(${free}) filter (where state not in ('GRADUATED', 'SEALED')), 0)::int as free_seat_count,
      sum(waiting_count)::int as waiting_count,
      coalesce(sum(applied.count), 0)::int as open_application_count,
      coalesce(array_agg(distinct country order by country) filter (where country is not null), '{}') as countries
    from "group"
    left join (
      select application.group_id, count(*) from application
      join "group" applied_to on applied_to.id = application.group_id
        and applied_to.network_id = any(${sql.val(ids)}::uuid[])
      where application.state in ('SUBMITTED', 'INFORMATION_ASKED') group by 1
    ) applied on applied.group_id = "group".id
    where network_id = any(${sql.val(ids)}::uuid[]) and ${knownTo(ctx.personId)}
    group by network_id`.execute(ctx.db);
  return inOrder(ids, rows, {
    key: ({ networkId }) => networkId,
    value: (summary) => summary,
    missing: empty,
  });
});
