import { PlainError } from "./plainError.ts";

const full = /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/;
const refused =
  /EACCES|EPERM|EROFS|Permission denied|Operation not permitted|Read-only file system/;
const notAFolder = /ENOTDIR|EEXIST|Not a directory/;

/** Turns what went wrong in the data folder into one plain sentence; what it does not know, it gives back as it came. */
export function explainDataFolder(error: unknown, dataDir: string): unknown {
  if (error instanceof PlainError) return error;
  const text =
    error instanceof Error ? `${(error as NodeJS.ErrnoException).code ?? ""} ${error.message}` : "";
  if (full.test(text))
    return new PlainError(
      `The disk that holds ${dataDir} is full: free some space, or set DATA_DIR to a folder on another disk.`,
      { cause: error },
    );
  if (refused.test(text))
    return new PlainError(
      `The data folder ${dataDir} cannot be read and written by this user: give it the rights, or set DATA_DIR to another folder.`,
      { cause: error },
    );
  if (notAFolder.test(text))
    return new PlainError(
      `The data folder ${dataDir} is not a folder: move that file away, or set DATA_DIR to another folder.`,
      { cause: error },
    );
  return error;
}
