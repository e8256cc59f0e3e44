import { Client, DatabaseError } from "pg";
import { PlainError } from "../config/plainError.ts";
import type { Log } from "../log/log.ts";
import { isAlive, pause, type Postmaster } from "./postmaster.ts";

// Any fixed number; it only has to differ from those of other advisory locks.
const ownerLock = 4_018_180_018;
const patience = 60_000;

/** As a URL that both `pg` and URL parsers take: the socket's folder rules over the host that only stands in. */
export function socketUrl(socketDir: string): string {
  return `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(socketDir)}`;
}

/** Ends this process's ownership, so that what happens to the server from now on is no surprise. */
export type LetGo = () => { close: () => Promise<void> };

/**
 * Waits until the server answers and makes this process its owner: the one that may stop it. Ownership is a lock in
 * the server that a connection of ours holds, so it ends with this process however that ends. Gives undefined when
 * the server went away meanwhile.
 */
export async function claim(
  server: Postmaster,
  dataDir: string,
  log: Log,
): Promise<LetGo | undefined> {
  let current: Client | undefined;
  let letGo = false;

  async function take(): Promise<boolean> {
    current = await connect(server, dataDir);
    // A crashed backend makes the server drop everybody, and the lock with them.
    current?.on("error", () => {
      if (!letGo) void retake();
    });
    if (!current) return false;
    const { rows } = await current.query<{ owner: boolean }>(
      "select pg_try_advisory_lock($1) as owner",
      [ownerLock],
    );
    if (rows[0]?.owner) return true;
    letGo = true;
    await current.end();
    throw new PlainError(
      `Another Baraza is running on the data folder ${dataDir}: stop it, or set DATA_DIR and PORT for this one.`,
    );
  }

  async function retake(): Promise<void> {
    letGo = true; // one attempt at a time: a broken connection can report more than one error
    try {
      letGo = !(await take());
      if (letGo) log.error("The embedded PostgreSQL has stopped: start Baraza again.");
    } catch (err) {
      log.error({ err }, "The embedded PostgreSQL is no longer this process's own.");
    }
  }

  if (!(await take())) return undefined;
  return () => {
    letGo = true;
    return { close: async () => await current?.end().catch(() => undefined) };
  };
}

async function connect(server: Postmaster, dataDir: string): Promise<Client | undefined> {
  for (const until = Date.now() + patience; Date.now() < until; await pause(25)) {
    if (!isAlive(server.pid)) return undefined;
    const client = new Client(socketUrl(server.socketDir));
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (!isPassing(error)) throw error;
    }
  }
  throw new PlainError(
    `The embedded PostgreSQL did not get ready within ${patience / 1000} seconds: read postgres.log in ${dataDir} and start again.`,
  );
}

// Not there yet, still starting, recovering, or about to go.
function isPassing(error: unknown): boolean {
  if (error instanceof DatabaseError) return error.code === "57P03";
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return ["ENOENT", "ECONNREFUSED", "ECONNRESET", "EPIPE"].includes(code);
}
