import { forward, pageOf, type ForwardArgs, type Page } from "../../house/connection.ts";
import type { Context } from "../../house/context.ts";
import { notFound } from "../../platform/graphql/errors.ts";
import { allowed } from "../../platform/policy/rule.ts";
import { findGroup, type Group } from "../groups/public.ts";
import { networkForViewer } from "../networks/public.ts";
import type { RelationRow, WaveRow } from "./entities.ts";
import {
  networkProgrammes,
  figuresOf,
  placeOfGroup,
  programmeForViewer,
  programmeGroups,
  relationById,
  relationsOf,
  scopeOf,
  waveById,
  waveGroups,
  wavesOf,
  type ProgrammeForViewer,
} from "./loaders.ts";
import { programmePolicy } from "./policy.ts";
import { Programme, ProgrammeFigures, ProgrammeRelation, Wave } from "./types/programme.ts";

/** A programme of a network that the viewer is in, else null. */
export async function findProgramme(ctx: Context, id: string): Promise<Programme | null> {
  const found = await ctx.load(programmeForViewer, id);
  return found && presentProgramme(found);
}

/** Throws NOT_FOUND for what the viewer may not see. */
export async function getProgramme(ctx: Context, id: string): Promise<Programme> {
  const programme = await findProgramme(ctx, id);
  if (!programme) throw notFound();
  return programme;
}

export async function findWave(ctx: Context, id: string): Promise<Wave | null> {
  const row = await ctx.load(waveById, id);
  return row && (await findProgramme(ctx, row.programmeId)) ? presentWave(row) : null;
}

export async function getWave(ctx: Context, id: string): Promise<Wave> {
  const wave = await findWave(ctx, id);
  if (!wave) throw notFound();
  return wave;
}

export async function findRelation(ctx: Context, id: string): Promise<ProgrammeRelation | null> {
  const row = await ctx.load(relationById, id);
  return row && (await findProgramme(ctx, row.programmeId)) ? presentRelation(row) : null;
}

export async function getRelation(ctx: Context, id: string): Promise<ProgrammeRelation> {
  const relation = await findRelation(ctx, id);
  if (!relation) throw notFound();
  return relation;
}

/** The programmes of a network, the latest first, for who is in it. */
export async function listNetworkProgrammes(
  ctx: Context,
  { networkId, args }: { networkId: string; args: ForwardArgs },
): Promise<Page<Programme>> {
  const { limit, after } = forward(args, ["instant", "uuid"]);
  if (!(await ctx.load(networkForViewer, networkId))) throw notFound();
  const rows = await ctx.load(networkProgrammes, {
    parentId: networkId,
    limit,
    after,
    filter: null,
  });
  const programmes = await Promise.all(rows.map(({ id }) => findProgramme(ctx, id)));
  const found = rows.flatMap((row, at) => {
    const programme = programmes[at];
    return programme ? [{ row, programme }] : [];
  });
  return pageOf(found, {
    limit,
    after,
    key: ({ row }) => [row.createdAt.toISOString(), row.id],
    present: ({ programme }) => programme,
  });
}

export async function listWaves(ctx: Context, programmeId: string): Promise<Wave[]> {
  return (await ctx.load(wavesOf, programmeId)).map(presentWave);
}

/** Who funds, hosts and partners a programme: on a day, or ever. */
export async function listRelations(
  ctx: Context,
  { programmeId, day }: { programmeId: string; day: string | null | undefined },
): Promise<ProgrammeRelation[]> {
  const rows = await ctx.load(relationsOf, programmeId);
  return rows.filter((row) => !day || isOn(row, day)).map(presentRelation);
}

/** What an organisation is related to, itself or through what went into it: on a day, or ever. */
export async function listScope(
  ctx: Context,
  { organisationId, day }: { organisationId: string; day: string | null | undefined },
): Promise<ProgrammeRelation[]> {
  return (await ctx.load(scopeOf, { organisationId, day: day ?? null })).map(presentRelation);
}

/** The groups of a programme, or of one of its waves, as far as the viewer may know of them. */
export async function listGroupsOf(
  ctx: Context,
  { of, args }: { of: Programme | Wave; args: ForwardArgs },
): Promise<Page<Group>> {
  const { limit, after } = forward(args, ["instant", "uuid"]);
  const groupsOf = of instanceof Wave ? waveGroups : programmeGroups;
  const rows = await ctx.load(groupsOf, { parentId: of.key, limit, after, filter: null });
  const groups = await Promise.all(rows.map(({ groupId }) => findGroup(ctx, groupId)));
  const found = rows.flatMap((row, at) => {
    const group = groups[at];
    return group ? [{ row, group }] : [];
  });
  return pageOf(found, {
    limit,
    after,
    key: ({ row }) => [row.placedAt.toISOString(), row.groupId],
    present: ({ group }) => group,
  });
}

export async function findProgrammeOf(ctx: Context, groupId: string): Promise<Programme | null> {
  const place = await ctx.load(placeOfGroup, groupId);
  return place && findProgramme(ctx, place.programmeId);
}

export async function findWaveOf(ctx: Context, groupId: string): Promise<Wave | null> {
  const place = await ctx.load(placeOfGroup, groupId);
  return place?.waveId ? findWave(ctx, place.waveId) : null;
}

/** What is counted of a programme, or of one wave, for who may compare; null for all others. */
export async function findFigures(
  ctx: Context,
  {
    programmeId,
    waveId,
    day,
  }: { programmeId: string; waveId: string | null; day: string | null | undefined },
): Promise<ProgrammeFigures | null> {
  const programme = await findProgramme(ctx, programmeId);
  if (!programme?.viewerCan.includes("SEE_FIGURES")) return null;
  const figures = await ctx.load(figuresOf, { programmeId, waveId, day: day ?? null });
  const goneCount = figures.everMemberCount - figures.memberCount;
  return Object.assign(new ProgrammeFigures(), { ...figures, goneCount });
}

const isOn = ({ fromDay, untilDay }: RelationRow, day: string): boolean =>
  (!fromDay || fromDay <= day) && (!untilDay || day < untilDay);

function presentProgramme({ row, role }: ProgrammeForViewer): Programme {
  const { id, networkId, name, description, startsOn, endsOn, version } = row;
  return Object.assign(new Programme(), {
    key: id,
    networkId,
    name,
    description,
    startsOn,
    endsOn,
    version,
    viewerCan: allowed(programmePolicy, role, null),
  });
}

const presentWave = ({ id, programmeId, name, startsOn, endsOn }: WaveRow): Wave =>
  Object.assign(new Wave(), { key: id, programmeId, name, startsOn, endsOn });

function presentRelation(row: RelationRow): ProgrammeRelation {
  const { id, programmeId, organisationId, kind, fromDay, untilDay } = row;
  return Object.assign(new ProgrammeRelation(), {
    key: id,
    programmeId,
    organisationId,
    kind,
    from: fromDay,
    until: untilDay,
  });
}
