import { createClient } from "graphql-ws";
import type { Transport } from "./core/transport.ts";

const ACKNOWLEDGED_WITHIN = 10_000;

/**
 * The WebSocket transport. A client of graphql-ws lives as long as one connection: after a close it would
 * by itself subscribe again with the old `after`, so it is thrown away and the link starts another.
 */
export function socketTransport(url: string): Transport {
  return (events) => {
    let over = false;
    const client = createClient({
      url,
      lazy: true,
      retryAttempts: 0,
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
      subscribe: ({ query, operationName, variables }, sink) =>
        client.subscribe(
          { query, variables, ...(operationName === undefined ? {} : { operationName }) },
          {
            next: (result) => !over && sink.next(result),
            // An array of errors concerns the operation; anything else is the connection's end, told by `closed`.
            error: (reason) => {
              if (!over && Array.isArray(reason)) sink.failed(reason);
            },
            complete: () => !over && sink.completed(),
          },
        ),
      close() {
        over = true;
        client.terminate();
        void Promise.resolve(client.dispose()).catch(() => {});
      },
    };
  };
}
