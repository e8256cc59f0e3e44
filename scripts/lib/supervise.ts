import { spawn, type SpawnOptions } from "node:child_process";
import { exitCode, root } from "./run.ts";

/**
 * Runs programs side by side until the first of them ends, stops the others, and gives the first one's exit code.
 *
 * Ctrl-C reaches this process twice, from the terminal and from npm. The programs stand in process groups of their
 * own and are told once, so that a server which takes a second signal for impatience can finish in order.
 */
export async function supervise(
  programs: readonly { program: string; args: readonly string[]; options?: SpawnOptions }[],
): Promise<number> {
  const children = programs.map(({ program, args, options }) =>
    spawn(program, args, { cwd: root, stdio: "inherit", detached: true, ...options }),
  );
  const ends = children.map(
    (child) =>
      new Promise<number>((resolve) => {
        child.on("error", (error) => {
          console.error(error.message);
          resolve(1);
        });
        child.on("exit", (code, signal) => resolve(exitCode(code, signal)));
      }),
  );
  let told = 0;
  const tell = (signal: NodeJS.Signals) => {
    if (Date.now() - told < 700) return;
    told = Date.now();
    for (const child of children) child.kill(signal);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => tell(signal));

  const first = await Promise.race(ends);
  if (told === 0) tell("SIGTERM");
  await Promise.all(ends);
  return first;
}
