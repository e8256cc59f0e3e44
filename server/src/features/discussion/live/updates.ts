import { Ctx, FieldResolver, ObjectType, Resolver, Root, type ClassType } from "type-graphql";
import type { Context } from "../../../house/context.ts";
import type { Entry } from "../../../live/entities.ts";
import type { Projection, Projections } from "../../../live/projection.ts";
import { LiveUpdate } from "../../../live/updates.ts";
import { Shared } from "../../../platform/graphql/sharing/mark.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import type { SentMessage } from "../facts.ts";
import { messageById } from "../loaders/messages.ts";
import { getThread } from "../queries.ts";
import { Message, Thread } from "../types.ts";

/** So long a withdrawn text may still be on its way to somebody. */
const JUST_NOW_MS = 2_000;

/** An update about a message: shown as it is now, which its version tells. */
abstract class OfMessage extends LiveUpdate {
  messageKey!: string;
}
/** An update about a thread: shown as it is now. */
abstract class OfThread extends LiveUpdate {
  threadKey!: string;
}

@ObjectType({ implements: LiveUpdate, description: "A message was sent." })
class MessageSent extends OfMessage {
  /** The message as the log had it; null when its text had been withdrawn. */
  sent!: Message | null;
  readonly #readAt = performance.now();

  /** The message as it was sent, while that was just now: to whoever is late it may have changed. */
  get justSent(): Message | null {
    return performance.now() - this.#readAt < JUST_NOW_MS ? this.sent : null;
  }
}
@ObjectType({ implements: LiveUpdate, description: "A message's text was changed." })
class MessageEdited extends OfMessage {}
@ObjectType({
  implements: LiveUpdate,
  description: "A message was withdrawn: its text is gone, the tombstone stays.",
})
class MessageWithdrawn extends OfMessage {}
@ObjectType({
  implements: LiveUpdate,
  description: "A withdrawal was taken back within its five seconds.",
})
class MessageRestored extends OfMessage {}
@ObjectType({ implements: LiveUpdate, description: "A message was pinned, or its pin taken away." })
class MessagePinned extends OfMessage {}
@ObjectType({ implements: LiveUpdate, description: "Somebody set or took away a reaction." })
class ReactionsChanged extends OfMessage {}

@ObjectType({ implements: LiveUpdate, description: "A thread began." })
class ThreadStarted extends OfThread {}
@ObjectType({
  implements: LiveUpdate,
  description:
    "Something was written in a thread. At most one for each thread in two seconds; the last is always told.",
})
class ThreadMoved extends OfThread {}
@ObjectType({ implements: LiveUpdate, description: "A thread has another title." })
class ThreadRenamed extends OfThread {}
@ObjectType({ implements: LiveUpdate, description: "A thread was closed." })
class ThreadClosed extends OfThread {}
@ObjectType({ implements: LiveUpdate, description: "A thread was opened again." })
class ThreadReopened extends OfThread {}
@ObjectType({ implements: LiveUpdate, description: "A thread was pinned, or its pin taken away." })
class ThreadPinned extends OfThread {}
@ObjectType({
  implements: LiveUpdate,
  description: "The answer to a question was chosen, or the choice taken back.",
})
class AnswerAccepted extends OfThread {}
@ObjectType({ implements: LiveUpdate, description: "Somebody acknowledged an announcement." })
class ThreadAcknowledged extends OfThread {}
@ObjectType({
  implements: LiveUpdate,
  description: "The viewer's read mark moved, perhaps on another device.",
})
class ReadMarkMoved extends OfThread {}

const aboutMessages = [
  MessageSent,
  MessageEdited,
  MessageWithdrawn,
  MessageRestored,
  MessagePinned,
  ReactionsChanged,
];
const aboutThreads = [
  ThreadStarted,
  ThreadMoved,
  ThreadRenamed,
  ThreadClosed,
  ThreadReopened,
  ThreadPinned,
  AnswerAccepted,
  ThreadAcknowledged,
  ReadMarkMoved,
];

/** Whoever may read this place of the log may read what stands in it. */
async function messageNow(ctx: Context, key: string): Promise<Message> {
  const row = await ctx.load(messageById, key);
  if (!row) throw notFound();
  return Message.of(row);
}

/** Each update type's `message` field, loaded with those of its batch. */
function messageField(type: ClassType<OfMessage>): new () => object {
  @Resolver(() => type)
  class MessageField {
    @Shared()
    @FieldResolver(() => Message, { description: "The message as it is now." })
    message(@Root() update: OfMessage, @Ctx() ctx: Context): Message | Promise<Message> {
      const sent = update instanceof MessageSent ? update.justSent : null;
      return sent ?? messageNow(ctx, update.messageKey);
    }
  }
  return MessageField;
}

function threadField(type: ClassType<OfThread>): new () => object {
  @Resolver(() => type)
  class ThreadField {
    @FieldResolver(() => Thread, { description: "The thread as it is now." })
    thread(@Root() update: OfThread, @Ctx() ctx: Context): Promise<Thread> {
      return getThread(ctx, update.threadKey);
    }
  }
  return ThreadField;
}

export const updateFieldResolvers = [
  ...aboutMessages.map((type) => messageField(type)),
  ...aboutThreads.map((type) => threadField(type)),
];

const ofMessage = (update: ClassType<OfMessage>): Projection => ({
  update,
  project: ({ subject }) => Object.assign(new update(), { messageKey: subject }),
});
const ofThread = (update: ClassType<OfThread>): Projection => ({
  update,
  project: ({ label }) => Object.assign(new update(), { threadKey: label }),
});
/** A thread's later activity stands for its earlier one. */
const moved: Projection = { ...ofThread(ThreadMoved), coalesce: ({ label }) => label };

/** The message as it was sent, from the fact itself, so that the fastest way needs no read of it. */
function messageSentOf({ data, at, subject }: Entry): MessageSent {
  const { messageId, ...row } = data as unknown as SentMessage;
  const fresh = { version: 1, createdAt: at, editedAt: null, withdrawnAt: null, pinnedAt: null };
  const sent = row.body === "" ? null : Message.of({ id: messageId, ...row, ...fresh });
  return Object.assign(new MessageSent(), { messageKey: subject, sent });
}

const aboutThread = {
  ThreadRenamed: ofThread(ThreadRenamed),
  ThreadClosed: ofThread(ThreadClosed),
  ThreadReopened: ofThread(ThreadReopened),
  ThreadPinned: ofThread(ThreadPinned),
  AnswerAccepted: ofThread(AnswerAccepted),
} satisfies Projections;

/** What followers of a thread are told. */
export const threadProjections: Projections = {
  MessageSent: { update: MessageSent, project: messageSentOf },
  MessageEdited: ofMessage(MessageEdited),
  MessageWithdrawn: ofMessage(MessageWithdrawn),
  MessageRestored: ofMessage(MessageRestored),
  MessagePinned: ofMessage(MessagePinned),
  ReactionsChanged: ofMessage(ReactionsChanged),
  ThreadAcknowledged: ofThread(ThreadAcknowledged),
  ...aboutThread,
};

/** What followers of the whole group are told: messages show as their thread's activity. */
export const discussionInGroup: Projections = {
  ThreadStarted: ofThread(ThreadStarted),
  MessageSent: moved,
  MessageEdited: moved,
  MessageWithdrawn: moved,
  MessageRestored: moved,
  ...aboutThread,
};

/** What the person is told in their own channel. */
export const discussionInInbox: Projections = {
  ReadMarkMoved: {
    update: ReadMarkMoved,
    project: ({ data }) => Object.assign(new ReadMarkMoved(), { threadKey: data["threadId"] }),
  },
};
