import { threadSubscription } from "../server/src/testing/scene.ts";
import type { WirePerson } from "../server/src/testing/wire.ts";
import type { History } from "./history.ts";
import { between, pause } from "./random.ts";
import { uuidOf } from "./writer.ts";

/** A stream that tells nothing for so long is taken for dead; the nodes' heartbeats come more often. */
const SILENCE_MS = 4_000;

export interface FollowOptions {
  name: string;
  over: "ws" | "sse";
  person: WirePerson;
  /** Where to go next; asked again after each break. */
  url: () => string;
  threadId: string;
  after: string;
  history: History;
  random: () => number;
}

/** Follows a thread and comes back from its cursor whenever the stream ends, until it is told to stop. */
export class Follower {
  readonly #options: FollowOptions;
  readonly #done: Promise<void>;
  #cursor: string;
  #last = -1;
  #leave: () => void = () => {};
  #stopped = false;

  constructor(options: FollowOptions) {
    this.#options = options;
    this.#cursor = options.after;
    this.#done = this.#follow();
  }

  /** The seq of the last answer. */
  get last(): number {
    return this.#last;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#leave();
    await this.#done;
  }

  async #follow(): Promise<void> {
    const { name, history, random, over } = this.#options;
    for (let failures = 0; !this.#stopped; failures++) {
      const before = this.#last;
      const why = await (over === "ws" ? this.#overSocket() : this.#overStream());
      if (this.#stopped) return;
      history.add({ kind: "broke", at: Date.now(), follower: name, why });
      if (this.#last > before) failures = 0;
      await pause(between(random, 0, Math.min(2_000, 50 * 2 ** failures)));
    }
  }

  get #variables() {
    return { threadId: this.#options.threadId, after: this.#cursor };
  }

  /** Resolves with the reason when the operation or the socket has ended. */
  #overSocket(): Promise<string> {
    const { person, url } = this.#options;
    return new Promise((resolve) => {
      const end = (why: string) => {
        clearTimeout(silence);
        // It rejects when the socket never opened.
        Promise.resolve(client.dispose()).catch(() => {});
        resolve(why);
      };
      const client = person.socket(url(), (code) => end(`closed ${code}`));
      const silence = setTimeout(() => {
        client.terminate();
        end("silent");
      }, SILENCE_MS);
      this.#leave = () => end("left");
      client.subscribe(
        { query: threadSubscription, variables: this.#variables },
        {
          next: (answer) => {
            silence.refresh();
            this.#take(answer as Answer);
          },
          error: (error) => end(`error ${JSON.stringify(error)}`),
          complete: () => end("complete"),
        },
      );
    });
  }

  async #overStream(): Promise<string> {
    const { person, url } = this.#options;
    const stop = new AbortController();
    const silence = setTimeout(() => stop.abort(new Error("silent")), SILENCE_MS);
    this.#leave = () => stop.abort(new Error("left"));
    try {
      const answers = person.stream(url(), threadSubscription, this.#variables, stop.signal);
      for await (const answer of answers) {
        silence.refresh();
        this.#take(answer);
      }
      return "complete";
    } catch (error) {
      return String(error);
    } finally {
      clearTimeout(silence);
    }
  }

  /** Writes down what was told, as it was told: whether it is right is for the checker to say. */
  #take({ data, errors }: Answer): void {
    const { name: follower, history } = this.#options;
    const update = data?.threadUpdates;
    if (this.#stopped || !update) {
      if (errors)
        history.add({ kind: "broke", at: Date.now(), follower, why: JSON.stringify(errors) });
      return;
    }
    const at = Date.now();
    const { __typename: type, seq, prev, cursor, message } = update;
    if (this.#last < 0) history.add({ kind: "began", at, follower, seq: prev });
    history.add({
      kind: "heard",
      at,
      follower,
      type,
      seq,
      prev,
      said: Date.parse(update.at),
      messageId: message ? uuidOf(message.id) : null,
      body: message?.body ?? null,
    });
    this.#last = seq;
    this.#cursor = cursor;
  }
}

interface Answer {
  data?: {
    threadUpdates: {
      __typename: string;
      seq: number;
      prev: number;
      at: string;
      cursor: string;
      message?: { id: string; body: string };
    };
  } | null;
  errors?: readonly object[];
}
