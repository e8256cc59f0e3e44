import { randomUUID } from "node:crypto";
import { NoAnswer } from "../../server/src/testing/wire.ts";
import type { History } from "../harness/history.ts";
import { between, pause, type Random } from "../harness/random.ts";
import type { Account } from "./account.ts";
import { ask, Refused } from "./ask.ts";
import { uuidOf } from "./ids.ts";

/** A message that was in hand when everybody stopped is tried for so long; then nobody knows whether it was taken. */
const LAST_TRIES_MS = 20_000;

export interface WriterOptions {
  name: string;
  account: Account;
  threadId: string;
  channel: string;
  /** Asked at each try. */
  url: () => string;
  /** The last seq that this person has heard in the channel. */
  read: () => number;
  /** Milliseconds between two messages. */
  rest?: readonly [number, number];
  /** Which share of the messages is sent twice at once, and then again with another text. */
  twice?: number;
  history: History;
  random: Random;
}

/** Sends one message after the other, each under one key and through any node until it is acknowledged. */
export class Writer {
  readonly #options: WriterOptions;
  readonly #done: Promise<void>;
  #n = 0;
  #stoppedAt = Infinity;

  constructor(options: WriterOptions) {
    this.#options = options;
    this.#done = this.#write();
  }

  /** Messages begun. */
  get count(): number {
    return this.#n;
  }

  async stop(): Promise<void> {
    this.#stoppedAt = Date.now();
    await this.#done;
  }

  async #write(): Promise<void> {
    const { random, rest = [10, 60], twice = 0 } = this.#options;
    while (this.#stoppedAt === Infinity) {
      const key = randomUUID();
      if (random() < twice) await this.#sendTwice(key);
      else await this.#send(key, this.#begin(key));
      await pause(between(random, ...rest));
    }
  }

  /** Writes down that a message is about to be sent. */
  #begin(key: string): { n: number; body: string } {
    const { name: writer, account, channel, read, history } = this.#options;
    const n = ++this.#n;
    // The full stop keeps the first text from being a part of the tenth.
    const body = `${writer} ${n}.`;
    const person = uuidOf(account.person.id);
    const at = Date.now();
    history.add({ kind: "sent", at, writer, n, person, channel, key, body, read: read() });
    return { n, body };
  }

  /** The same twice at once on two nodes, and another text under the same key, which must be refused. */
  async #sendTwice(key: string): Promise<void> {
    const message = this.#begin(key);
    await Promise.all([this.#send(key, message), this.#send(key, message)]);
    await this.#send(key, this.#begin(key));
  }

  async #send(key: string, { n, body }: { n: number; body: string }): Promise<void> {
    const { name: writer, account, url, threadId, history, random } = this.#options;
    for (let tries = 1; Date.now() < this.#stoppedAt + LAST_TRIES_MS; tries++) {
      try {
        const input = { threadId, body, clientKey: key };
        const { message } = await ask(account.person, url(), "sendMessage", input);
        const messageId = uuidOf(message.id);
        history.add({ kind: "acked", at: Date.now(), writer, n, messageId, tries });
        return;
      } catch (error) {
        const at = Date.now();
        if (error instanceof Refused) {
          history.add({ kind: "refused", at, writer, n, code: error.code });
          return;
        }
        if (!(error instanceof NoAnswer)) throw error;
        history.add({ kind: "failed", at, writer, n, why: error.message.slice(0, 200) });
        await pause(between(random, 20, 250));
      }
    }
  }
}
