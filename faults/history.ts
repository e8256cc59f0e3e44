import { appendFileSync, readFileSync } from "node:fs";

/** What writers and followers saw and the nemesis did, one line of JSON each, in the order of this process's clock. */
export type Event =
  /** A writer is about to send its nth message for the first time. */
  | { kind: "sent"; at: number; writer: string; n: number; body: string }
  /** The acknowledgement of that message. */
  | { kind: "acked"; at: number; writer: string; n: number; messageId: string; tries: number }
  /** A follower begins behind this seq. */
  | { kind: "began"; at: number; follower: string; seq: number }
  /** A follower was told something. `said` is when the database says that it happened. */
  | {
      kind: "heard";
      at: number;
      follower: string;
      type: string;
      seq: number;
      prev: number;
      said: number;
      messageId: string | null;
      body: string | null;
    }
  /** A follower's stream ended, and why. */
  | { kind: "broke"; at: number; follower: string; why: string }
  | { kind: "fault"; at: number; name: string; until: number }
  /** A node ended that nobody had killed. */
  | { kind: "died"; at: number; words: string };

export class History {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  add(event: Event): void {
    appendFileSync(this.#file, `${JSON.stringify(event)}\n`);
  }
}

export function readHistory(file: string): Event[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Event);
}
