import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findTool } from "../../server/src/testing/tool.ts";

/**
 * The environment in which a process's clock is off by so many hours: by libfaketime, which shifts the time of the
 * whole process but not the monotonic clock, as a clock that was set wrong does. Where the library is not to be
 * had, JavaScript's Date is shifted instead, which is all that the server asks for the time.
 */
export function shiftedClock(hours: number): NodeJS.ProcessEnv {
  const library = findLibrary();
  if (!library) {
    const preload = fileURLToPath(new URL("./shiftDate.ts", import.meta.url));
    return { NODE_OPTIONS: `--import=${preload}`, CLOCK_SHIFT_HOURS: `${hours}` };
  }
  const sign = hours < 0 ? "-" : "+";
  return {
    LD_PRELOAD: library,
    FAKETIME: `${sign}${Math.abs(hours)}h`,
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
    FAKETIME_NO_CACHE: "1",
  };
}

/** How clocks are shifted here, for the report. */
export const clockBy = (): string => (findLibrary() ? "libfaketime" : "a shifted Date");

function findLibrary(): string | null {
  if (!findTool("faketime", "faketime")) return null;
  const folders = existsSync("/usr/lib")
    ? readdirSync("/usr/lib").map((name) => path.join("/usr/lib", name, "faketime"))
    : [];
  const files = folders.map((folder) => path.join(folder, "libfaketime.so.1"));
  return files.find((file) => existsSync(file)) ?? null;
}
