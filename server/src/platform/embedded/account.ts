import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { PlainError } from "../config/plainError.ts";

/** The unprivileged account that PostgreSQL runs as when Baraza is started by root. */
export interface Account {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root, so root's is given to `postgres`, or to `nobody`. Undefined for everybody else. */
export function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["postgres", "_postgres", "nobody"]) {
    const user = users.find(([found]) => found === name);
    if (user) return { uid: Number(user[2]), gid: Number(user[3]) };
  }
  throw new PlainError(
    "PostgreSQL does not run as root and there is no account named postgres or nobody: create one, or start Baraza as a plain user.",
  );
}

/** Whether the account may walk down to this path. What does not exist yet counts as reachable. */
export function canReach(account: Account, target: string): boolean {
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    if (existsSync(folder)) {
      const { uid, gid, mode } = statSync(folder);
      const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
      if (!(mode & bit)) return false;
    }
    if (folder === path.dirname(folder)) return true;
  }
}
