import type { Server } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "../log/log.ts";

/** Takes no new connection, lets running requests finish for `graceMs`, then cuts what is left. */
export async function closeServer(server: Server, graceMs: number): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await Promise.race([closed, wait(graceMs, undefined, { ref: false })]);
  server.closeAllConnections();
  await closed;
}

/**
 * A fault that nobody caught: the process cannot be trusted any more, but those connected to it can still be sent
 * elsewhere. Logs, stops within `deadlineMs`, exits with 1; whoever supervises the process starts it again.
 */
export function installLastResort(options: {
  log: Logger;
  stop: () => Promise<void>;
  deadlineMs?: number;
  exit?: (code: number) => void;
}): void {
  const { log, stop, deadlineMs = 10_000, exit = (code) => process.exit(code) } = options;
  let stopping = false;
  const last = (error: unknown) => {
    log.fatal({ err: error }, "an error that nobody caught: stopping");
    if (stopping) return;
    stopping = true;
    const deadline = wait(deadlineMs);
    void Promise.race([
      stop().catch((err: unknown) => log.error({ err }, "the stop failed too")),
      deadline,
    ]).then(() => exit(1));
  };
  process.on("uncaughtException", last);
  process.on("unhandledRejection", last);
}
