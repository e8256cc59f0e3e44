/** How one process of the load client is told what to do, and what it tells. */

export interface Opening {
  /** Counts over all processes; tells which address and which cookie. */
  index: number;
  cookie: string | null;
  rooms: readonly number[];
}

export interface OpenOrder {
  do: "open";
  port: number;
  path: string;
  origin: string | null;
  query: string;
  /** What each subscription is told beside the cursor; `threadUpdates` of its room where it is left out. */
  field?: "presence";
  /** Sockets a second. */
  rate: number;
  /** Followers that are told when they are live (ours), or are taken to be after a moment of quiet. */
  live: boolean;
  /** Whether each operation has an id of its own, as a client that counts or draws its ids. */
  ownIds: boolean;
  /** The last seq of every room before the followers come. */
  base: number;
  openings: readonly Opening[];
}

/** What is counted from here on. */
export interface MeasureOrder {
  do: "measure";
  /** Keep every arrival's time, not only the last one's. */
  times: boolean;
  /** How many updates' bytes are kept for the comparison with the stock stack's. */
  keep: number;
}

export type Order =
  | OpenOrder
  | MeasureOrder
  | { do: "collect" }
  | { do: "stall" }
  | { do: "resume" }
  | { do: "close" };

export interface Collected {
  deliveries: number;
  bytes: number;
  /** All that sockets were sent, whatever it was. */
  received: number;
  /** Followers who got a seq twice or late, missed one, or got other bytes than the rest of their room. */
  doubled: number;
  missed: number;
  different: number;
  /** Sockets that the server ended, by close code. */
  closed: Record<string, number>;
  /** First words of answers that were not expected. */
  strange: string[];
  cpuMs: number;
  wallMs: number;
  payloads: { room: number; seq: number; payload: string }[];
  /** `[room, seq, arrival …]` of each update, when times were asked for. */
  times: number[][];
}
