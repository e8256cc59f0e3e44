import { fileURLToPath } from "node:url";
import type { Pool } from "../load/pool.ts";
import type { Publication } from "../peers/control.ts";
import { Child } from "./child.ts";
import { within } from "./clock.ts";

/** Where the updates come from that a stack delivers. */
export interface Source {
  /** Sends these updates; all of a call belong to one moment. */
  readonly publish: (batch: readonly Publication[]) => void;
  /** What a follower gets for an update. */
  readonly expected: (room: number, seq: number) => string | undefined;
  /** Why publishing has failed; null while it has not. */
  readonly failure: () => unknown;
  /** Resolves when nothing of what was published is still to be heard of by the benchmark itself. */
  readonly settled?: () => Promise<void>;
  /** Hears when an update is where the stack finds it; where it is left out, that is when it is published. */
  readonly onSent?: (listener: (room: number, seq: number, at: number) => void) => void;
}

/** One server that delivers, as a benchmark drives it. */
export interface Stack {
  readonly name: string;
  /** The process whose processor time and memory count. */
  readonly server: Child;
  readonly port: number;
  readonly pool: Pool;
  readonly source: Source;
  /** Lets the people from the `from`-th on follow, by another pool if one is given. Gives the milliseconds it took. */
  readonly join: (from: number, count: number, by?: Pool) => Promise<number>;
  stop(): Promise<void>;
}

/** What a loop needs of a stack, or of several nodes together. */
export type Driven = Pick<Stack, "name" | "pool" | "source"> & {
  readonly server: { usage(): Promise<{ cpuMs: number }> };
};

/** The stacks that a user would pick instead, and the limits. */
export const peers = {
  "graphql-ws": "graphqlWs",
  "graphql-ws + Redis": "graphqlWsRedis",
  "type-graphql + DataLoader": "typeGraphql",
  Yoga: "yoga",
  Mercurius: "mercurius",
  "ws string loop": "wsString",
  "raw socket": "raw",
} as const;
export type PeerName = keyof typeof peers;

/** Starts a peer's server; it says itself on which port it listens. */
export async function startPeer(
  name: PeerName,
  redisUrl: string,
): Promise<{ child: Child; port: number }> {
  const program = fileURLToPath(new URL(`../peers/${peers[name]}.ts`, import.meta.url));
  const child = new Child({ name, program, env: { REDIS_URL: redisUrl } });
  const told = new Promise<number>((resolve) =>
    child.onMessage((message) => {
      if (typeof message["port"] === "number") resolve(message["port"]);
    }),
  );
  try {
    return { child, port: await within(told, 20_000, `the start of ${name}`) };
  } catch (error) {
    await child.stop();
    throw new Error(`${String(error)}: ${child.words}`, { cause: error });
  }
}
