import { Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { ForwardArgs, type Page } from "../../../house/connection.ts";
import type { Context } from "../../../house/context.ts";
import { Group, MembershipConnection, type Membership } from "../../groups/public.ts";
import { unreadThreadsIn } from "../loaders/threads.ts";
import { listPending, listThreads } from "../queries.ts";
import { Acknowledgement, ThreadConnection, type Thread } from "../types.ts";

/** What this room hangs on a group. */
@Resolver(() => Group)
export class GroupThreads {
  @FieldResolver(() => ThreadConnection, {
    description: "Pinned threads first, then by last activity; empty for others than members.",
  })
  threads(
    @Root() group: Group,
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<Thread>> {
    return listThreads(ctx, group.key, args);
  }

  @FieldResolver(() => Int, {
    description:
      "In how many threads something is unread for the viewer; 0 for others than members.",
  })
  unreadThreadCount(@Root() group: Group, @Ctx() ctx: Context): Promise<number> {
    return ctx.load(unreadThreadsIn, group.key);
  }
}

@Resolver(() => Acknowledgement)
export class AcknowledgementResolver {
  @FieldResolver(() => MembershipConnection, {
    description:
      "Members who have not taken note yet, the longest there first; empty for others than coordinators and managers.",
  })
  pending(
    @Root() { thread }: Acknowledgement,
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<Membership>> {
    return listPending(ctx, thread, args);
  }
}
