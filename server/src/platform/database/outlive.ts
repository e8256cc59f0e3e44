import type pg from "pg";

/**
 * Keeps a process alive when the pool loses a connection; what was asked on it fails by itself. A pool listens to its
 * idle connections alone and leaves those in use to their holders, which are libraries that do not listen, and an
 * error that nobody hears ends the process.
 */
export function outliveConnections(pool: pg.Pool, told: (error: Error) => void): void {
  pool.on("connect", (client) => void client.on("error", told));
  pool.on("error", () => {}); // an idle one: told by the connection itself
}
