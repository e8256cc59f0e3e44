import { forward, pageOf, type ForwardArgs, type Page } from "../../house/connection.ts";
import type { Context } from "../../house/context.ts";
import { folded } from "../../house/text.ts";
import { notFound } from "../../platform/graphql/errors.ts";
import { allowed } from "../../platform/policy/rule.ts";
import { networkForViewer } from "../networks/public.ts";
import { nameOn, type OrganisationKind } from "./entities.ts";
import {
  heirsOf,
  networkOrganisations,
  organisationForViewer,
  predecessorIds,
  type OrganisationForViewer,
} from "./loaders.ts";
import { organisationPolicy } from "./policy.ts";
import { Organisation, OrganisationName } from "./types.ts";

/** An organisation of a network that the viewer is in, else null. */
export async function findOrganisation(ctx: Context, id: string): Promise<Organisation | null> {
  const found = await ctx.load(organisationForViewer, id);
  return found && presentOrganisation(found);
}

/** Throws NOT_FOUND for what the viewer may not see. */
export async function getOrganisation(ctx: Context, id: string): Promise<Organisation> {
  const organisation = await findOrganisation(ctx, id);
  if (!organisation) throw notFound();
  return organisation;
}

/** Several, without those that the viewer may not see. */
export async function getOrganisations(
  ctx: Context,
  ids: readonly string[],
): Promise<Organisation[]> {
  const found = await Promise.all(ids.map((id) => findOrganisation(ctx, id)));
  return found.filter((organisation) => organisation !== null);
}

/** The register of a network, by name, for who is in it. */
export async function listNetworkOrganisations(
  ctx: Context,
  { networkId, query, kind, country, on, args }: RegisterPage,
): Promise<Page<Organisation>> {
  const { limit, after } = forward(args, ["text", "uuid"]);
  if (!(await ctx.load(networkForViewer, networkId))) throw notFound();
  const rows = await ctx.load(networkOrganisations, {
    parentId: networkId,
    limit,
    after,
    filter: { words: wordsOf(query), kind, country, day: on },
  });
  const organisations = await Promise.all(rows.map(({ id }) => findOrganisation(ctx, id)));
  const found = rows.flatMap((row, at) => {
    const organisation = organisations[at];
    return organisation ? [{ row, organisation }] : [];
  });
  return pageOf(found, {
    limit,
    after,
    key: ({ row }) => [row.nameKey, row.id],
    present: ({ organisation }) => organisation,
  });
}

interface RegisterPage {
  networkId: string;
  query: string | null;
  kind: OrganisationKind | null;
  country: string | null;
  on: string | null;
  args: ForwardArgs;
}

/** More words would only cost: a name has a few. */
const wordsOf = (query: string | null): string[] =>
  folded((query ?? "").slice(0, 200).toWellFormed().replaceAll("\0", ""))
    .split(" ")
    .filter(Boolean)
    .slice(0, 8);

/** All its names, the latest first. */
export function namesOf({ name, former, validFrom }: Organisation): OrganisationName[] {
  const past = former.map(({ untilDay, ...row }, at) => ({
    name: row.name,
    from: former[at - 1]?.untilDay ?? validFrom,
    until: untilDay,
  }));
  const now = { name, from: former.at(-1)?.untilDay ?? validFrom, until: null };
  return [...past, now].toReversed().map((each) => Object.assign(new OrganisationName(), each));
}

/** What it was called on a day. */
export const nameOf = ({ name, former }: Organisation, day: string): string =>
  nameOn(name, { former, day });

/** What carries it on at a day (now when none is given): itself, or what it was merged into by then. */
export async function heirOf(
  ctx: Context,
  { organisation, day }: { organisation: Organisation; day: string | null | undefined },
): Promise<Organisation> {
  const line = await ctx.load(heirsOf, organisation.key);
  const heir = line.findLast(({ since }) => since === null || !day || since <= day);
  return heir ? getOrganisation(ctx, heir.id) : organisation;
}

export async function listPredecessors(ctx: Context, id: string): Promise<Organisation[]> {
  return getOrganisations(ctx, await ctx.load(predecessorIds, id));
}

function presentOrganisation({ row, former, role }: OrganisationForViewer): Organisation {
  const { id, networkId, name, kind, country, area, validFrom, validTo, successorId, version } =
    row;
  return Object.assign(new Organisation(), {
    key: id,
    networkId,
    name,
    kind,
    country,
    area,
    validFrom,
    validTo,
    successorId,
    version,
    former,
    viewerCan: allowed(organisationPolicy, role, { ended: validTo !== null }),
  });
}
