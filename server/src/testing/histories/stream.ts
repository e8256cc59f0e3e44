import { createClient, type ExecutionResult } from "graphql-ws";
import { readCursor } from "../../live/cursor.ts";
import type { Actor, Data } from "../world.ts";
import type { Ground } from "./ground.ts";
import { versionOf } from "./held.ts";
import { control, subscriptionOf, type LiveField } from "./truth/liveField.ts";

type Answer = ExecutionResult<Data>;

/** The answers of one live field, until it is left. */
export interface Following {
  answers: AsyncIterable<Answer>;
  leave(): Promise<void>;
}

/** One person's socket. It does not come back by itself. */
export interface Link {
  follow(about: { field: LiveField; target: string; after: string }): Following;
  close(): Promise<void>;
}

export function openLink(ground: Ground, by: Actor): Link {
  const socket = createClient({
    url: ground.url,
    connectionParams: { authorization: `Bearer ${by.personId}` },
    retryAttempts: 0,
    lazyCloseTimeout: 1_000,
  });
  return {
    follow({ field, target, after }) {
      const variables = field.argument ? { target, after } : { after };
      const stream = socket.iterate<Data>({ query: subscriptionOf(field), variables });
      async function* answers(): AsyncGenerator<Answer> {
        for await (const answer of stream) {
          const update = answer.data?.[field.field] as Data | undefined;
          if (answer.errors || !update) yield answer as Answer;
          else
            for (const each of ground.spoil(update, stream))
              yield { data: { [field.field]: each } };
        }
      }
      return { answers: answers(), leave: async () => void (await stream.return?.()) };
    },
    close: async () => socket.dispose(),
  };
}

/** Whether the code of what went wrong says that the thing is not for the viewer, or not any more. */
export const isNotFound = (error: unknown): boolean =>
  Array.isArray(error) && (error[0] as Data)["extensions"]?.code === "NOT_FOUND";

/** What one connection was told, with the rules that hold for each answer by itself. */
export class Segment {
  /** Behind this seq it was followed. */
  readonly from: number;
  /** What was told of the log. */
  readonly told: { seq: number; name: string }[] = [];
  /** Every answer, word by word. */
  readonly words: string[] = [];
  last: number;
  readonly #versions = new Map<string, number>();

  constructor(after: string) {
    this.from = this.last = readCursor(after)?.seq ?? 0;
  }

  /** I8 and I9 as far as one answer shows them: nothing twice, nothing missing, versions never go back (I13). */
  take(update: Data): void {
    const {
      __typename: name,
      seq,
      prev,
    } = update as { __typename: string; seq: number; prev: number };
    this.words.push(JSON.stringify(update));
    const isControl = control.includes(name);
    if (prev > this.last)
      throw new Error(`a hole: ${name} ${seq} reaches to ${prev}, last was ${this.last}`);
    if (!isControl && seq <= this.last) throw new Error(`twice: ${name} ${seq} after ${this.last}`);
    if (seqOf(update["cursor"]) !== seq) throw new Error(`${name} ${seq} carries another cursor`);
    this.last = Math.max(this.last, seq);
    if (isControl) return;
    this.told.push({ seq, name });
    const message = update["message"] as Data | undefined;
    if (!message) return;
    const version = versionOf(message);
    const known = this.#versions.get(message["id"]) ?? 0;
    if (version < known) throw new Error(`the version of a message went back in ${name} ${seq}`);
    this.#versions.set(message["id"], version);
  }
}

function seqOf(cursor: string): number {
  const position = readCursor(cursor);
  if (!position) throw new Error(`no cursor: ${cursor}`);
  return position.seq;
}
