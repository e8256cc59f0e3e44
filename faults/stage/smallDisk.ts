import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const filler = (folder: string) => path.join(folder, "filler");

/** A disk of so many MiB in memory. Only root may mount one, and not everywhere. */
export function mountSmallDisk(mib: number): { folder: string; undo: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), "bz-disk-"));
  const { status, stderr } = spawnSync(
    "mount",
    ["-t", "tmpfs", "-o", `size=${mib}m`, "tmpfs", folder],
    {
      encoding: "utf8",
    },
  );
  if (status !== 0) {
    rmdirSync(folder);
    throw new Error(`this machine lets nobody mount a small disk, which t19 needs: ${stderr}`);
  }
  const undo = () => {
    process.off("exit", undo);
    spawnSync("umount", ["--lazy", folder]);
    rmdirSync(folder);
  };
  process.on("exit", undo);
  return { folder, undo };
}

/** Takes every byte that is left. */
export function fillDisk(folder: string): void {
  const file = openSync(filler(folder), "w");
  for (let piece = 1 << 20; piece >= 1 << 9;) {
    try {
      if (writeSync(file, Buffer.alloc(piece)) < piece) piece >>= 1;
    } catch {
      piece >>= 1;
    }
  }
  closeSync(file);
}

export const freeDisk = (folder: string): void => rmSync(filler(folder), { force: true });
