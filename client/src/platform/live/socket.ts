import { createClient } from "graphql-ws";
import { operationId } from "./core/operation-id.ts";
import type { Transport } from "./core/transport.ts";

const ACKNOWLEDGED_WITHIN = 10_000;
/** The link decides when a connection ends; graphql-ws would close it when one operation is asked again. */
const STAYS_OPEN = 60_000;

/**
 * The WebSocket transport. A client of graphql-ws lives as long as one connection: after a close it would
 * by itself subscribe again with the old `after`, so it is thrown away and the link starts another.
 */
export function socketTransport(url: string): Transport {
  return (events) => {
    let over = false;
    /** How often an operation was asked on this socket. */
    const asked = new Map<string, number>();
    const client = createClient({
      url,
      lazy: true,
      lazyCloseTimeout: STAYS_OPEN,
      retryAttempts: 0,
      // No id twice on one socket, not even after its operation is complete: frames of the old one may still be on
      // their way, and both ends of graphql-ws let go of an id a moment after it was freed, whoever has it by then.
      generateID({ query, variables }) {
        const id = operationId(query ?? "", variables ?? {});
        const times = asked.get(id) ?? 0;
        asked.set(id, times + 1);
        return times === 0 ? id : `${id}.${times}`;
      },
      connectionAckWaitTimeout: ACKNOWLEDGED_WITHIN,
      on: {
        connected: () => {
          if (!over) events.opened();
        },
        message: () => {
          if (!over) events.heard();
        },
        closed: (event) => end((event as { code?: number }).code ?? null),
      },
    });
    function end(code: number | null): void {
      if (over) return;
      over = true;
      // Disposing rejects where the socket never opened; there is nothing left to tell.
      void Promise.resolve(client.dispose()).catch(() => {});
      events.closed(code);
    }
    return {
      subscribe: (operation, sink) =>
        client.subscribe(operation, {
          next: (result) => !over && sink.next(result),
          // An array of errors concerns the operation; anything else is the connection's end, told by `closed`.
          error: (reason) => {
            if (!over && Array.isArray(reason)) sink.failed(reason);
          },
          complete: () => !over && sink.completed(),
        }),
      close() {
        over = true;
        client.terminate();
        void Promise.resolve(client.dispose()).catch(() => {});
      },
    };
  };
}
