/** Somebody writes in a thread. */
export interface TypingPerson {
  personId: string;
  threadId: string;
}

/** Up to where a node knows a group's presence. */
export interface Place {
  /** Another one means that the store has lost what it had. */
  epoch: string;
  version: number;
}

/** What a node says of its own people when it looks. */
export interface Report {
  node: string;
  /** Who has come or left here since the last look that was answered. */
  came: readonly string[];
  left: readonly string[];
  /** The node says that it is still there; without it for long, its people are forgotten. */
  renew: boolean;
  /** All of its people, for a store that has forgotten them. */
  everybody: () => Iterable<string>;
}

/** One person on one node. */
export interface Stay {
  personId: string;
  node: string;
  here: boolean;
}

/** What a look has found. */
export interface Glance {
  place: Place;
  /** For how long the store has known anything of the group. */
  ageMs: number;
  /** All stays are told, and not only those that changed. */
  whole: boolean;
  stays: readonly Stay[];
  /** All who write, each for so many milliseconds more. */
  typing: readonly (TypingPerson & { ms: number })[];
}

/** Where presence is kept: it forgets by itself, so a node that dies leaves nobody behind. */
export interface PresenceStore {
  /** Says what changed on this node and hears what changed on all; null when that is nothing. */
  look(groupId: string, report: Report, since: Place | null): Promise<Glance | null>;
  /** The person writes in the thread for another `ttlMs`; 0 ends it. */
  typing(groupId: string, about: TypingPerson, ttlMs: number): Promise<void>;
}

/** Ids have no blanks, so two of them are one text. */
export const pairOf = (first: string, second: string): string => `${first} ${second}`;

export function readPair(pair: string): [string, string] {
  const [first = "", second = ""] = pair.split(" ");
  return [first, second];
}
