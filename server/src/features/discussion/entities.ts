import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { Role } from "../groups/public.ts";

/** The kinds of a thread. A kind's own rules stand in policy.ts. */
export const threadKinds = {
  DISCUSSION: "DISCUSSION",
  QUESTION: "QUESTION",
  ANNOUNCEMENT: "ANNOUNCEMENT",
} as const;
export type ThreadKind = keyof typeof threadKinds;

export const ThreadSchema = defineEntity({
  name: "Thread",
  tableName: "thread",
  properties: {
    id: p.uuid().primary(),
    groupId: p.uuid(),
    kind: p.string().$type<ThreadKind>(),
    title: p.text(),
    createdBy: p.uuid(),
    createdAt: p.datetime(),
    /** The number of its last message; 0 before the first. */
    lastMessageSeq: p.integer(),
    lastMessageId: p.uuid().nullable(),
    lastActivityAt: p.datetime(),
    pinnedAt: p.datetime().nullable(),
    closedAt: p.datetime().nullable(),
    acceptedMessageId: p.uuid().nullable(),
    asksAcknowledgement: p.boolean(),
  },
});
export type ThreadRow = InferEntity<typeof ThreadSchema>;

export const MessageSchema = defineEntity({
  name: "Message",
  tableName: "message",
  properties: {
    id: p.uuid().primary(),
    threadId: p.uuid(),
    groupId: p.uuid(),
    /** 1, 2, 3 … in its thread. */
    seq: p.integer(),
    authorId: p.uuid(),
    /** The role in the group that the author had when writing. */
    authorRole: p.string().$type<Role>(),
    /** Empty once it is withdrawn. */
    body: p.text(),
    quoteId: p.uuid().nullable(),
    clientKey: p.uuid(),
    version: p.integer(),
    createdAt: p.datetime(),
    editedAt: p.datetime().nullable(),
    withdrawnAt: p.datetime().nullable(),
    withdrawnBy: p.uuid().nullable(),
    pinnedAt: p.datetime().nullable(),
  },
});
export type MessageRow = InferEntity<typeof MessageSchema>;

declare module "../../platform/database/tables.ts" {
  interface Tables {
    thread: ThreadRow;
    message: MessageRow;
    messageVersion: { messageId: string; version: number; body: string; at: Date };
    withdrawnBody: {
      messageId: string;
      body: string;
      /** The earlier texts, as rows of message_version. */
      versions: unknown;
      pinnedAt: Date | null;
      wasAnswer: boolean;
      withdrawnAt: Date;
    };
    reaction: { messageId: string; emoji: string; personId: string; at: Date };
    readMark: { personId: string; threadId: string; lastReadSeq: number; updatedAt: Date };
    acknowledgement: { threadId: string; personId: string; at: Date };
    draft: { personId: string; threadId: string; body: string; updatedAt: Date };
  }
}
