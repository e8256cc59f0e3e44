import { WireSocket } from "../../server/src/testing/wireSocket.ts";
import type { Account } from "./account.ts";
import { threadDocument } from "./documents.ts";

/** A server gives up on a reader that takes nothing after 30 to 40 s; then it comes again. */
const COME_AGAIN_MS = 40_000;

/** Follows a thread and takes nothing: hears that it is live, then leaves everything on the way. */
export class PausedReader {
  readonly #timer: NodeJS.Timeout;
  readonly #open: () => WireSocket;
  #socket: WireSocket;
  /** How often it came. */
  times = 1;

  constructor({ url, account, threadId }: { url: string; account: Account; threadId: string }) {
    this.#open = () => {
      const socket = new WireSocket(url, account.person, {
        next: () => socket.pause(),
        over: () => {},
        closed: () => {},
      });
      socket.subscribe("1", { query: threadDocument, variables: { id: threadId } });
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
