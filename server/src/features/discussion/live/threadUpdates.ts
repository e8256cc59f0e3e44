import { Arg, createUnionType, ID, Resolver, Root, Subscription } from "type-graphql";
import type { Context } from "../../../house/context.ts";
import { projecting, updateTypes } from "../../../live/projection.ts";
import type { LiveUpdate } from "../../../live/updates.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { Cursor } from "../../../platform/graphql/scalars.ts";
import { getThread } from "../queries.ts";
import { threadProjections } from "./updates.ts";

const ThreadUpdate = createUnionType({
  name: "ThreadUpdate",
  description:
    "What happens in a thread, and the stream's own answers. More members will come: pass over those you do not know.",
  types: () => updateTypes(threadProjections),
  resolveType: (value: object) => value.constructor.name,
});

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
      const thread = await getThread(context, uuidOf("Thread", args.threadId));
      const stream = await context.live.follow(thread.groupKey, {
        personId: context.personId,
        label: thread.key,
        after: args.after,
        spans: true,
        ...projecting(threadProjections),
        onBatch: () => context.renew(),
      });
      if (!stream) throw notFound();
      return stream;
    },
  })
  threadUpdates(
    @Root() update: LiveUpdate,
    @Arg("threadId", () => ID, { description: "The thread." }) _threadId: string,
    @Arg("after", () => Cursor, {
      nullable: true,
      description: "Where to go on; without it, from now.",
    })
    _after?: string,
  ): LiveUpdate {
    return update;
  }
}
