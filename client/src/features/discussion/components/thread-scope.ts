import { createContext, use } from "react";

/** What is quoted or edited: enough to show it above the text box. */
export interface Chosen {
  readonly id: string;
  readonly seq: number;
  readonly body: string;
  readonly version: number;
  readonly authorName: string;
}

/** What the parts of one thread's page share. Its functions stay the same while the page stands. */
export interface ThreadScope {
  readonly threadId: string;
  readonly groupId: string;
  readonly kind: "DISCUSSION" | "QUESTION" | "ANNOUNCEMENT";
  readonly mayAccept: boolean;
  /** The composer is there. */
  readonly maySend: boolean;
  readonly jumpTo: (seq: number) => void;
  readonly quote: (message: Chosen) => void;
  readonly edit: (message: Chosen) => void;
  readonly markUnreadFrom: (seq: number) => void;
}

export const ThreadContext = createContext<ThreadScope | null>(null);

export function useThread(): ThreadScope {
  const scope = use(ThreadContext);
  if (!scope) throw new Error("This part belongs inside a thread's page.");
  return scope;
}
