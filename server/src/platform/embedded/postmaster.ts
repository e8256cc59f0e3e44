import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** A running PostgreSQL server process, ours or left behind by a Baraza that was killed. */
export interface Postmaster {
  pid: number;
  /** The folder of its Unix socket. */
  socketDir: string;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

export function pidFile(cluster: string): string {
  return path.join(cluster, "postmaster.pid");
}

/**
 * The server that has this data directory open. After a power cut the file may still name a process number that
 * now belongs to some other program (in a container it nearly always does), so the process is asked what it is.
 */
export function findPostmaster(cluster: string): Postmaster | "starting" | "stale" | undefined {
  let lines: string[];
  try {
    lines = readFileSync(pidFile(cluster), "utf8").split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const pid = Number(lines[0]);
  if (!pid) return "starting";
  if (!isAlive(pid) || !commandLine(pid).includes("/bin/postgres -D")) return "stale";
  const socketDir = lines[4];
  return socketDir ? { pid, socketDir } : "starting";
}

/** Asks the server to throw its clients out, write everything down and go; waits until it has. */
export async function stopPostmaster({ pid }: Postmaster, cluster: string): Promise<void> {
  signal(pid, "SIGINT");
  // 60 s is what a checkpoint on a slow disk may take. After that it goes at once and recovers at the next start.
  for (const until = Date.now() + 60_000; isUp(pid, cluster); await pause(20))
    if (Date.now() > until) signal(pid, "SIGQUIT");
}

// The file goes last. The process may stay on as a zombie when nobody reaps it, as in a container without an init.
function isUp(pid: number, cluster: string): boolean {
  return isAlive(pid) && existsSync(pidFile(cluster));
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function commandLine(pid: number): string {
  try {
    if (process.platform === "linux")
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
  } catch {
    return "";
  }
}
