import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";
import type { Context } from "../../../house/context.ts";
import type { TypingPerson } from "../../../live/presenceStore.ts";
import type { PresenceTold } from "../../../live/presenceTold.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { globalId, uuidOf } from "../../../platform/graphql/ids.ts";
import type { LiveEvent } from "../../../platform/graphql/liveSource.ts";
import { DateTime } from "../../../platform/graphql/scalars.ts";
import { Shared } from "../../../platform/graphql/sharing/mark.ts";
import { groupForViewer } from "../../groups/public.ts";
import { getPerson, Person } from "../../people/public.ts";
import { canRead } from "../policy.ts";

@Shared()
@ObjectType({ description: "Somebody is writing." })
export class Typing {
  personKey!: string;

  @Field(() => ID, { description: "The thread." })
  threadId!: string;
}

@ObjectType({ description: "All that is told of who is here." })
export class PresenceSnapshot {
  people!: readonly string[];
}

@Shared()
@ObjectType({
  description:
    "Who is here. It is never replayed and may be late by a second. The first answer has a snapshot, later ones tell what has changed: select `snapshot`, `came`, `went`, `hereCount` and `writing` to keep up with few bytes. `here` and `typing` are the whole in every answer.",
})
export class PresenceUpdate implements LiveEvent {
  told!: PresenceTold;
  cursor!: string;
  seq!: number;
  prev!: number;

  @Field(() => DateTime, { description: "When it was looked at." })
  at!: Date;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many people have the group open now, all of them; null while that cannot be known.",
  })
  hereCount!: number | null;

  static of(this: void, told: PresenceTold): PresenceUpdate {
    const { cursor, seq, prev, at, count: hereCount } = told;
    return Object.assign(new PresenceUpdate(), { told, cursor, seq, prev, at, hereCount });
  }
}

const peopleOf = (ctx: Context, ids: readonly string[]): Promise<Person[]> =>
  Promise.all(ids.map((id) => getPerson(ctx, id)));

const typingOf = (typing: readonly TypingPerson[]): Typing[] =>
  typing.map(({ personId, threadId }) =>
    Object.assign(new Typing(), {
      personKey: personId,
      threadId: globalId("Thread", threadId),
    }),
  );

@Resolver(() => Typing)
export class TypingResolver {
  @Shared()
  @FieldResolver(() => Person, { description: "Who." })
  person(@Root() typing: Typing, @Ctx() ctx: Context): Promise<Person> {
    return getPerson(ctx, typing.personKey);
  }
}

@Resolver(() => PresenceSnapshot)
export class PresenceSnapshotResolver {
  @Shared()
  @FieldResolver(() => [Person], {
    description:
      "People who have the group open now, the viewer among them; 50 of them where there are more.",
  })
  here(@Root() { people }: PresenceSnapshot, @Ctx() ctx: Context): Promise<Person[]> {
    return peopleOf(ctx, people);
  }
}

@Resolver(() => PresenceUpdate)
export class PresenceResolver {
  @Shared()
  @FieldResolver(() => PresenceSnapshot, {
    nullable: true,
    description:
      "The whole: it takes the place of what was told before. null where only changes are told.",
  })
  snapshot(@Root() { told }: PresenceUpdate): PresenceSnapshot | null {
    return told.whole ? Object.assign(new PresenceSnapshot(), { people: told.here }) : null;
  }

  @Shared()
  @FieldResolver(() => [Person], {
    description: "Who is to be added to the people here since the last answer.",
  })
  came(@Root() { told }: PresenceUpdate, @Ctx() ctx: Context): Promise<Person[]> {
    return peopleOf(ctx, told.came);
  }

  @Shared()
  @FieldResolver(() => [ID], {
    description: "Whose ids are to be taken from the people here since the last answer.",
  })
  went(@Root() { told }: PresenceUpdate): string[] {
    return told.went.map((id) => globalId("Person", id));
  }

  @Shared()
  @FieldResolver(() => [Typing], {
    nullable: true,
    description:
      "Who writes where, the viewer too, at most 50; null where that is as it was in the last answer.",
  })
  writing(@Root() { told }: PresenceUpdate): Typing[] | null {
    return told.retyped ? typingOf(told.typing) : null;
  }

  @Shared()
  @FieldResolver(() => [Person], {
    description:
      "People who have the group open now, the viewer among them; 50 of them where there are more. It is whole in every answer: `snapshot`, `came` and `went` tell the same with fewer bytes.",
  })
  here(@Root() { told }: PresenceUpdate, @Ctx() ctx: Context): Promise<Person[]> {
    return peopleOf(ctx, told.here);
  }

  @FieldResolver(() => [Typing], {
    description:
      "Who writes where, without the viewer, at most 50. It is whole in every answer, and made for each viewer: `writing` is the same for all.",
  })
  typing(@Root() { told }: PresenceUpdate, @Ctx() ctx: Context): Typing[] {
    return typingOf(told.typing.filter(({ personId }) => personId !== ctx.viewer?.personId));
  }

  @Subscription(() => PresenceUpdate, {
    description:
      "Who has the group open and who is writing. Following it says that you are here. At most one answer a second tells what has changed.",
    subscribe: async ({ args, context }: { args: { groupId: string }; context: Context }) => {
      const groupId = uuidOf("Group", args.groupId);
      const group = await context.load(groupForViewer, groupId);
      if (!group || !canRead(group.standing)) throw notFound();
      return context.house.presence.follow(groupId, context.personId, PresenceUpdate.of);
    },
  })
  presence(
    @Root() update: PresenceUpdate,
    @Arg("groupId", () => ID, { description: "The group." }) _groupId: string,
  ): PresenceUpdate {
    return update;
  }
}
