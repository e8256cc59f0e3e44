import { Ctx, FieldResolver, ObjectType, Resolver, Root, type ClassType } from "type-graphql";
import type { Context } from "../../house/context.ts";
import type { Entry } from "../../live/entities.ts";
import { showEntry, type Projections } from "../../live/projection.ts";
import { LiveUpdate } from "../../live/updates.ts";
import { findApplication, findWaitingPlace } from "./queries.ts";
import { Application, WaitingPlace } from "./types/joining.ts";

@ObjectType({
  implements: LiveUpdate,
  description: "An application of the viewer's, or one that they decide about, is new or changed.",
})
class ApplicationMoved extends LiveUpdate {
  entry!: Entry;
}

@ObjectType({
  implements: LiveUpdate,
  description:
    "A waiting place of the viewer's, or in a group that they decide about, is new or changed.",
})
class WaitingPlaceMoved extends LiveUpdate {
  entry!: Entry;
}

@Resolver(() => ApplicationMoved)
class ApplicationOfUpdate {
  @FieldResolver(() => Application, {
    nullable: true,
    description: "The application as it is now; null when the viewer may see it no more.",
  })
  application(
    @Root() { entry }: ApplicationMoved,
    @Ctx() ctx: Context,
  ): Promise<Application | null> {
    return findApplication(ctx, entry.data["applicationId"] as string);
  }
}

@Resolver(() => WaitingPlaceMoved)
class WaitingPlaceOfUpdate {
  @FieldResolver(() => WaitingPlace, {
    nullable: true,
    description: "The waiting place as it is now; null when the viewer may see it no more.",
  })
  waitingPlace(
    @Root() { entry }: WaitingPlaceMoved,
    @Ctx() ctx: Context,
  ): Promise<WaitingPlace | null> {
    return findWaitingPlace(ctx, entry.data["waitingPlaceId"] as string);
  }
}

export const joiningUpdateResolvers: ClassType[] = [ApplicationOfUpdate, WaitingPlaceOfUpdate];

/** What this room's facts are to the person in whose channel they stand. */
export const joiningInInbox: Projections = {
  ApplicationMoved: showEntry(ApplicationMoved),
  WaitingPlaceMoved: showEntry(WaitingPlaceMoved),
};
