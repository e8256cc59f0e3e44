import { WireSocket } from "../../server/src/testing/wireSocket.ts";
import type { Account } from "./account.ts";
import { threadDocument } from "./documents.ts";
import type { Update } from "./streams.ts";

/** A server gives up on a reader that takes nothing after 30 to 40 s; this one comes again before that is all. */
const COME_AGAIN_MS = 35_000;

/** Follows a thread and takes nothing: asks from an old place, then leaves everything on the way. */
export class PausedReader {
  readonly #timer: NodeJS.Timeout;
  readonly #open: () => WireSocket;
  #socket: WireSocket;
  /** How often it came. */
  times = 1;

  constructor(options: { url: string; account: Account; threadId: string; after: string }) {
    const { url, account, threadId } = options;
    let { after } = options;
    this.#open = () => {
      const socket = new WireSocket(url, account.person, {
        next: (_, answer) => {
          const { updates } = (answer as { data: { updates: Update } }).data;
          if (updates.__typename === "Reset") {
            // Too far behind by now: from here on, then.
            after = "";
            socket.subscribe("2", { query: threadDocument, variables: { id: threadId } });
          } else {
            after ||= updates.cursor;
            socket.pause();
          }
        },
        over: () => {},
        closed: () => {},
      });
      socket.subscribe("1", {
        query: threadDocument,
        variables: { id: threadId, after: after || null },
      });
      return socket;
    };
    this.#socket = this.#open();
    this.#timer = setInterval(() => {
      this.#socket.terminate();
      this.#socket = this.#open();
      this.times += 1;
    }, COME_AGAIN_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#socket.terminate();
  }
}
