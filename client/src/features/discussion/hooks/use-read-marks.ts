import { useApolloClient } from "@apollo/client/react";
import { useEffect, useRef } from "react";

const documents = () => import("../acts/reading-documents.ts");
const GATHER_MS = 700;

/**
 * Tells the server what was really seen: in a tab that is in front and has the focus, forward only, at most about
 * once a second. After "mark unread from here" nothing more is marked until the page is left.
 */
export function useReadMarks(threadId: string, lastReadSeq: number) {
  const client = useApolloClient();
  const state = useRef({ marked: lastReadSeq, seen: 0, paused: false, sending: false });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    // Another device may have read on.
    state.current.marked = Math.max(state.current.marked, lastReadSeq);
  }, [lastReadSeq]);

  async function send(): Promise<void> {
    const now = state.current;
    if (now.paused || now.sending || now.seen <= now.marked) return;
    const seq = now.seen;
    now.sending = true;
    try {
      const { MarkRead } = await documents();
      await client.mutate({ mutation: MarkRead, variables: { input: { threadId, seq } } });
      now.marked = Math.max(now.marked, seq);
    } catch {
      // A bad link: the next thing that is seen, or the next focus, sends it again.
    } finally {
      now.sending = false;
    }
    if (now.seen > now.marked && now.marked >= seq) void send();
  }

  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    seen: (seq: number): void => {
      const now = state.current;
      if (now.paused || document.visibilityState !== "visible" || !document.hasFocus()) return;
      now.seen = Math.max(now.seen, seq);
      if (now.seen <= now.marked || timer.current !== undefined) return;
      timer.current = setTimeout(() => {
        timer.current = undefined;
        void send();
      }, GATHER_MS);
    },
    /** All of it, by the reader's word. */
    markAll: (seq: number): void => {
      state.current.seen = Math.max(state.current.seen, seq);
      state.current.paused = false;
      void send();
    },
    unreadFrom: async (seq: number): Promise<boolean> => {
      state.current.paused = true;
      clearTimeout(timer.current);
      timer.current = undefined;
      const answer = await documents()
        .then(({ MarkUnread }) =>
          client.mutate({ mutation: MarkUnread, variables: { input: { threadId, seq } } }),
        )
        .catch(() => null);
      return answer?.data?.markUnread.errors.length === 0;
    },
  };
}
