import { sql } from "kysely";
import { defineLoader, inOrder } from "../../house/loaders.ts";
import type { Context } from "../../house/context.ts";
import type { Db } from "../../platform/database/database.ts";
import { prepared } from "../../platform/database/prepared.ts";
import { together } from "../../platform/database/together.ts";
import { definePages } from "../../house/pagesByParent.ts";
import type { Role } from "../networks/public.ts";
import type { GroupKind, GroupRow } from "./entities/group.ts";
import type { InvitationRow } from "./entities/invitation.ts";
import type { MembershipRow } from "./entities/membership.ts";
import type { Standing } from "./policy.ts";

/** A group as one statement saw it: row, head of its channel, and the viewer's standing. */
export interface GroupForViewer {
  row: GroupRow & { headSeq: number };
  standing: Standing;
}

interface Asked {
  id: string;
  personId: string;
}

/** What each `asked.person_id` is in the group `asked.id`, for `standingOf`; and the head of its channel. */
export const joinStandings = `
  join "group" on "group".id = asked.id
  join channel on channel.id = asked.id
  left join membership mine on mine.group_id = asked.id and mine.person_id = asked.person_id
    and mine.state = 'ACTIVE'
  left join network_membership place on place.network_id = "group".network_id
    and place.person_id = asked.person_id and place.until is null`;

/** The groups that are asked for and that the asker may see, with what each of them is there. */
const seenBy = (asked: readonly Asked[]) => sql`
  from (select distinct * from unnest(${sql.val(asked.map(({ id }) => id))}::uuid[],
    ${sql.val(asked.map(({ personId }) => personId))}::uuid[])) as asked (id, person_id)
  ${sql.raw(joinStandings)}
  where mine.id is not null or ("group".room_of is null and (place.role = 'MANAGER'
    or (place.id is not null and "group".visibility <> 'CONFIDENTIAL')))`;

interface Seen {
  id: string;
  state: GroupRow["state"];
  asker: string;
  viewerRole: Standing["role"];
  networkRole: Standing["networkRole"];
}

export const standingOf = ({
  viewerRole,
  networkRole,
  state,
}: Pick<Seen, "viewerRole" | "networkRole" | "state">): Standing => ({
  role: viewerRole,
  networkRole,
  sealed: state === "SEALED",
});

function inTheirOrder<Row extends Seen, Value>(
  asked: readonly Asked[],
  rows: readonly Row[],
  value: (row: Row) => Value,
): (Value | null)[] {
  const found = new Map(rows.map((row) => [`${row.id} ${row.asker}`, value(row)]));
  return asked.map(({ id, personId }) => found.get(`${id} ${personId}`) ?? null);
}

/** One statement for all who ask at once. */
const forViewers = together(async (db: Db, asked: readonly Asked[]) => {
  const { rows } = await sql<GroupRow & { headSeq: number } & Seen>`
    select "group".*, channel.head_seq, asked.person_id as asker,
      mine.role as viewer_role, place.role as network_role ${seenBy(asked)}`.execute(db);
  return inTheirOrder(asked, rows, (seen): GroupForViewer => {
    const { asker: _, viewerRole: __, networkRole: ___, ...row } = seen;
    return { row, standing: standingOf(seen) };
  });
});

/** What somebody is in a group, and no more: this is on the way of whoever follows anything. */
const standings = together(
  async (db: Db, asked: readonly Asked[]) => {
    const { rows } = await sql<Seen>`${prepared}
      select "group".id, "group".state, asked.person_id as asker, mine.role as viewer_role,
        place.role as network_role ${seenBy(asked)}`.execute(db);
    return inTheirOrder(asked, rows, standingOf);
  },
  { apartMs: 8 },
);

/** What the viewer is in a group; null where they may not see it. */
export async function viewerStandingIn(ctx: Context, id: string): Promise<Standing | null> {
  return ctx.viewer && standings(ctx.db, { id, personId: ctx.viewer.personId });
}

/** Groups by id for the viewer; null for those that they may not see. */
export const groupForViewer = defineLoader<string, GroupForViewer | null>(async (ctx, ids) => {
  const { viewer } = ctx;
  if (!viewer) return ids.map(() => null);
  const { personId } = viewer;
  return Promise.all(ids.map((id) => forViewers(ctx.db, { id, personId })));
});

/** Memberships by id, those that have ended too: for updates that tell of them, whose followers may see them. */
export const membershipById = defineLoader<string, MembershipRow | null>(async (ctx, ids) => {
  const rows = await ctx.db
    .selectFrom("membership")
    .selectAll()
    .where(sql<boolean>`id = any(${sql.val(ids)}::uuid[])`)
    .execute();
  return inOrder(ids, rows, { key: (row) => row.id, value: (row) => row, missing: null });
});

/** Pages of the active members of groups, the longest there first. */
export const groupMembers = definePages<
  MembershipRow & { parentId: string },
  { role: Role | null }
>((ctx, { parentIds, limit, after, filter }) =>
  ctx.db
    .selectFrom("group")
    .innerJoinLateral(
      (db) => {
        let members = db
          .selectFrom("membership")
          // Not all of them: the group beside it has an id and a state too.
          .select([
            "membership.id",
            "groupId",
            "personId",
            "role",
            "membership.state",
            "since",
            "endedAt",
          ])
          .whereRef("groupId", "=", "group.id")
          .where("membership.state", "=", "ACTIVE")
          .orderBy("since")
          .orderBy("membership.id")
          .limit(limit + 1);
        if (filter.role) members = members.where("role", "=", filter.role);
        if (after)
          members = members.where(
            sql<boolean>`(since, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`,
          );
        return members.as("member");
      },
      (join) => join.onTrue(),
    )
    .selectAll("member")
    .select("group.id as parentId")
    .where(sql<boolean>`"group".id = any(${sql.val(parentIds)}::uuid[])`)
    .orderBy("member.since")
    .orderBy("member.id")
    .execute(),
);

/** Groups of a network that its ordinary member `personId` may know of. Rooms of coordinators stand in no list of a network's groups. */
export const knownTo = (
  personId: string,
) => sql<boolean>`("group".room_of is null and ("group".visibility <> 'CONFIDENTIAL'
  or exists (select from membership where group_id = "group".id and person_id = ${personId} and state = 'ACTIVE')
  or exists (select from network_membership where network_id = "group".network_id
    and person_id = ${personId} and role = 'MANAGER' and until is null)))`;

/** Pages of the groups of networks, the oldest first: where each stands, to be loaded for the viewer. */
export const networkGroups = definePages<
  { parentId: string; id: string; createdAt: Date },
  { kind: GroupKind | null }
>((ctx, { parentIds, limit, after, filter }) =>
  ctx.db
    .selectFrom("network")
    .innerJoinLateral(
      (db) => {
        let groups = db
          .selectFrom("group")
          .select(["id", "createdAt"])
          .whereRef("networkId", "=", "network.id")
          .where(knownTo(ctx.personId))
          .orderBy("createdAt")
          .orderBy("id")
          .limit(limit + 1);
        if (filter.kind) groups = groups.where("kind", "=", filter.kind);
        if (after)
          groups = groups.where(
            sql<boolean>`(created_at, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`,
          );
        return groups.as("one");
      },
      (join) => join.onTrue(),
    )
    .select(["network.id as parentId", "one.id", "one.createdAt"])
    .where(sql<boolean>`network.id = any(${sql.val(parentIds)}::uuid[])`)
    .orderBy("one.createdAt")
    .orderBy("one.id")
    .execute(),
);

/** Pages of the invitations of groups, the newest first. */
export const groupInvitations = definePages<InvitationRow & { parentId: string }, null>(
  (ctx, { parentIds, limit, after }) =>
    ctx.db
      .selectFrom("group")
      .innerJoinLateral(
        (db) => {
          let invitations = db
            .selectFrom("invitation")
            .selectAll()
            .whereRef("groupId", "=", "group.id")
            .orderBy("createdAt", "desc")
            .orderBy("id", "desc")
            .limit(limit + 1);
          if (after)
            invitations = invitations.where(
              sql<boolean>`(created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
            );
          return invitations.as("invitation");
        },
        (join) => join.onTrue(),
      )
      .selectAll("invitation")
      .select("group.id as parentId")
      .where(sql<boolean>`"group".id = any(${sql.val(parentIds)}::uuid[])`)
      .orderBy("invitation.createdAt", "desc")
      .orderBy("invitation.id", "desc")
      .execute(),
);

/** Whether the viewer is in a group with each of these people: what they tell their groups depends on it. */
export const sharesGroup = defineLoader<string, boolean>(async (ctx, ids) => {
  const rows = await ctx.db
    .selectFrom("membership as theirs")
    .innerJoin("membership as mine", "mine.groupId", "theirs.groupId")
    .select("theirs.personId")
    .distinct()
    .where(sql<boolean>`theirs.person_id = any(${sql.val(ids)}::uuid[])`)
    .where("theirs.state", "=", "ACTIVE")
    .where("mine.personId", "=", ctx.personId)
    .where("mine.state", "=", "ACTIVE")
    .execute();
  return inOrder(ids, rows, { key: (row) => row.personId, value: () => true, missing: false });
});
