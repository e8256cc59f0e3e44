import { readFileSync } from "node:fs";
import path from "node:path";
import type { TestPostgres } from "../../server/src/testing/postgres.ts";
import type { Target } from "./link.ts";

/** Where a PostgreSQL of a test keeps its data, which is where its socket is. */
export function folderOf({ url }: TestPostgres): string {
  return decodeURIComponent(/[?&]host=([^&]+)/.exec(url)?.[1] ?? "");
}

export const socketOf = (postgres: TestPostgres): Target => ({
  path: path.join(folderOf(postgres), ".s.PGSQL.5432"),
});

/** The server and each process that it has made for a connection. */
export function signalPostgres(postgres: TestPostgres, signal: "SIGSTOP" | "SIGCONT"): void {
  const pid = Number(
    readFileSync(path.join(folderOf(postgres), "postmaster.pid"), "utf8").split("\n")[0],
  );
  const children = () =>
    readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").map(Number);
  const all = signal === "SIGSTOP" ? () => [pid, ...children()] : () => [...children(), pid];
  for (const each of all()) if (each > 0) process.kill(each, signal);
}
