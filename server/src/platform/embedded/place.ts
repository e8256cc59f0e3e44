import { chmodSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { explainDataFolder } from "../config/dataFolder.ts";
import { PlainError } from "../config/plainError.ts";
import type { Log } from "../log/log.ts";
import { type Account, canReach, unprivilegedAccount } from "./account.ts";
import { findBinaries, reachableBinaries, shortHash, systemDir } from "./binaries.ts";

/** Where everything of one embedded PostgreSQL is, and as whom it runs. */
export interface Place {
  /** The folder with `bin`. */
  native: string;
  /** What the operator chose; holds `cluster` and the server's log. */
  dataDir: string;
  /** PostgreSQL's own data directory. */
  cluster: string;
  account: Account | undefined;
}

/** The release whose data directories these binaries can open. */
const major = "18";

export function preparePlace(wanted: string, log: Log): Place {
  const account = unprivilegedAccount();
  const found = findBinaries();
  const native = account ? reachableBinaries(found, account) : found;
  let dataDir = path.resolve(wanted);
  try {
    mkdirSync(dataDir, { recursive: true });
    if (account) dataDir = reachableDataDir(dataDir, account, log);
    const cluster = path.join(dataDir, "postgres");
    checkMajor(cluster);
    return { native, dataDir, cluster, account };
  } catch (error) {
    throw explainDataFolder(error, dataDir);
  }
}

function reachableDataDir(dataDir: string, account: Account, log: Log): string {
  if (canReach(account, path.dirname(dataDir))) {
    // Passing through is enough: the cluster inside belongs to the account, everything else stays root's.
    if (!canReach(account, dataDir)) chmodSync(dataDir, statSync(dataDir).mode | 0o011);
    return dataDir;
  }
  const moved = path.join(systemDir, `data-${shortHash(dataDir)}`);
  mkdirSync(moved, { recursive: true, mode: 0o755 });
  log.info(`PostgreSQL does not run as root and cannot reach ${dataDir}: its data is in ${moved}.`);
  return moved;
}

function checkMajor(cluster: string): void {
  const file = path.join(cluster, "PG_VERSION");
  if (!existsSync(cluster)) return;
  statSync(path.join(cluster, ".")); // a folder that may not be entered is no empty folder
  const found = readFileSync(file, "utf8").trim();
  if (found === major) return;
  throw new PlainError(
    `The data folder ${cluster} was written by PostgreSQL ${found} and this Baraza runs PostgreSQL ${major}: start the Baraza that wrote it, or set DATA_DIR to another folder.`,
  );
}
