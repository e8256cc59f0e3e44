import { useApolloClient } from "@apollo/client/react";
import { useMemo, useSyncExternalStore } from "react";
import { outboxOf } from "../acts/send-queued.ts";

/**
 * The outbox of the person who reads. It comes with the page itself and not after it: whoever loses the
 * link right then must still be able to leave a message to be sent.
 */
export function useOutbox(personId: string) {
  const client = useApolloClient();
  // Held on to: after a sign-out a page that still stands must not open it again.
  const outbox = useMemo(() => outboxOf(client, personId), [client, personId]);
  const queue = useSyncExternalStore(outbox.subscribe, outbox.list);
  return { outbox, queue };
}
