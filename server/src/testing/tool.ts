import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";

/**
 * Finds a program that the tests need and npm does not ship. On Debian as root the package is installed when it is
 * lacking; elsewhere the answer is null, and the caller says loudly what it has to leave out.
 */
export function findTool(command: string, debianPackage: string): string | null {
  const found = onPath(command);
  if (found || process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return found;
  console.log(`${command} is lacking: installing Debian's ${debianPackage}.`);
  if (!apt("install", debianPackage) && apt("update")) apt("install", debianPackage);
  return onPath(command);
}

function onPath(command: string): string | null {
  const folders = [...(process.env["PATH"] ?? "").split(path.delimiter), "/usr/bin", "/usr/sbin"];
  const files = folders.map((folder) => path.join(folder, command));
  return files.find((file) => path.isAbsolute(file) && isExecutable(file)) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function apt(...command: string[]): boolean {
  const { status } = spawnSync("apt-get", ["-y", "-q", "--no-install-recommends", ...command], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return status === 0;
}
