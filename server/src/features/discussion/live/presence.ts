import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  ObjectType,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";
import type { Context } from "../../../house/context.ts";
import type { Here } from "../../../live/presence.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { globalId, uuidOf } from "../../../platform/graphql/ids.ts";
import { DateTime } from "../../../platform/graphql/scalars.ts";
import { groupForViewer } from "../../groups/public.ts";
import { getPerson, Person } from "../../people/public.ts";
import { canRead } from "../policy.ts";

@ObjectType({ description: "Somebody is writing." })
export class Typing {
  personKey!: string;

  @Field(() => ID, { description: "The thread." })
  threadId!: string;
}

@ObjectType({ description: "Who is here. It is never replayed and may be late by a second." })
export class PresenceUpdate {
  present!: Here;

  @Field(() => DateTime, { description: "When it was looked at." })
  at!: Date;
}

@Resolver(() => Typing)
export class TypingResolver {
  @FieldResolver(() => Person, { description: "Who." })
  person(@Root() typing: Typing, @Ctx() ctx: Context): Promise<Person> {
    return getPerson(ctx, typing.personKey);
  }
}

@Resolver(() => PresenceUpdate)
export class PresenceResolver {
  @FieldResolver(() => [Person], {
    description: "People who have the group open now, the viewer among them.",
  })
  here(@Root() update: PresenceUpdate, @Ctx() ctx: Context): Promise<Person[]> {
    return Promise.all(update.present.people.map((id) => getPerson(ctx, id)));
  }

  @FieldResolver(() => [Typing], { description: "Who writes where, without the viewer." })
  typing(@Root() update: PresenceUpdate, @Ctx() ctx: Context): Typing[] {
    return update.present.typing
      .filter(({ personId }) => personId !== ctx.viewer?.personId)
      .map(({ personId, threadId }) =>
        Object.assign(new Typing(), {
          personKey: personId,
          threadId: globalId("Thread", threadId),
        }),
      );
  }

  @Subscription(() => PresenceUpdate, {
    description: "Who has the group open and who is writing. Following it says that you are here.",
    subscribe: async ({ args, context }: { args: { groupId: string }; context: Context }) => {
      const groupId = uuidOf("Group", args.groupId);
      const group = await context.load(groupForViewer, groupId);
      if (!group || !canRead(group.standing)) throw notFound();
      return context.house.presence.follow(groupId, context.personId);
    },
  })
  async presence(
    @Root() here: Here,
    @Arg("groupId", () => ID, { description: "The group." }) groupId: string,
    @Ctx() ctx: Context,
  ): Promise<PresenceUpdate> {
    ctx.renew();
    // Presence has no log in which a removal could end it: each telling asks again.
    const group = await ctx.load(groupForViewer, uuidOf("Group", groupId));
    if (!group || !canRead(group.standing)) throw notFound();
    return Object.assign(new PresenceUpdate(), { present: here, at: new Date() });
  }
}
