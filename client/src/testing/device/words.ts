import type { Counts } from "../../platform/live/core/follower.ts";
import type { LinkState } from "../../platform/live/core/link.ts";

/** Where a device connects, as whom, and what it shows. */
export interface Opening {
  /** Of the server, or of what lies before it. */
  url: string;
  cookie: string;
  personId: string;
  groupId: string;
  threadId: string;
  /** What lies between lets no socket through. */
  breaksSockets?: boolean;
  /** Loses the nth update on its way to the client, to see that it is missed. */
  lose?: number;
}

/** What a device can be told to do. */
export type Order =
  | { do: "open"; opening: Opening }
  /** Somebody presses Send. */
  | { do: "say"; body: string }
  /** Somebody sets the clock, by so many milliseconds. */
  | { do: "set clock"; by: number }
  | { do: "tell" }
  | { do: "compare" };

/** How a device stands. */
export interface Standing {
  link: LinkState["state"];
  counts: Readonly<Counts>;
  /** Of what the live field brought: how many came a second time or behind a later one. */
  outOfPlace: number;
  /** What waits to be sent, and what was refused. */
  waiting: number;
  refused: readonly string[];
  ended: string | null;
  /** The messages on the screen, in their order. */
  messages: readonly { seq: number; body: string }[];
}

/** Where what is shown differs from what a fresh query shows, as paths; none when it is the same. */
export type Differences = readonly string[];

export type Asked = Order & { id: number };
export type Answered =
  | { id: number; answer: Standing | Differences | null }
  | { id: number; failed: string };
