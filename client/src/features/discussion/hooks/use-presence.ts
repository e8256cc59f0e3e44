import { useApolloClient } from "@apollo/client/react";
import { useEffect, useRef, useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import { useLive } from "../../../platform/live/use-live.ts";
import { GroupPresence } from "../live/documents.ts";

const SignalTyping = graphql(`
  mutation SignalTyping($input: SignalTypingInput!) {
    signalTyping(input: $input) {
      errors {
        code
        message
        field
      }
    }
  }
`);

const SIGNAL_EVERY = 5000;
/** A sign of writing is worth this long; the server sends the next state when it has run out there. */
const FADES = 7000;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Where people asked their device to save data, presence is neither followed nor signalled. */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/** Who is here and who is writing in this thread, while it is open. */
export function usePresence(groupId: string, threadId: string) {
  const client = useApolloClient();
  const [here, setHere] = useState<readonly Named[]>([]);
  const [typing, setTyping] = useState<readonly Named[]>([]);
  const last = useRef(0);
  const off = savesData();

  useLive({
    document: GroupPresence,
    field: "presence",
    variables: { groupId },
    skip: off,
    apply(update) {
      setHere(update.here);
      setTyping(
        update.typing
          .filter((each) => each.threadId === threadId && !each.person.isViewer)
          .map((each) => each.person),
      );
    },
  });

  useEffect(() => {
    if (typing.length === 0) return;
    const timer = setTimeout(() => setTyping([]), FADES);
    return () => clearTimeout(timer);
  }, [typing]);

  return {
    here,
    typing,
    signal(): void {
      const now = Date.now();
      if (off || now - last.current < SIGNAL_EVERY) return;
      last.current = now;
      // Of no weight: on a bad link it is simply not said.
      void client
        .mutate({
          mutation: SignalTyping,
          variables: { input: { threadId } },
          fetchPolicy: "no-cache",
        })
        .catch(() => {});
    },
  };
}
