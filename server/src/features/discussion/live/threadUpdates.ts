import { Arg, ID, Resolver, Root, Subscription } from "type-graphql";
import type { Context } from "../../../house/context.ts";
import { AfterArg, followChannel, liveUnion } from "../../../house/liveField.ts";
import type { LiveUpdate } from "../../../live/updates.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { groupToFollow } from "../queries.ts";
import { threadProjections } from "./updates.ts";

const ThreadUpdate = liveUnion(
  "ThreadUpdate",
  "What happens in a thread, and the stream's own answers.",
  threadProjections,
);

@Resolver()
export class ThreadUpdates {
  @Subscription(() => ThreadUpdate, {
    description:
      "Everything that happens in a thread, each once and in order. With `after` it first tells what came since, then Live. The stream ends with Ended when the membership does.",
    subscribe: async ({
      args,
      context,
    }: {
      args: { threadId: string; after?: string };
      context: Context;
    }) => {
      const threadId = uuidOf("Thread", args.threadId);
      return followChannel(context, {
        channelId: await groupToFollow(context, threadId),
        projections: threadProjections,
        label: threadId,
        after: args.after,
      });
    },
  })
  threadUpdates(
    @Root() update: LiveUpdate,
    @Arg("threadId", () => ID, { description: "The thread." }) _threadId: string,
    @AfterArg() _after: string | null,
  ): LiveUpdate {
    return update;
  }
}
