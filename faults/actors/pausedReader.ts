import { WireSocket } from "../../server/src/testing/wireSocket.ts";
import type { Account } from "./account.ts";
import { threadDocument } from "./documents.ts";
import type { Answer, Update } from "./streams.ts";

export interface PausedReaderOptions {
  url: string;
  account: Account;
  threadId: string;
  /** It comes again after so long. A server gives up on a reader that takes nothing after 30 to 40 s. */
  everyMs: number;
  /** It comes again with its cursor, so that all since is there to be sent to it. */
  resumes: boolean;
}

/** Follows a thread and takes nothing: hears one answer, then leaves everything on the way. */
export class PausedReader {
  readonly #options: PausedReaderOptions;
  readonly #timer: NodeJS.Timeout;
  #socket: WireSocket;
  /** Its place when it first came. */
  first: string | null = null;
  #cursor: string | null = null;
  /** How often it came, and how often it was sent what it had missed. */
  times = 0;
  replays = 0;

  constructor(options: PausedReaderOptions) {
    this.#options = options;
    this.#socket = this.#open();
    this.#timer = setInterval(() => {
      this.#socket.terminate();
      this.#socket = this.#open();
    }, options.everyMs);
  }

  #open(): WireSocket {
    const { url, account, threadId, resumes } = this.#options;
    this.times += 1;
    const socket = new WireSocket(url, account.person, {
      next: (_, answer) => {
        const update = (answer as Answer).data?.updates;
        if (update) this.#hear(update);
        socket.pause();
      },
      over: () => {},
      closed: () => {},
    });
    const after = resumes ? this.#cursor : null;
    socket.subscribe("1", { query: threadDocument, variables: { id: threadId, after } });
    return socket;
  }

  #hear({ __typename, cursor }: Update): void {
    this.first ??= cursor;
    if (__typename === "MessageSent") this.replays += 1;
    this.#cursor = __typename === "Reset" ? null : cursor;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#socket.terminate();
  }
}

/** What somebody is told first who follows a thread from a cursor. */
export function firstTold(
  { url, account, threadId }: Pick<PausedReaderOptions, "url" | "account" | "threadId">,
  after: string | null,
): Promise<Update> {
  return new Promise((resolve, reject) => {
    const socket = new WireSocket(url, account.person, {
      next: (_, answer) => {
        socket.terminate();
        const update = (answer as Answer).data?.updates;
        if (update) resolve(update);
        else reject(new Error(JSON.stringify(answer)));
      },
      over: (_, why) => reject(new Error(why)),
      closed: (why) => reject(new Error(why)),
    });
    socket.subscribe("1", { query: threadDocument, variables: { id: threadId, after } });
  });
}
