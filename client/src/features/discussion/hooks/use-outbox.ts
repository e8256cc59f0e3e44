import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { Outbox, Shown } from "../../../platform/outbox/core/outbox.ts";
import { patient } from "../../../ui/patient.ts";
import type { QueuedMessage } from "../queued-message.ts";

const none: readonly Shown<QueuedMessage>[] = [];
const nothing = (): (() => void) => () => {};

const sending = patient(() => import("../acts/send-queued.ts"));

/** The outbox of the person who reads; null for the moment until it has been loaded. */
export function useOutbox(personId: string) {
  const client = useApolloClient();
  const [outbox, setOutbox] = useState<Outbox<QueuedMessage> | null>(null);
  useEffect(() => {
    let here = true;
    void sending().then(({ outboxOf }) => {
      if (here) setOutbox(outboxOf(client, personId));
    });
    return () => {
      here = false;
    };
  }, [client, personId]);
  const queue = useSyncExternalStore(outbox?.subscribe ?? nothing, () => outbox?.list() ?? none);
  return { outbox, queue };
}
