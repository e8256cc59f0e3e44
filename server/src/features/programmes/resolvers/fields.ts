import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ForwardArgs, type Page } from "../../../house/connection.ts";
import type { Context } from "../../../house/context.ts";
import { CalendarDate } from "../../../platform/graphql/scalars.ts";
import { Group, GroupConnection } from "../../groups/public.ts";
import { getNetwork, Network } from "../../networks/public.ts";
import { getOrganisation, Organisation } from "../../organisations/public.ts";
import {
  findFigures,
  findProgrammeOf,
  findWaveOf,
  getProgramme,
  listNetworkProgrammes,
  listGroupsOf,
  listRelations,
  listScope,
  listWaves,
} from "../queries.ts";
import {
  Programme,
  ProgrammeConnection,
  ProgrammeFigures,
  ProgrammeRelation,
  Wave,
} from "../types/programme.ts";

const DAY = "The day; all that ever were when left out.";
const FIGURES_DAY = "At the end of this day; now when left out.";
const FIGURES = "What can be counted, for who may compare; null for all others.";
type Day = string | null | undefined;

@Resolver(() => Programme)
export class ProgrammeResolver {
  @FieldResolver(() => Network, { description: "The network that it is in." })
  network(@Root() { networkId }: Programme, @Ctx() ctx: Context): Promise<Network> {
    return getNetwork(ctx, networkId);
  }

  @FieldResolver(() => [Wave], { description: "Its runs, the earliest first; at most 50." })
  waves(@Root() { key }: Programme, @Ctx() ctx: Context): Promise<Wave[]> {
    return listWaves(ctx, key);
  }

  @FieldResolver(() => [ProgrammeRelation], {
    description: "Who funds, hosts and partners it, as they were entered; at most 200.",
  })
  relations(
    @Root() { key }: Programme,
    @Arg("on", () => CalendarDate, { nullable: true, description: DAY }) day: Day,
    @Ctx() ctx: Context,
  ): Promise<ProgrammeRelation[]> {
    return listRelations(ctx, { programmeId: key, day });
  }

  @FieldResolver(() => GroupConnection, {
    description: "Its groups, in the order in which they were placed.",
  })
  groups(
    @Root() programme: Programme,
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<Group>> {
    return listGroupsOf(ctx, { of: programme, args });
  }

  @FieldResolver(() => ProgrammeFigures, { nullable: true, description: FIGURES })
  figures(
    @Root() { key }: Programme,
    @Arg("on", () => CalendarDate, { nullable: true, description: FIGURES_DAY }) day: Day,
    @Ctx() ctx: Context,
  ): Promise<ProgrammeFigures | null> {
    return findFigures(ctx, { programmeId: key, waveId: null, day });
  }
}

@Resolver(() => Wave)
export class WaveResolver {
  @FieldResolver(() => Programme, { description: "Whose run it is." })
  programme(@Root() { programmeId }: Wave, @Ctx() ctx: Context): Promise<Programme> {
    return getProgramme(ctx, programmeId);
  }

  @FieldResolver(() => GroupConnection, {
    description: "Its groups, in the order in which they were placed.",
  })
  groups(
    @Root() wave: Wave,
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<Group>> {
    return listGroupsOf(ctx, { of: wave, args });
  }

  @FieldResolver(() => ProgrammeFigures, { nullable: true, description: FIGURES })
  figures(
    @Root() { key, programmeId }: Wave,
    @Arg("on", () => CalendarDate, { nullable: true, description: FIGURES_DAY }) day: Day,
    @Ctx() ctx: Context,
  ): Promise<ProgrammeFigures | null> {
    return findFigures(ctx, { programmeId, waveId: key, day });
  }
}

@Resolver(() => ProgrammeRelation)
export class ProgrammeRelationResolver {
  @FieldResolver(() => Programme, { description: "The programme." })
  programme(@Root() { programmeId }: ProgrammeRelation, @Ctx() ctx: Context): Promise<Programme> {
    return getProgramme(ctx, programmeId);
  }

  @FieldResolver(() => Organisation, {
    description: "The organisation as it was entered; ask for its heir on a day.",
  })
  organisation(
    @Root() { organisationId }: ProgrammeRelation,
    @Ctx() ctx: Context,
  ): Promise<Organisation> {
    return getOrganisation(ctx, organisationId);
  }
}

@Resolver(() => Network)
export class NetworkProgrammesResolver {
  @FieldResolver(() => ProgrammeConnection, { description: "Its programmes, the latest first." })
  programmes(
    @Root() { key }: Network,
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<Programme>> {
    return listNetworkProgrammes(ctx, { networkId: key, args });
  }
}

@Resolver(() => Organisation)
export class OrganisationRelationsResolver {
  @FieldResolver(() => [ProgrammeRelation], {
    description:
      "What it funds, hosts and partners, itself or through what had gone into it by that day: what it may report on.",
  })
  relations(
    @Root() { key }: Organisation,
    @Arg("on", () => CalendarDate, { nullable: true, description: DAY }) day: Day,
    @Ctx() ctx: Context,
  ): Promise<ProgrammeRelation[]> {
    return listScope(ctx, { organisationId: key, day });
  }
}

@Resolver(() => Group)
export class GroupProgrammeResolver {
  @FieldResolver(() => Programme, { nullable: true, description: "The programme it belongs to." })
  programme(@Root() { key }: Group, @Ctx() ctx: Context): Promise<Programme | null> {
    return findProgrammeOf(ctx, key);
  }

  @FieldResolver(() => Wave, { nullable: true, description: "The wave it belongs to." })
  wave(@Root() { key }: Group, @Ctx() ctx: Context): Promise<Wave | null> {
    return findWaveOf(ctx, key);
  }
}
