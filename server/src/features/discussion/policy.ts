import type { ReasonedPolicy } from "../../platform/policy/reasons.ts";
import type { Policy, RootRules } from "../../platform/policy/rule.ts";
import { groupPolicy, type GroupState, type Standing } from "../groups/public.ts";
import type { MessageRow, ThreadRow } from "./entities.ts";

/** Seconds in which a withdrawal can be taken back by who withdrew. */
export const UNDO_SECONDS = 5;

/** A standing with the person whose it is: authorship counts. */
export interface Speaker extends Standing {
  personId: string;
}

export type ThreadAction =
  | "SEND"
  | "RENAME"
  | "CLOSE"
  | "REOPEN"
  | "PIN"
  | "ACCEPT_ANSWER"
  | "ACKNOWLEDGE"
  | "SEE_ACKNOWLEDGEMENTS";
export type MessageAction = "REACT" | "QUOTE" | "EDIT" | "WITHDRAW" | "RESTORE" | "PIN";

export type ThreadState = Pick<
  ThreadRow,
  "kind" | "createdBy" | "closedAt" | "asksAcknowledgement"
>;
type MessageState = Pick<MessageRow, "authorId" | "withdrawnAt" | "withdrawnBy">;

const inside = ({ role }: Standing) => role !== null;
/** In a sealed group nobody writes or changes anything. */
const writes = (speaker: Standing) => inside(speaker) && !speaker.sealed;
const seesAll = ({ role }: Standing) => role === "COORDINATOR" || role === "MANAGER";
const leads = (speaker: Standing) => writes(speaker) && seesAll(speaker);
const keepsOrder = (speaker: Standing) =>
  leads(speaker) || (writes(speaker) && speaker.role === "MODERATOR");
const began = (speaker: Speaker, thread: ThreadState) =>
  writes(speaker) && thread.createdBy === speaker.personId;
const wrote = (speaker: Speaker, message: MessageState) =>
  writes(speaker) && message.authorId === speaker.personId;

/** Who may see a thread and all that is in it. */
export const canRead = inside;

/** Who may begin a thread; an announcement speaks for the group. */
export const canStart: ReasonedPolicy<ThreadRow["kind"], Standing, GroupState> = {
  DISCUSSION: groupPolicy.START_THREAD,
  QUESTION: groupPolicy.START_THREAD,
  ANNOUNCEMENT: groupPolicy.ANNOUNCE,
};

export const threadPolicy: Policy<ThreadAction, Speaker, ThreadState> = {
  SEND: (speaker, thread) => writes(speaker) && !thread.closedAt,
  RENAME: (speaker, thread) => began(speaker, thread) || keepsOrder(speaker),
  CLOSE: (speaker, thread) => !thread.closedAt && (began(speaker, thread) || keepsOrder(speaker)),
  REOPEN: (speaker, thread) => !!thread.closedAt && (began(speaker, thread) || keepsOrder(speaker)),
  PIN: keepsOrder,
  ACCEPT_ANSWER: (speaker, thread) =>
    thread.kind === "QUESTION" && (began(speaker, thread) || leads(speaker)),
  // Who wrote it has read it.
  ACKNOWLEDGE: (speaker, thread) =>
    writes(speaker) && thread.asksAcknowledgement && thread.createdBy !== speaker.personId,
  SEE_ACKNOWLEDGEMENTS: (speaker, thread) => seesAll(speaker) && thread.asksAcknowledgement,
};

/** The thread's own state (closed) is asked beside it, by SEND, where text is written. */
export const messagePolicy: Policy<MessageAction, Speaker, MessageState> = {
  REACT: (speaker, message) => writes(speaker) && !message.withdrawnAt,
  QUOTE: (speaker, message) => writes(speaker) && !message.withdrawnAt,
  EDIT: (speaker, message) => wrote(speaker, message) && !message.withdrawnAt,
  WITHDRAW: (speaker, message) =>
    !message.withdrawnAt && (wrote(speaker, message) || keepsOrder(speaker)),
  RESTORE: (speaker, message) =>
    writes(speaker) && !!message.withdrawnAt && message.withdrawnBy === speaker.personId,
  PIN: (speaker, message) => keepsOrder(speaker) && !message.withdrawnAt,
};

export const discussionRules: RootRules = {
  startThread: { scope: "messages:write" },
  announceToGroups: { scope: "messages:write" },
  renameThread: { scope: "messages:write" },
  closeThread: { scope: "messages:write" },
  reopenThread: { scope: "messages:write" },
  pinThread: { scope: "messages:write" },
  acceptAnswer: { scope: "messages:write" },
  acknowledgeThread: { scope: "messages:write" },
  sendMessage: { scope: "messages:write" },
  editMessage: { scope: "messages:write" },
  withdrawMessage: { scope: "messages:write" },
  restoreMessage: { scope: "messages:write" },
  pinMessage: { scope: "messages:write" },
  react: { scope: "messages:write" },
  markRead: { scope: "messages:write" },
  markUnread: { scope: "messages:write" },
  saveDraft: { scope: "messages:write" },
  signalTyping: { scope: "messages:write" },
  threadUpdates: { scope: "messages:read" },
  presence: { scope: "messages:read" },
};
