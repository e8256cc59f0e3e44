import { sql } from "kysely";
import { answerActions } from "../../house/actions.ts";
import { forward, pageOf, type ForwardArgs, type Page } from "../../house/connection.ts";
import type { Context } from "../../house/context.ts";
import type { Db } from "../../platform/database/database.ts";
import { notFound } from "../../platform/graphql/errors.ts";
import { allowed } from "../../platform/policy/rule.ts";
import type { NetworkMembershipRow, NetworkRole } from "./entities.ts";
import {
  isOnlyManager,
  networkForViewer,
  networkMembers,
  type NetworkForViewer,
} from "./loaders.ts";
import { networkPlacePolicy, networkPolicy } from "./policy.ts";
import { Membership, Network, type Role } from "./types.ts";

export async function findNetwork(ctx: Context, id: string): Promise<Network | null> {
  const found = await ctx.load(networkForViewer, id);
  return found && presentNetwork(ctx, found);
}

/** Throws NOT_FOUND for what the viewer is not in. */
export async function getNetwork(ctx: Context, id: string): Promise<Network> {
  const network = await findNetwork(ctx, id);
  if (!network) throw notFound();
  return network;
}

export async function findNetworkBySlug(ctx: Context, slug: string): Promise<Network | null> {
  const row = await ctx.db
    .selectFrom("network")
    .select("id")
    .where("slug", "=", slug.toWellFormed().replaceAll("\0", ""))
    .executeTakeFirst();
  return row ? findNetwork(ctx, row.id) : null;
}

/** The viewer's own networks, the longest joined first. */
export async function listNetworks(ctx: Context, args: ForwardArgs): Promise<Page<Network>> {
  const { limit, after } = forward(args, ["instant", "uuid"]);
  let mine = ctx.db
    .selectFrom("networkMembership")
    .select(["networkId", "since", "id"])
    .where("personId", "=", ctx.personId)
    .where("until", "is", null)
    .orderBy("since")
    .orderBy("id")
    .limit(limit + 1);
  if (after)
    mine = mine.where(sql<boolean>`(since, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  const rows = await mine.execute();
  const networks = new Map(
    await Promise.all(
      rows.map(async (row) => [row.id, await findNetwork(ctx, row.networkId)] as const),
    ),
  );
  return pageOf(
    rows.filter((row) => networks.get(row.id)),
    { limit, after, key: placeOf, present: (row) => networks.get(row.id)! },
  );
}

/** The members of a network, for who is in it; the longest there first. */
export async function listNetworkMembers(
  ctx: Context,
  { networkId, role, args }: { networkId: string; role: Role | null; args: ForwardArgs },
): Promise<Page<Membership>> {
  const { limit, after } = forward(args, ["instant", "uuid"]);
  if (!(await ctx.load(networkForViewer, networkId))) throw notFound();
  const rows = await ctx.load(networkMembers, {
    parentId: networkId,
    limit,
    after,
    filter: { role },
  });
  return pageOf(rows, { limit, after, key: placeOf, present: presentNetworkMembership });
}

/** A place in a network, for who is in it too. */
export async function findNetworkMembership(ctx: Context, id: string): Promise<Membership | null> {
  const row = await ctx.db
    .selectFrom("networkMembership")
    .selectAll()
    .where("id", "=", id)
    .where("until", "is", null)
    .executeTakeFirst();
  return row && (await ctx.load(networkForViewer, row.networkId))
    ? presentNetworkMembership(row)
    : null;
}

/** What a person is in a network: inside a command, after its lock. */
export async function networkRoleIn(
  db: Db,
  { networkId, personId }: { networkId: string; personId: string },
): Promise<NetworkRole | null> {
  const row = await db
    .selectFrom("networkMembership")
    .select("role")
    .where("networkId", "=", networkId)
    .where("personId", "=", personId)
    .where("until", "is", null)
    .executeTakeFirst();
  return row?.role ?? null;
}

/** The same with whether they are the only one who manages it; null for who is not in it. */
export async function networkPlaceIn(
  db: Db,
  { networkId, personId }: { networkId: string; personId: string },
): Promise<{ role: NetworkRole; isOnlyManager: boolean } | null> {
  const row = await db
    .selectFrom("networkMembership as mine")
    .select(["mine.role", isOnlyManager])
    .where("mine.networkId", "=", networkId)
    .where("mine.personId", "=", personId)
    .where("mine.until", "is", null)
    .executeTakeFirst();
  return row ?? null;
}

/** Whether they were in it once, and when they were last removed from it. */
export async function wasInNetwork(
  db: Db,
  { networkId, personId }: { networkId: string; personId: string },
): Promise<{ removedAt: Date | null } | null> {
  const last = await db
    .selectFrom("networkMembership")
    .select(["until", "endedAs"])
    .where("networkId", "=", networkId)
    .where("personId", "=", personId)
    .where("until", "is not", null)
    .orderBy("until", "desc")
    .executeTakeFirst();
  return last ? { removedAt: last.endedAs === "REMOVED" ? (last.until ?? null) : null } : null;
}

/** What the viewer may do with a place in a network, from its rules; nothing where they are not in it. */
export async function aboutNetworkPlace(ctx: Context, { networkId, role, personId }: Membership) {
  const found = networkId && (await ctx.load(networkForViewer, networkId));
  if (!found) return { can: [], actions: [] };
  const { isOnlyManager: only } = found;
  const at = {
    role: role as NetworkRole,
    isViewer: personId === ctx.personId,
    isOnlyManager: only,
  };
  return {
    can: allowed(networkPlacePolicy, found.role, at),
    actions: answerActions(networkPlacePolicy, found.role, at),
  };
}

function presentNetwork(ctx: Context, network: NetworkForViewer): Network {
  const { row, role, isOnlyManager: only } = network;
  const state = { isOnlyManager: only };
  const { id, headSeq, createdAt: _, ...facts } = row;
  return Object.assign(new Network(), {
    key: id,
    ...facts,
    liveCursor: ctx.live.cursor(id, headSeq),
    viewerRole: role,
    viewerCan: allowed(networkPolicy, role, state),
    viewerActions: answerActions(networkPolicy, role, state),
  });
}

export function presentNetworkMembership(row: NetworkMembershipRow): Membership {
  const { id, networkId, personId, role, since } = row;
  return Object.assign(new Membership(), {
    key: id,
    networkId,
    personId,
    groupId: null,
    role,
    since,
  });
}

const placeOf = (row: { since: Date; id: string }) => [row.since.toISOString(), row.id] as const;
