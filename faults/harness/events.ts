/** What is taken away. Each kind has a bar of its own for the time until things go on; several at once have none. */
export type FaultOf =
  | "node"
  | "redis"
  | "redisHung"
  | "redisParted"
  | "postgres"
  | "link"
  | "clock"
  | "load"
  | "several";

/** A message as somebody was shown it. */
export interface Shown {
  messageId: string;
  body: string;
  version: number;
  /** It was withdrawn. */
  gone: boolean;
}

/** One answer of a live field, as it was told. */
export interface Heard {
  kind: "heard";
  at: number;
  follower: string;
  type: string;
  seq: number;
  prev: number;
  /** When the database says that it happened. */
  said: number;
  message: Shown | null;
  /** What a follower that folds was shown besides: the whole message or thread, as text. */
  state?: string;
  /** Of Skipped. */
  from?: number;
  to?: number;
  /** Of Reset and Ended. */
  reason?: string;
}

/** What writers, followers and the operator saw and the nemesis did. `at` is in milliseconds by this process's clock. */
export type Event =
  /** A writer is about to send a message for the first time. `read` is the last seq that the same person had heard. */
  | {
      kind: "sent";
      at: number;
      writer: string;
      n: number;
      person: string;
      channel: string;
      key: string;
      body: string;
      read: number;
    }
  /** An acknowledgement of that message; a repetition has one of its own. */
  | { kind: "acked"; at: number; writer: string; n: number; messageId: string; tries: number }
  /** The server said no for good, with this code. */
  | { kind: "refused"; at: number; writer: string; n: number; code: string }
  /** One try brought no answer, or one that says to try again. */
  | { kind: "failed"; at: number; writer: string; n: number; why: string }
  /** A follower begins behind this seq: at first, and after it was told to begin anew. */
  | {
      kind: "began";
      at: number;
      follower: string;
      person: string;
      channel: string;
      /** The uuid of the thread; null for a follower of the whole group. */
      label: string | null;
      era: number;
      from: number;
    }
  /** A stream is asked for, by a cursor of this era (null: without one). */
  | { kind: "opened"; at: number; follower: string; session: string; era: number }
  | Heard
  /** A follower's stream ended, why, and how long it had heard nothing. */
  | { kind: "broke"; at: number; follower: string; why: string; silentMs: number }
  /** A follower goes, by its own will. */
  | { kind: "left"; at: number; follower: string }
  /** What a query showed: everything in a thread, at this seq. `first` opens a fold, `fresh` ends it. */
  | {
      kind: "snapshot";
      at: number;
      follower: string;
      which: "first" | "fresh";
      seq: number;
      state: Record<string, string>;
    }
  /** Somebody is about to give a message this text, which makes it this version. */
  | { kind: "edit"; at: number; messageId: string; version: number; body: string }
  /** The server said that the session is over. */
  | { kind: "revoked"; at: number; session: string }
  /** An operator's act was done. */
  | { kind: "act"; at: number; name: string; by: string }
  | { kind: "fault"; at: number; until: number; of: FaultOf; name: string }
  /** The database was put back to a backup that was begun at `backupAt`; a new era begins. */
  | { kind: "restored"; at: number; backupAt: number; era: number }
  /** Nothing is written any more. */
  | { kind: "quiet"; at: number }
  /** A node ended that nobody had ended. */
  | { kind: "died"; at: number; words: string }
  /** A node's memory in bytes. */
  | { kind: "memory"; at: number; node: number; rss: number }
  /** What a node still holds when every follower is gone. */
  | { kind: "references"; at: number; node: number; hubs: number; followers: number; holes: number }
  /** Where a withdrawn text was still found, five seconds and more after. */
  | { kind: "residue"; at: number; looked: number; found: string[] }
  /** A figure that belongs to one scenario, and the most that it may be. */
  | { kind: "figure"; at: number; invariant: string; name: string; value: number; most?: number };

export type Of<Kind extends Event["kind"]> = Extract<Event, { kind: Kind }>;
