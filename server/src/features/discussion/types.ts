import {
  ArgsType,
  Field,
  ID,
  Int,
  ObjectType,
  registerEnumType,
  type ClassType,
} from "type-graphql";
import { connectionType, ForwardArgs, type Page } from "../../house/connection.ts";
import { Node } from "../../house/node.ts";
import { UserError } from "../../house/refusal.ts";
import { Shared } from "../../platform/graphql/sharing/mark.ts";
import { DateTime } from "../../platform/graphql/scalars.ts";
import { roles, type Role, type Standing } from "../groups/public.ts";
import { threadKinds, type MessageRow, type ThreadKind } from "./entities.ts";
import type { ReactionRow } from "./loaders/messages.ts";
import type { ThreadForViewer } from "./loaders/threads.ts";
import type { MessageAction, ThreadAction, ThreadState } from "./policy.ts";

registerEnumType(threadKinds, {
  name: "ThreadKind",
  description: "What a thread is for. More kinds will come.",
  valuesConfig: {
    DISCUSSION: { description: "Talk about a topic." },
    QUESTION: { description: "One of the answers can be accepted." },
    ANNOUNCEMENT: {
      description: "Written by coordinators, moderators and managers; can ask to be acknowledged.",
    },
  },
});

/** For viewerCan: the actions as an enum. */
export const threadActions: Record<ThreadAction, ThreadAction> = {
  SEND: "SEND",
  RENAME: "RENAME",
  CLOSE: "CLOSE",
  REOPEN: "REOPEN",
  PIN: "PIN",
  ACCEPT_ANSWER: "ACCEPT_ANSWER",
  ACKNOWLEDGE: "ACKNOWLEDGE",
  SEE_ACKNOWLEDGEMENTS: "SEE_ACKNOWLEDGEMENTS",
};
registerEnumType(threadActions, {
  name: "ThreadAction",
  description: "What can be done with a thread.",
  valuesConfig: {
    SEND: { description: "Write in it." },
    RENAME: { description: "Give it another title." },
    CLOSE: { description: "End writing in it." },
    REOPEN: { description: "Allow writing again." },
    PIN: { description: "Keep it on top of the list, or let it go." },
    ACCEPT_ANSWER: { description: "Say which message answers the question." },
    ACKNOWLEDGE: { description: "Take note of it." },
    SEE_ACKNOWLEDGEMENTS: { description: "See who has not taken note yet." },
  },
});

export const messageActions: Record<MessageAction, MessageAction> = {
  REACT: "REACT",
  QUOTE: "QUOTE",
  EDIT: "EDIT",
  WITHDRAW: "WITHDRAW",
  RESTORE: "RESTORE",
  PIN: "PIN",
};
registerEnumType(messageActions, {
  name: "MessageAction",
  description: "What can be done with a message.",
  valuesConfig: {
    REACT: { description: "Set or take away a reaction." },
    QUOTE: { description: "Quote it in a new message." },
    EDIT: { description: "Change its text." },
    WITHDRAW: { description: "Take its text away; the tombstone stays." },
    RESTORE: { description: "Take the withdrawal back, within five seconds." },
    PIN: { description: "Pin it in its thread, or take the pin away." },
  },
});

@ObjectType({ implements: Node, description: "One titled conversation in a group." })
export class Thread extends Node {
  groupKey!: string;
  createdByKey!: string;
  acceptedKey!: string | null;
  lastMessageKey!: string | null;
  headSeq!: number;
  asksAcknowledgement!: boolean;
  standing!: Standing;

  @Field(() => String, { description: "At most 200 characters." })
  title!: string;
  @Field(() => threadKinds, { description: "What it is for." })
  kind!: ThreadKind;
  @Field(() => DateTime, { description: "When it began." })
  createdAt!: Date;
  @Field(() => Int, { description: "The number up to which the viewer has read." })
  lastReadSeq!: number;
  @Field(() => Int, { description: "The number of the last message: how many were ever sent." })
  lastMessageSeq!: number;
  @Field(() => DateTime, { description: "When the last message was sent." })
  lastActivityAt!: Date;
  @Field(() => DateTime, { nullable: true, description: "Since when it is pinned in its group." })
  pinnedAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: "Since when nobody writes in it." })
  closedAt!: Date | null;

  /** What the policy looks at. */
  get state(): ThreadState {
    const { kind, createdByKey: createdBy, closedAt, asksAcknowledgement } = this;
    return { kind, createdBy, closedAt, asksAcknowledgement };
  }

  static of({ row, headSeq, lastReadSeq, standing }: ThreadForViewer): Thread {
    const {
      title,
      kind,
      createdAt,
      lastMessageSeq,
      lastActivityAt,
      pinnedAt,
      closedAt,
      asksAcknowledgement,
    } = row;
    return Object.assign(new Thread(), {
      key: row.id,
      groupKey: row.groupId,
      createdByKey: row.createdBy,
      acceptedKey: row.acceptedMessageId,
      lastMessageKey: row.lastMessageId,
      headSeq,
      standing,
      asksAcknowledgement,
      title,
      kind,
      createdAt,
      lastReadSeq,
      lastMessageSeq,
      lastActivityAt,
      pinnedAt,
      closedAt,
    });
  }
}

/** What a message is shown from: a row, or the fact that it was sent. */
export type MessageView = Omit<MessageRow, "withdrawnBy"> & { withdrawnBy?: string | null };

@Shared()
@ObjectType({ implements: Node, description: "One post in a thread." })
export class Message extends Node {
  threadKey!: string;
  groupKey!: string;
  authorKey!: string;
  quoteKey!: string | null;
  withdrawnByKey!: string | null;

  @Field(() => Int, { description: "Its number in the thread: 1, 2, 3 …, messages only." })
  seq!: number;
  @Field(() => roles, {
    nullable: true,
    description: "The author's role in the group when it was sent.",
  })
  authorRole!: Role | null;
  @Field(() => String, {
    description: "Light Markdown, at most 10,000 characters; empty when withdrawn.",
  })
  body!: string;
  @Field(() => DateTime, { description: "When the server took it." })
  createdAt!: Date;
  @Field(() => DateTime, { nullable: true, description: "When its text was last changed." })
  editedAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: "Since when it is a tombstone." })
  withdrawnAt!: Date | null;
  @Field(() => Int, {
    description: "Rises with each change of the text; editMessage names the one it saw.",
  })
  version!: number;
  @Field(() => ID, { nullable: true, description: "The uuid under which its author sent it." })
  clientKey!: string | null;
  @Field(() => DateTime, { nullable: true, description: "Since when it is pinned in its thread." })
  pinnedAt!: Date | null;

  static of(row: MessageView): Message {
    const {
      seq,
      authorRole,
      body,
      createdAt,
      editedAt,
      withdrawnAt,
      version,
      clientKey,
      pinnedAt,
    } = row;
    return Object.assign(new Message(), {
      key: row.id,
      threadKey: row.threadId,
      groupKey: row.groupId,
      authorKey: row.authorId,
      quoteKey: row.quoteId,
      withdrawnByKey: row.withdrawnBy ?? null,
      seq,
      authorRole,
      body,
      createdAt,
      editedAt,
      withdrawnAt,
      version,
      clientKey,
      pinnedAt,
    });
  }
}

@Shared()
@ObjectType({ description: "An earlier text of a message." })
export class MessageVersion {
  @Field(() => Int, { description: "1 for the first." })
  version!: number;
  @Field(() => String, { description: "The text as it was." })
  body!: string;
  @Field(() => DateTime, { description: "When it was written." })
  at!: Date;
}

@Shared()
@ObjectType({ description: "One reaction to a message, counted." })
export class ReactionCount {
  row!: ReactionRow;

  @Field(() => String, { description: "An emoji, or a leadership value such as value:compassion." })
  get emoji(): string {
    return this.row.emoji;
  }
  @Field(() => Int, { description: "How many people set it." })
  get count(): number {
    return this.row.count;
  }
}

@ObjectType({ description: "How far an announcement that asks for it was acknowledged." })
export class Acknowledgement {
  thread!: Thread;

  @Field(() => Int, { description: "How many members have." })
  count!: number;
  @Field(() => DateTime, { nullable: true, description: "When the viewer did." })
  viewerAcknowledgedAt!: Date | null;
}

@ObjectType({
  implements: UserError,
  description: "The message was changed since the caller read it.",
})
export class VersionConflict extends UserError {
  @Field(() => Message, { description: "The message as it is now." })
  current!: Message;
}

@ArgsType()
export class MessagesArgs extends ForwardArgs {
  @Field(() => Int, { nullable: true, description: "How many from the end, 1 to 100." })
  last?: number | null;
  @Field(() => String, { nullable: true, description: "The cursor to end before." })
  before?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: "A page with the message of this number in it, some before and more after.",
  })
  around?: number | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "A page around the viewer's first unread message.",
  })
  aroundUnread?: boolean | null;
}

export const ThreadConnection: ClassType<Page<Thread>> = connectionType("Thread", () => Thread);
export const MessageConnection: ClassType<Page<Message>> = connectionType("Message", () => Message);
