import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Of the system's clock, in which /proc counts. */
const TICK_MS = 10;

/** Milliseconds of processor time that a PostgreSQL's processes have used, those that have ended too. Linux only: else NaN. */
export function postgresCpuMs(url: string): number {
  const socketDir = decodeURIComponent(/[?&]host=([^&]+)/.exec(url)?.[1] ?? "");
  try {
    const [pid = ""] = readFileSync(path.join(socketDir, "postmaster.pid"), "utf8").split("\n");
    const own = timesOf(pid);
    const children = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(timesOf)
      .filter((each) => each?.parent === pid);
    const ticks = children.reduce((sum, each) => sum + (each?.own ?? 0), own?.ended ?? NaN);
    return ticks * TICK_MS;
  } catch {
    return NaN;
  }
}

/** What /proc/PID/stat says; null for a process that has gone meanwhile. */
function timesOf(pid: string): { parent: string; own: number; ended: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Behind the name, which may hold anything.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [parent = "", user, system, endedUser, endedSystem] = [1, 11, 12, 13, 14].map(
      (i) => fields[i],
    );
    return {
      parent,
      own: Number(user) + Number(system),
      ended: Number(endedUser) + Number(endedSystem),
    };
  } catch {
    return null;
  }
}
