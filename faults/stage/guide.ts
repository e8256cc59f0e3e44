import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";

const guide = new URL("../../docs/operating.md", import.meta.url);

/** The commands that the operator's guide gives in the block behind these words. */
export function commandsBehind(words: string): string {
  const text = readFileSync(guide, "utf8");
  const from = text.indexOf(words);
  const block = from < 0 ? null : /```sh\n([^]*?)```/.exec(text.slice(from));
  if (!block) throw new Error(`the operator's guide has no commands behind "${words}"`);
  return block[1];
}

/** Runs commands of the guide as an operator does, by a shell that stops at the first that fails. */
export async function runByHand(
  commands: string,
  { environment, folder }: { environment: NodeJS.ProcessEnv; folder: string },
): Promise<void> {
  const env = { PATH: process.env["PATH"], ...environment };
  await promisify(execFile)("sh", ["-e", "-c", commands], { cwd: folder, env });
}

/** Whether this machine's PostgreSQL tools are new enough for the server of the tests. */
export function hasTools(version: number): boolean {
  return ["pg_dump", "pg_restore", "createdb", "psql"].every((tool) => {
    const { stdout } = spawnSync(tool, ["--version"], { encoding: "utf8" });
    return Number(/ (\d+)\./.exec(stdout ?? "")?.[1] ?? 0) >= version;
  });
}
