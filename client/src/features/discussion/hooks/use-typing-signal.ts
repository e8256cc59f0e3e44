import { useApolloClient } from "@apollo/client/react";
import { useRef } from "react";

const SIGNAL_EVERY = 5000;

/** Where people asked their device to save data, presence is neither followed nor signalled. */
export function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/** Says that this person is writing, at most once in five seconds. Of no weight: on a bad link it is not said. */
export function useTypingSignal(threadId: string): () => void {
  const client = useApolloClient();
  const last = useRef(0);
  return () => {
    const now = Date.now();
    if (savesData() || now - last.current < SIGNAL_EVERY) return;
    last.current = now;
    void import("../acts/reading-documents.ts")
      .then(({ SignalTyping }) =>
        client.mutate({
          mutation: SignalTyping,
          variables: { input: { threadId } },
          fetchPolicy: "no-cache",
        }),
      )
      .catch(() => {});
  };
}
