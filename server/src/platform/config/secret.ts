import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { explainDataFolder } from "./dataFolder.ts";
import { PlainError } from "./plainError.ts";

/** Reads the installation's secret from the data folder; the first start makes it, readable by its owner only. */
export function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, "secret");
  try {
    return read(file) ?? make(file);
  } catch (error) {
    throw explainDataFolder(error, dataDir);
  }
}

function read(file: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  if (text.length >= 32) return text;
  throw new PlainError(
    `The file ${file} is damaged: put the old one back, or delete it (everybody then has to sign in again).`,
  );
}

function make(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, randomBytes(32).toString("base64url") + "\n", { mode: 0o600 });
    linkSync(draft, file); // all or nothing: a half-written secret is never seen, and of two first starts one wins
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, "utf8").trim();
}
