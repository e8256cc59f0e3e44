import { spawn, type SpawnOptions } from "node:child_process";
import { exitCode, root, type run } from "./run.ts";

/** Runs programs beside another that has the terminal: what they print is kept until it is theirs. */
export class Aside {
  readonly #out: { write(piece: Buffer): unknown };
  #kept: Buffer[] | null = [];

  constructor(out: { write(piece: Buffer): unknown } = process.stdout) {
    this.#out = out;
  }

  /** Runs a program to its end; gives its exit code. */
  readonly run: typeof run = (program, args, options) => {
    const stdio: SpawnOptions["stdio"] = ["ignore", "pipe", "pipe"];
    const child = spawn(program, args, { cwd: root, ...options, stdio });
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (piece: Buffer) => {
        if (this.#kept) this.#kept.push(piece);
        else this.#out.write(piece);
      });
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code, signal) => resolve(exitCode(code, signal)));
    });
  };

  /** Prints what was kept, and from now on everything as it comes. */
  show(): void {
    for (const piece of this.#kept ?? []) this.#out.write(piece);
    this.#kept = null;
  }
}
