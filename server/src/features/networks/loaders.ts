import { sql } from "kysely";
import { defineLoader, inOrder } from "../../house/loaders.ts";
import { definePages } from "../../house/pagesByParent.ts";
import type { NetworkMembershipRow, NetworkRole, NetworkRow } from "./entities.ts";

/** Whether nobody but `mine` manages the network. */
export const isOnlyManager = sql<boolean>`(mine.role = 'MANAGER' and not exists (
  select from network_membership other where other.network_id = mine.network_id
    and other.role = 'MANAGER' and other.until is null and other.id <> mine.id))`.as(
  "isOnlyManager",
);

/** A network as one statement saw it: row, head of its channel, and what the viewer is in it. */
export interface NetworkForViewer {
  row: NetworkRow & { headSeq: number };
  role: NetworkRole;
  isOnlyManager: boolean;
}

/** Networks by id for the viewer; null for those that they are not in. */
export const networkForViewer = defineLoader<string, NetworkForViewer | null>(async (ctx, ids) => {
  if (!ctx.viewer) return ids.map(() => null);
  const rows = await ctx.db
    .selectFrom("network")
    .innerJoin("channel", "channel.id", "network.id")
    .innerJoin("networkMembership as mine", "mine.networkId", "network.id")
    .selectAll("network")
    .select(["channel.headSeq", "mine.role as viewerRole", isOnlyManager])
    .where("mine.personId", "=", ctx.personId)
    .where("mine.until", "is", null)
    .where(sql<boolean>`network.id = any(${sql.val(ids)}::uuid[])`)
    .execute();
  return inOrder(ids, rows, {
    key: (row) => row.id,
    value: ({ viewerRole, isOnlyManager, ...row }) => ({ row, role: viewerRole, isOnlyManager }),
    missing: null,
  });
});

/** Pages of the members of networks, the longest there first. */
export const networkMembers = definePages<
  NetworkMembershipRow & { parentId: string },
  { role: string | null }
>((ctx, { parentIds, limit, after, filter }) =>
  ctx.db
    .selectFrom("network")
    .innerJoinLateral(
      (db) => {
        let members = db
          .selectFrom("networkMembership")
          .selectAll()
          .whereRef("networkId", "=", "network.id")
          .where("until", "is", null)
          .orderBy("since")
          .orderBy("id")
          .limit(limit + 1);
        if (filter.role) members = members.where(sql<boolean>`role = ${filter.role}`);
        if (after)
          members = members.where(
            sql<boolean>`(since, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`,
          );
        return members.as("member");
      },
      (join) => join.onTrue(),
    )
    .selectAll("member")
    .select("network.id as parentId")
    .where(sql<boolean>`network.id = any(${sql.val(parentIds)}::uuid[])`)
    .orderBy("member.since")
    .orderBy("member.id")
    .execute(),
);
