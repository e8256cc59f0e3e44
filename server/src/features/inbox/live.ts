import {
  Ctx,
  FieldResolver,
  ObjectType,
  Resolver,
  Root,
  Subscription,
  type ClassType,
} from "type-graphql";
import type { Context } from "../../house/context.ts";
import { AfterArg, followChannel, liveUnion } from "../../house/liveField.ts";
import type { Entry } from "../../live/entities.ts";
import type { Projection, Projections } from "../../live/projection.ts";
import { LiveUpdate } from "../../live/updates.ts";
import { findThread, getMessage, Message } from "../discussion/public.ts";

abstract class OfMention extends LiveUpdate {
  messageKey!: string;
}

@ObjectType({ implements: LiveUpdate, description: "A message mentions the viewer." })
class Mentioned extends OfMention {}

@ObjectType({
  implements: LiveUpdate,
  description: "A message that mentions the viewer was edited, withdrawn or brought back.",
})
class MentionChanged extends OfMention {}

function messageOf(type: ClassType<OfMention>): ClassType {
  @Resolver(() => type)
  class MessageOfMention {
    @FieldResolver(() => Message, { description: "The message as it is now." })
    message(@Root() update: OfMention, @Ctx() ctx: Context): Promise<Message> {
      return getMessage(ctx, update.messageKey);
    }
  }
  return MessageOfMention;
}

export const mentionResolvers: ClassType[] = [Mentioned, MentionChanged].map(messageOf);

const ofMention = (update: ClassType<OfMention>): Projection => ({
  update,
  project: ({ data }) => Object.assign(new update(), { messageKey: data["messageId"] }),
});

/** A mention is told only while its message may be read. */
const mentionsInInbox: Projections = {
  Mentioned: ofMention(Mentioned),
  MentionChanged: ofMention(MentionChanged),
};

/** What is about a thread that the viewer may not see any more is passed over. */
async function stillSeen(ctx: Context, { data }: Entry): Promise<boolean> {
  const { threadId } = data as { threadId?: string };
  ctx.renew();
  return !threadId || (await findThread(ctx, threadId)) !== null;
}

/** The viewer's own live field. `others` are what other rooms state in a person's channel. */
export function inboxLiveResolver(others: Projections): ClassType {
  const projections = { ...mentionsInInbox, ...others };
  const InboxUpdate = liveUnion(
    "InboxUpdate",
    "What happens for the viewer alone, and the stream's own answers.",
    projections,
  );

  @Resolver()
  class InboxUpdates {
    @Subscription(() => InboxUpdate, {
      description:
        "Read marks from other devices, mentions and what becomes of them, networks and groups joined, groups left: everything for the viewer alone, each once and in order.",
      subscribe: ({ args, context }) => followInbox(context as Context, args as { after?: string }),
    })
    inboxUpdates(@Root() update: LiveUpdate, @AfterArg() _after: string | null): LiveUpdate {
      return update;
    }
  }
  return InboxUpdates;

  function followInbox(ctx: Context, { after }: { after?: string }) {
    return followChannel(ctx, {
      channelId: ctx.personId,
      projections,
      after,
      spans: false,
      admit: (entry) => stillSeen(ctx, entry),
    });
  }
}
