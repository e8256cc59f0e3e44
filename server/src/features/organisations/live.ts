import { Ctx, FieldResolver, ObjectType, Resolver, Root, type ClassType } from "type-graphql";
import type { Context } from "../../house/context.ts";
import type { Entry } from "../../live/entities.ts";
import { showEntry, type Projections } from "../../live/projection.ts";
import { LiveUpdate } from "../../live/updates.ts";
import { getOrganisation, getOrganisations } from "./queries.ts";
import { Organisation } from "./types.ts";

@ObjectType({ implements: LiveUpdate, description: "The register has a new organisation." })
class OrganisationRegistered extends LiveUpdate {
  entry!: Entry;
}
@ObjectType({ implements: LiveUpdate, description: "What was wrong of one was put right." })
class OrganisationCorrected extends LiveUpdate {
  entry!: Entry;
}
@ObjectType({ implements: LiveUpdate, description: "An organisation is called otherwise." })
class OrganisationRenamed extends LiveUpdate {
  entry!: Entry;
}
@ObjectType({ implements: LiveUpdate, description: "An organisation is no more." })
class OrganisationClosed extends LiveUpdate {
  entry!: Entry;
}
@ObjectType({ implements: LiveUpdate, description: "A merger or closing was taken back." })
class OrganisationRevived extends LiveUpdate {
  entry!: Entry;
}
@ObjectType({ implements: LiveUpdate, description: "Organisations went into another one." })
class OrganisationsMerged extends LiveUpdate {
  entry!: Entry;
}

/** What this room's facts are to those who follow a network. */
export const organisationsInNetwork: Projections = {
  OrganisationRegistered: showEntry(OrganisationRegistered),
  OrganisationCorrected: showEntry(OrganisationCorrected),
  OrganisationRenamed: showEntry(OrganisationRenamed),
  OrganisationClosed: showEntry(OrganisationClosed),
  OrganisationRevived: showEntry(OrganisationRevived),
  OrganisationsMerged: showEntry(OrganisationsMerged),
};

function showsOrganisation(update: ClassType<LiveUpdate & { entry: Entry }>): ClassType {
  @Resolver(() => update)
  class ShowsOrganisation {
    @FieldResolver(() => Organisation, { description: "The organisation as it is now." })
    organisation(
      @Root() { entry }: OrganisationRegistered,
      @Ctx() ctx: Context,
    ): Promise<Organisation> {
      return getOrganisation(ctx, entry.data["organisationId"] as string);
    }
  }
  return ShowsOrganisation;
}

@Resolver(() => OrganisationsMerged)
class ShowsMerger {
  @FieldResolver(() => [Organisation], { description: "Those that are no more, as they are now." })
  organisations(
    @Root() { entry }: OrganisationsMerged,
    @Ctx() ctx: Context,
  ): Promise<Organisation[]> {
    return getOrganisations(ctx, entry.data["organisationIds"] as string[]);
  }

  @FieldResolver(() => Organisation, { description: "The one that carries them on." })
  into(@Root() { entry }: OrganisationsMerged, @Ctx() ctx: Context): Promise<Organisation> {
    return getOrganisation(ctx, entry.data["intoId"] as string);
  }
}

/** The fields of the updates that this room's facts become. */
export const organisationUpdateResolvers: ClassType[] = [
  ...[
    OrganisationRegistered,
    OrganisationCorrected,
    OrganisationRenamed,
    OrganisationClosed,
    OrganisationRevived,
  ].map(showsOrganisation),
  ShowsMerger,
];
