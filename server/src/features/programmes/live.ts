import { Ctx, FieldResolver, ObjectType, Resolver, Root, type ClassType } from "type-graphql";
import type { Context } from "../../house/context.ts";
import type { Entry } from "../../live/entities.ts";
import { showEntry, type Projections } from "../../live/projection.ts";
import { LiveUpdate } from "../../live/updates.ts";
import { getGroup, Group } from "../groups/public.ts";
import { getProgramme } from "./queries.ts";
import { Programme } from "./types/programme.ts";

@ObjectType({ implements: LiveUpdate, description: "The network has a new programme." })
class ProgrammeCreated extends LiveUpdate {
  entry!: Entry;
}
@ObjectType({
  implements: LiveUpdate,
  description: "A programme, its waves, or who funds, hosts and partners it, was changed.",
})
class ProgrammeChanged extends LiveUpdate {
  entry!: Entry;
}
@ObjectType({
  implements: LiveUpdate,
  description: "The group belongs to another programme or wave.",
})
class GroupPlaced extends LiveUpdate {
  entry!: Entry;
}

/** What this room's facts are to those who follow a network. */
export const programmesInNetwork: Projections = {
  ProgrammeCreated: showEntry(ProgrammeCreated),
  ProgrammeEdited: showEntry(ProgrammeChanged),
  WaveAdded: showEntry(ProgrammeChanged),
  WaveEdited: showEntry(ProgrammeChanged),
  WaveRemoved: showEntry(ProgrammeChanged),
  OrganisationRelated: showEntry(ProgrammeChanged),
  RelationDated: showEntry(ProgrammeChanged),
  RelationRemoved: showEntry(ProgrammeChanged),
};

/** What this room's facts are to those who follow a group. */
export const programmesInGroup: Projections = { GroupPlaced: showEntry(GroupPlaced) };

function showsProgramme(update: ClassType<LiveUpdate & { entry: Entry }>): ClassType {
  @Resolver(() => update)
  class ShowsProgramme {
    @FieldResolver(() => Programme, { description: "The programme as it is now." })
    programme(@Root() { entry }: ProgrammeCreated, @Ctx() ctx: Context): Promise<Programme> {
      return getProgramme(ctx, entry.data["programmeId"] as string);
    }
  }
  return ShowsProgramme;
}

@Resolver(() => GroupPlaced)
class ShowsPlace {
  @FieldResolver(() => Group, { description: "The group as it is now." })
  group(@Root() { entry }: GroupPlaced, @Ctx() ctx: Context): Promise<Group> {
    return getGroup(ctx, entry.channelId);
  }
}

/** The fields of the updates that this room's facts become. */
export const programmeUpdateResolvers: ClassType[] = [
  ...[ProgrammeCreated, ProgrammeChanged].map(showsProgramme),
  ShowsPlace,
];
