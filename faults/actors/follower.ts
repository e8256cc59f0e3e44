import type { Heard } from "../harness/events.ts";
import type { History } from "../harness/history.ts";
import { between, pause, type Random } from "../harness/random.ts";
import type { Account } from "./account.ts";
import { stateOf } from "./fold.ts";
import { uuidOf } from "./ids.ts";
import { overSocket, type Answer, type OpenStream, type Stream, type Update } from "./streams.ts";

/** What is followed: a thread (`label` is its uuid) or a whole group. */
export interface Followed {
  id: string;
  /** The uuid of the group. */
  channel: string;
  label: string | null;
}

export interface FollowerOptions {
  name: string;
  account: Account;
  followed: Followed;
  document: string;
  open?: OpenStream;
  /** Where to go next; asked again after each break. */
  url: () => string;
  after: string;
  /** A stream that tells nothing for so long is taken for dead. */
  silenceMs: number;
  /** It waits at most so long before it tries again. */
  longestWaitMs?: number;
  /** Asked for a fresh cursor when the old one is of no use: the answer to Reset. */
  refresh: () => Promise<string>;
  /** Counts the restores. */
  era: () => number;
  history: History;
  random: Random;
}

/** Follows a live field and comes back from its cursor whenever the stream ends, until it is told to stop. */
export class Follower {
  readonly name: string;
  readonly options: FollowerOptions;
  readonly #done: Promise<void>;
  #cursor: string;
  /** Of the last answer; -1 while there is none since it began. */
  #last = -1;
  #era: number;
  /** It was told to begin anew. */
  #again = false;
  #heardAt = 0;
  #toldAt = 0;
  #brokeAt = 0;
  #stream: Stream | null = null;
  #stopped = false;

  constructor(options: FollowerOptions) {
    this.name = options.name;
    this.options = options;
    this.#cursor = options.after;
    this.#era = options.era();
    this.#done = this.#follow();
  }

  get last(): number {
    return this.#last;
  }

  /** When it was last told something; 0 before. */
  get toldAt(): number {
    return this.#toldAt;
  }

  /** When its last stream ended. */
  get brokeAt(): number {
    return this.#brokeAt;
  }

  /** Its connection ends at once and without a word; it comes back. */
  cut(): void {
    this.#stream?.leave();
  }

  /** By its own will: nobody expects it to hear any more. */
  async stop(): Promise<void> {
    if (!this.#stopped)
      this.options.history.add({ kind: "left", at: Date.now(), follower: this.name });
    this.#stopped = true;
    this.#stream?.leave();
    await this.#done;
  }

  async #follow(): Promise<void> {
    const { name, history, random, longestWaitMs = 2_000 } = this.options;
    for (let failures = 0; !this.#stopped; failures++) {
      const before = this.#toldAt;
      const why = await this.#listen();
      if (this.#stopped) return;
      const at = (this.#brokeAt = Date.now());
      history.add({ kind: "broke", at, follower: name, why, silentMs: at - this.#heardAt });
      if (this.#toldAt > before) failures = 0;
      if (this.#again) await this.#beginAgain();
      await pause(between(random, 0, Math.min(longestWaitMs, 50 * 2 ** failures)));
    }
  }

  async #beginAgain(): Promise<void> {
    const era = this.options.era();
    try {
      this.#cursor = await this.options.refresh();
      this.#era = era;
      this.#last = -1;
      this.#again = false;
    } catch {
      // Asked again after the next break.
    }
  }

  /** Resolves with the reason when the operation or its connection has ended. */
  #listen(): Promise<string> {
    const { account, document, url, open = overSocket, silenceMs, history, name } = this.options;
    return new Promise((resolve) => {
      this.#heardAt = Date.now();
      const silence = setTimeout(() => {
        stream.leave();
        end("silent");
      }, silenceMs);
      const end = (why: string) => {
        clearTimeout(silence);
        resolve(why);
      };
      const variables = { id: this.options.followed.id, after: this.#cursor };
      history.add({
        kind: "opened",
        at: this.#heardAt,
        follower: name,
        session: account.session,
        era: this.#era,
      });
      const stream = open(
        { url: url(), person: account.person, operation: { query: document, variables } },
        {
          next: (answer) => {
            silence.refresh();
            const wrong = this.#take(answer);
            if (!wrong) return;
            stream.leave();
            end(wrong);
          },
          end,
        },
      );
      this.#stream = {
        leave: () => {
          stream.leave();
          end("left");
        },
      };
    });
  }

  /** Writes down what was told, as it was told: whether it is right is for the checker to say. */
  #take({ data, errors }: Answer): string | null {
    const { name: follower, history, account, followed } = this.options;
    if (this.#stopped) return "left";
    if (!data?.updates) return `error ${JSON.stringify(errors)}`;
    const update = data.updates;
    const at = (this.#heardAt = this.#toldAt = Date.now());
    if (this.#last < 0 && update.__typename !== "Reset")
      history.add({
        kind: "began",
        at,
        follower,
        person: uuidOf(account.person.id),
        channel: followed.channel,
        label: followed.label,
        era: this.#era,
        from: update.prev,
      });
    history.add(heardOf(update, { at, follower }));
    if (update.__typename === "Reset") this.#again = true;
    else {
      this.#last = update.seq;
      this.#cursor = update.cursor;
    }
    return null;
  }
}

function heardOf(update: Update, { at, follower }: { at: number; follower: string }): Heard {
  const { __typename: type, seq, prev, message, from, to, endReason, resetReason } = update;
  const reason = endReason ?? resetReason;
  const state = stateOf(update);
  return {
    kind: "heard",
    at,
    follower,
    type,
    seq,
    prev,
    said: Date.parse(update.at),
    message: message
      ? {
          messageId: uuidOf(message.id),
          body: message.body,
          version: message.version,
          gone: message.withdrawnAt !== null,
        }
      : null,
    ...(state !== null && { state }),
    ...(from !== undefined && { from, to }),
    ...(reason && { reason }),
  };
}
