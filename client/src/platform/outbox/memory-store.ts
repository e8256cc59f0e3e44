import type { Queued, QueueStore } from "./core/outbox.ts";

/** Where the browser keeps nothing for us: refuses to call anything saved, so that the screen does not either. */
export function memoryStore<Payload>(): QueueStore<Payload> {
  return {
    list: async () => [] as Queued<Payload>[],
    put: async () => {
      throw new Error("nothing is kept in this browser");
    },
    remove: async () => {},
  };
}
