import { spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import { explainDataFolder } from "../config/dataFolder.ts";
import type { Place } from "./place.ts";
import { isAlive } from "./postmaster.ts";

/** PostgreSQL's messages in English, because some are searched for; and none of the caller's PGPORT, PGDATA … */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: "C" };
}

/**
 * Makes the data directory when there is none. It is made beside its place and moved there when it is whole, so a
 * start that is killed leaves nothing half done, and of two first starts one wins.
 */
export async function ensureCluster(place: Place): Promise<void> {
  if (existsSync(place.cluster)) return;
  try {
    removeAbandonedDrafts(place.dataDir);
    const draft = path.join(place.dataDir, `initdb.${process.pid}`);
    mkdirSync(draft, { mode: 0o700 });
    if (place.account) chownSync(draft, place.account.uid, place.account.gid);
    try {
      await initdb(place, draft);
      renameSync(draft, place.cluster);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(place.cluster)) throw error;
    }
  } catch (error) {
    throw explainDataFolder(error, place.dataDir);
  }
}

function removeAbandonedDrafts(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    const pid = /^initdb\.(\d+)$/.exec(name)?.[1];
    if (pid && (Number(pid) === process.pid || !isAlive(Number(pid))))
      rmSync(path.join(dataDir, name), { recursive: true, force: true });
  }
}

async function initdb({ native, account }: Place, folder: string): Promise<void> {
  const child = spawn(
    path.join(native, "bin", "initdb"),
    [
      ["-D", folder],
      ["-U", "postgres", "--auth=trust"], // only the owner can reach the socket
      ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"],
      ["--data-checksums"],
    ].flat(),
    { ...account, env: cleanEnvironment(), cwd: "/", stdio: ["ignore", "pipe", "pipe"] },
  );
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${(errors || output).slice(-600)}`);
}
