import { defineFact } from "../../live/fact.ts";
import type { MessageRow, ThreadKind } from "./entities.ts";

/** All are labelled with their thread; those about a message have it as subject. */
interface OfThread {
  threadId: string;
}
interface OfMessage extends OfThread {
  messageId: string;
}

export const threadStarted = defineFact<OfThread & { kind: ThreadKind; title: string }>(
  "ThreadStarted",
);
export const threadRenamed = defineFact<OfThread & { title: string }>("ThreadRenamed");
export const threadClosed = defineFact<OfThread & { reason: string | null }>("ThreadClosed");
export const threadReopened = defineFact<OfThread>("ThreadReopened");
export const threadPinned = defineFact<OfThread & { on: boolean }>("ThreadPinned");
export const answerAccepted = defineFact<OfThread & { messageId: string | null }>("AnswerAccepted");
export const threadAcknowledged = defineFact<OfThread & { personId: string }>("ThreadAcknowledged");

/** The message as it was sent, whole, so that delivering it needs no read. */
export type SentMessage = Pick<
  MessageRow,
  "threadId" | "groupId" | "seq" | "authorId" | "authorRole" | "body" | "quoteId" | "clientKey"
> & {
  messageId: string;
};
export const messageSent = defineFact<SentMessage>("MessageSent");
export const messageEdited = defineFact<OfMessage & { version: number }>("MessageEdited");
export const messageWithdrawn = defineFact<OfMessage & { reason: string | null }>(
  "MessageWithdrawn",
);
export const messageRestored = defineFact<OfMessage & { version: number }>("MessageRestored");
export const messagePinned = defineFact<OfMessage & { on: boolean }>("MessagePinned");
export const reactionsChanged = defineFact<
  OfMessage & { emoji: string; personId: string; on: boolean }
>("ReactionsChanged");

/** In the channel of the person whose mark it is. */
export const readMarkMoved = defineFact<OfThread & { seq: number }>("ReadMarkMoved");
