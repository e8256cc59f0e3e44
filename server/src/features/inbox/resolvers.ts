import { Args, Ctx, FieldResolver, Int, Resolver } from "type-graphql";
import { ForwardArgs, type Page } from "../../house/connection.ts";
import type { Context } from "../../house/context.ts";
import {
  listUnreadThreads,
  MessageConnection,
  ThreadConnection,
  unreadThreadCount,
  type Message,
  type Thread,
} from "../discussion/public.ts";
import { Viewer } from "../people/public.ts";
import { listMentions } from "./queries.ts";
import { Inbox } from "./types.ts";

@Resolver(() => Viewer)
export class ViewerInbox {
  @FieldResolver(() => Inbox, { description: "What waits for the viewer." })
  inbox(): Inbox {
    return new Inbox();
  }
}

@Resolver(() => Inbox)
export class InboxResolver {
  @FieldResolver(() => ThreadConnection, {
    description: "Threads with something unread, the latest activity first.",
  })
  threads(@Args(() => ForwardArgs) args: ForwardArgs, @Ctx() ctx: Context): Promise<Page<Thread>> {
    return listUnreadThreads(ctx, args);
  }

  @FieldResolver(() => MessageConnection, {
    description: "Messages that mention the viewer, the newest first.",
  })
  mentions(
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<Message>> {
    return listMentions(ctx, args);
  }

  @FieldResolver(() => Int, { description: "In how many threads something is unread." })
  unreadThreadCount(@Ctx() ctx: Context): Promise<number> {
    return unreadThreadCount(ctx);
  }
}
