import { Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Page } from "../../../house/connection.ts";
import type { Context } from "../../../house/context.ts";
import { Cursor } from "../../../platform/graphql/scalars.ts";
import { allowed } from "../../../platform/policy/rule.ts";
import { getGroup, Group } from "../../groups/public.ts";
import { getPerson, Person } from "../../people/public.ts";
import { messageById, pinnedIn } from "../loaders/messages.ts";
import { acknowledgementIn, draftIn } from "../loaders/threads.ts";
import { messagePolicy, threadPolicy, type MessageAction, type ThreadAction } from "../policy.ts";
import { listMessages } from "../queries.ts";
import {
  Acknowledgement,
  Message,
  messageActions,
  MessageConnection,
  MessagesArgs,
  Thread,
  threadActions,
} from "../types.ts";

@Resolver(() => Thread)
export class ThreadResolver {
  @FieldResolver(() => Group, { nullable: true, description: "The group that talks in it." })
  group(@Root() thread: Thread, @Ctx() ctx: Context): Promise<Group> {
    return getGroup(ctx, thread.groupKey);
  }

  @FieldResolver(() => Person, { description: "Who began it." })
  createdBy(@Root() thread: Thread, @Ctx() ctx: Context): Promise<Person> {
    return getPerson(ctx, thread.createdByKey);
  }

  @FieldResolver(() => Cursor, {
    description:
      "Where threadUpdates (and groupUpdates) stands: everything else in this answer is at least as new.",
  })
  liveCursor(@Root() thread: Thread, @Ctx() ctx: Context): string {
    return ctx.live.cursor(thread.groupKey, thread.headSeq);
  }

  @FieldResolver(() => Int, { description: "lastMessageSeq - lastReadSeq, never below 0." })
  unreadCount(@Root() thread: Thread): number {
    return Math.max(0, thread.lastMessageSeq - thread.lastReadSeq);
  }

  @FieldResolver(() => Message, { nullable: true, description: "Its last message." })
  lastMessage(@Root() thread: Thread, @Ctx() ctx: Context): Promise<Message | null> {
    return messageOf(ctx, thread.lastMessageKey);
  }

  @FieldResolver(() => Message, {
    nullable: true,
    description: "The message that answers the question.",
  })
  acceptedAnswer(@Root() thread: Thread, @Ctx() ctx: Context): Promise<Message | null> {
    return messageOf(ctx, thread.acceptedKey);
  }

  @FieldResolver(() => [Message], {
    description: "Pinned messages, the newest pin first; at most 50.",
  })
  async pinnedMessages(@Root() thread: Thread, @Ctx() ctx: Context): Promise<Message[]> {
    return (await ctx.load(pinnedIn, thread.key)).map((row) => Message.of(row));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What the viewer has begun to write here.",
  })
  draft(@Root() thread: Thread, @Ctx() ctx: Context): Promise<string | null> {
    return ctx.load(draftIn, thread.key);
  }

  @FieldResolver(() => Acknowledgement, {
    nullable: true,
    description: "Only for announcements that ask for it.",
  })
  async acknowledgement(
    @Root() thread: Thread,
    @Ctx() ctx: Context,
  ): Promise<Acknowledgement | null> {
    if (!thread.asksAcknowledgement) return null;
    const { count, viewerAt } = await ctx.load(acknowledgementIn, thread.key);
    return Object.assign(new Acknowledgement(), { thread, count, viewerAcknowledgedAt: viewerAt });
  }

  @FieldResolver(() => [threadActions], { description: "What the viewer can do with it now." })
  viewerCan(@Root() thread: Thread, @Ctx() ctx: Context): ThreadAction[] {
    return allowed(threadPolicy, { ...thread.standing, personId: ctx.personId }, thread.state);
  }

  @FieldResolver(() => [messageActions], {
    description:
      "What the viewer can do with a message of their own that was just sent. MessageSent can be told to everybody in the same words, so whoever follows puts this beside it.",
  })
  viewerCanWithOwn(@Root() thread: Thread, @Ctx() ctx: Context): MessageAction[] {
    return withSent(ctx, thread, ctx.personId);
  }

  @FieldResolver(() => [messageActions], {
    description: "What the viewer can do with a message of another that was just sent.",
  })
  viewerCanWithOthers(@Root() thread: Thread, @Ctx() ctx: Context): MessageAction[] {
    return withSent(ctx, thread, "");
  }

  @FieldResolver(() => MessageConnection, {
    description:
      "Its messages by number, the first one first. A page is as quick in a thread of millions.",
  })
  messages(
    @Root() thread: Thread,
    @Args(() => MessagesArgs) args: MessagesArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<Message>> {
    return listMessages(ctx, thread, args);
  }
}

/** What the viewer can do with a message by `authorId` that nobody has touched yet. */
function withSent(ctx: Context, { standing }: Thread, authorId: string): MessageAction[] {
  const speaker = { ...standing, personId: ctx.personId };
  return allowed(messagePolicy, speaker, { authorId, withdrawnAt: null, withdrawnBy: null });
}

async function messageOf(ctx: Context, key: string | null): Promise<Message | null> {
  const row = key ? await ctx.load(messageById, key) : null;
  return row && Message.of(row);
}
