import { Outbox } from "./core/outbox.ts";
import type { Outcome, Peers, Queued } from "./core/outbox.ts";
import { leaseLock, webLock } from "./exclusive.ts";
import { indexedStore } from "./indexed-store.ts";
import { memoryStore } from "./memory-store.ts";
import { newKey } from "./new-key.ts";

function tabs(): Peers {
  if (typeof BroadcastChannel === "undefined") return { tell() {}, listen: () => () => {} };
  const channel = new BroadcastChannel("baraza-outbox");
  let over = false;
  return {
    // What was under way when the outbox was closed still ends, and a closed channel throws.
    tell: () => {
      if (!over) channel.postMessage(null);
    },
    listen(run) {
      channel.addEventListener("message", run);
      return () => {
        over = true;
        channel.close();
      };
    },
  };
}

/** The outbox of this tab. The answer's `close` also lets go of the tab's events. */
export function createBrowserOutbox<Payload>(
  personId: string,
  send: (row: Queued<Payload>) => Promise<Outcome>,
): Outbox<Payload> {
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const outbox = new Outbox<Payload>({
    personId,
    send,
    store: typeof indexedDB === "undefined" ? memoryStore() : indexedStore(),
    exclusive: navigator.locks ? webLock(navigator.locks) : leaseLock(newKey(), pause),
    peers: tabs(),
    clock: {
      now: () => Date.now(),
      after(ms, run) {
        const handle = setTimeout(run, ms);
        return () => clearTimeout(handle);
      },
    },
    random: Math.random,
    newKey,
  });
  void outbox.load();
  return outbox;
}
