import { spawn } from "node:child_process";
import { chownSync, closeSync, mkdtempSync, openSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { cleanEnvironment } from "./cluster.ts";
import type { Place } from "./place.ts";

/** A server process that this process has started. */
export interface Launched {
  pid: number;
  socketDir: string;
  /** Resolves with the last lines of the server's log when the process has ended. */
  ended: Promise<string>;
}

export function launch(place: Place, durable: boolean): Launched {
  const socketDir = shortEnough(place);
  const logFile = path.join(place.dataDir, "postgres.log");
  // A file and not a pipe: the server outlives this process when that is killed, and goes on writing.
  const output = openSync(logFile, "w", 0o600);
  const settings = [
    "port=5432", // only names the socket
    "listen_addresses=",
    `unix_socket_directories=${socketDir}`,
    "unix_socket_permissions=0700",
    "max_connections=120",
    "shared_buffers=128MB",
    "log_min_messages=warning",
    ...(durable ? [] : ["fsync=off", "full_page_writes=off"]),
  ];
  const child = spawn(
    path.join(place.native, "bin", "postgres"),
    ["-D", place.cluster, ...settings.flatMap((setting) => ["-c", setting])],
    {
      ...place.account,
      env: cleanEnvironment(),
      cwd: "/",
      // A process group of its own: the terminal's Ctrl-C reaches Baraza, which still needs the database to finish.
      detached: true,
      stdio: ["ignore", output, output],
    },
  );
  closeSync(output);
  child.unref();
  const ended = new Promise<string>((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("exit", () => resolve(lastWords(logFile)));
  });
  return { pid: child.pid ?? 0, socketDir, ended };
}

/** The end of the server's log; a folder that is gone by now has none. */
function lastWords(logFile: string): string {
  try {
    return readFileSync(logFile, "utf8").slice(-2000);
  } catch {
    return "";
  }
}

/** The system allows about a hundred bytes for a socket's path; the private data directory is the best place if it fits. */
function shortEnough({ cluster, account }: Place): string {
  const longest = 103 - "/.s.PGSQL.5432".length;
  if (Buffer.byteLength(cluster) <= longest) return cluster;
  const folder = mkdtempSync(path.join(tmpdir(), "baraza-pg-"));
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
}
