import { useEffect } from "react";
import { useLinkState } from "../../../platform/live/use-link-state.ts";
import { useOutbox } from "../hooks/use-outbox.ts";

/** Sends what waits on this device, whichever page is open: at once when the link is back. Shows nothing. */
export function SendWaiting({ personId }: { personId: string }) {
  const { outbox } = useOutbox(personId);
  const { state } = useLinkState();
  useEffect(() => {
    if (state === "live") outbox.retry();
  }, [state, outbox]);
  return null;
}
