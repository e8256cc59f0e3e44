import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../../../house/context.ts";
import { Shared } from "../../../platform/graphql/sharing/mark.ts";
import { badInput } from "../../../platform/graphql/errors.ts";
import { globalId } from "../../../platform/graphql/ids.ts";
import { allowed } from "../../../platform/policy/rule.ts";
import { getPerson, Person } from "../../people/public.ts";
import { historyOf, messageById, reactionsOf } from "../loaders/messages.ts";
import { messagePolicy, type MessageAction } from "../policy.ts";
import { getThread } from "../queries.ts";
import { Message, messageActions, MessageVersion, ReactionCount, Thread } from "../types.ts";

@Resolver(() => Message)
export class MessageResolver {
  @FieldResolver(() => Thread, { description: "The thread that it stands in." })
  thread(@Root() message: Message, @Ctx() ctx: Context): Promise<Thread> {
    return getThread(ctx, message.threadKey);
  }

  @Shared()
  @FieldResolver(() => Person, { description: "Who wrote it." })
  author(@Root() message: Message, @Ctx() ctx: Context): Promise<Person> {
    return getPerson(ctx, message.authorKey);
  }

  @Shared()
  @FieldResolver(() => Message, {
    nullable: true,
    description: "The message that it quotes, as that is now.",
  })
  async quote(@Root() message: Message, @Ctx() ctx: Context): Promise<Message | null> {
    const row = message.quoteKey ? await ctx.load(messageById, message.quoteKey) : null;
    return row && Message.of(row);
  }

  @Shared()
  @FieldResolver(() => [ReactionCount], { description: "Its reactions, the first set first." })
  async reactions(@Root() message: Message, @Ctx() ctx: Context): Promise<ReactionCount[]> {
    if (message.withdrawnAt) return [];
    return (await ctx.load(reactionsOf, message.key)).map((row) =>
      Object.assign(new ReactionCount(), { row }),
    );
  }

  @Shared()
  @FieldResolver(() => [MessageVersion], {
    description: "Its earlier texts, the oldest first; none once withdrawn.",
  })
  history(@Root() message: Message, @Ctx() ctx: Context): Promise<MessageVersion[]> {
    return ctx.load(historyOf, message.key);
  }

  @FieldResolver(() => [messageActions], { description: "What the viewer can do with it now." })
  async viewerCan(@Root() message: Message, @Ctx() ctx: Context): Promise<MessageAction[]> {
    const { standing } = await getThread(ctx, message.threadKey);
    const state = {
      authorId: message.authorKey,
      withdrawnAt: message.withdrawnAt,
      withdrawnBy: message.withdrawnByKey,
    };
    return allowed(messagePolicy, { ...standing, personId: ctx.personId }, state);
  }

  @Shared()
  @FieldResolver(() => String, { description: "Its permalink: opens the thread there." })
  url(@Root() message: Message, @Ctx() ctx: Context): string {
    const group = globalId("Group", message.groupKey);
    const thread = globalId("Thread", message.threadKey);
    return `${ctx.house.config.publicUrl}/groups/${group}/threads/${thread}?message=${message.seq}`;
  }
}

@Resolver(() => ReactionCount)
export class ReactionCountResolver {
  @FieldResolver(() => Boolean, { description: "Whether the viewer set it." })
  viewerReacted(@Root() { row }: ReactionCount, @Ctx() ctx: Context): boolean {
    return ctx.viewer !== null && row.viewerReacted;
  }

  @Shared()
  @FieldResolver(() => [Person], { description: "Who set it, the first ones first." })
  people(
    @Root() reaction: ReactionCount,
    @Ctx() ctx: Context,
    @Arg("first", () => Int, {
      nullable: true,
      description: "How many, 1 to 50; 20 when left out.",
    })
    first?: number | null,
  ): Promise<Person[]> {
    const count = first ?? 20;
    if (count < 1 || count > 50) throw badInput("first must be from 1 to 50.");
    return Promise.all(reaction.row.people.slice(0, count).map((id) => getPerson(ctx, id)));
  }
}
