import { spawn, type SpawnOptions } from "node:child_process";
import { constants } from "node:os";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");

/** A program that npm installed, by the name of its command. */
export function installed(command: string): string {
  return path.join(root, "node_modules", ".bin", command);
}

/** Runs a program to its end with this terminal's output; gives its exit code. */
export async function run(
  program: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<number> {
  const child = spawn(program, args, { cwd: root, stdio: "inherit", ...options });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(exitCode(code, signal)));
  });
}

/** Runs a program to its end and shows what it printed only when it fails; gives its exit code. */
export async function runQuietly(program: string, args: readonly string[]): Promise<number> {
  const child = spawn(program, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const code = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status, signal) => resolve(exitCode(status, signal)));
  });
  if (code !== 0) console.error(printed);
  return code;
}

/** Like `run`, but ends this process with the same code when the program fails. */
export async function must(
  program: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<void> {
  const code = await run(program, args, options);
  if (code !== 0) {
    console.error(`${path.basename(program)} ${args.join(" ")} ended with ${code}.`);
    process.exit(code);
  }
}

/** A process that died of a signal has no code; shells say 128 and the signal's number. */
export function exitCode(code: number | null, signal: NodeJS.Signals | null): number {
  return code ?? 128 + (signal ? constants.signals[signal] : 0);
}
