import { Ctx, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../../house/context.ts";
import type { Entry } from "../../live/entities.ts";
import { showEntry, type Projections } from "../../live/projection.ts";
import { LiveUpdate } from "../../live/updates.ts";
import { findBulkAct } from "./queries.ts";
import { BulkAct } from "./types.ts";

@ObjectType({
  implements: LiveUpdate,
  description: "An act for many, in a network that the viewer manages, began or came forward.",
})
export class BulkActMoved extends LiveUpdate {
  entry!: Entry;
}

@Resolver(() => BulkActMoved)
export class BulkActOfUpdate {
  @FieldResolver(() => BulkAct, {
    nullable: true,
    description: "The act as it is now; null when the viewer may see it no more.",
  })
  bulkAct(@Root() { entry }: BulkActMoved, @Ctx() ctx: Context): Promise<BulkAct | null> {
    return findBulkAct(ctx, entry.data["bulkActId"] as string);
  }
}

/** What this room's facts are to the person in whose channel they stand. */
export const administrationInInbox: Projections = { BulkActMoved: showEntry(BulkActMoved) };
