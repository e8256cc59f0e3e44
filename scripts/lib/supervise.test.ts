import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";

const supervise = JSON.stringify(new URL("./supervise.ts", import.meta.url).href);

/** A process that supervises Node programs given as source. */
function supervisor(...programs: string[]) {
  const list = programs.map((code) => ({ program: process.execPath, args: ["-e", code] }));
  const code = `
    import { supervise } from ${supervise};
    process.exit(await supervise(${JSON.stringify(list)}));`;
  const child = spawn(process.execPath, ["--input-type=module-typescript", "-e", code], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const line = async () => ((await lines.next()) as IteratorResult<string, string>).value;
  const exited = once(child, "exit") as Promise<[number | null, NodeJS.Signals | null]>;
  return { child, line, exited };
}

const stays = (end: string) => `
  let told = 0;
  process.on("SIGINT", () => { told++; setTimeout(() => { console.log("told " + told); process.exit(${end}); }, 300); });
  process.on("SIGTERM", () => { console.log("asked to end"); process.exit(0); });
  setInterval(() => {}, 1000);
  console.log("up");`;

test("a Ctrl-C that comes twice at once is passed on once, and the exit code comes back", async () => {
  const { child, line, exited } = supervisor(stays("7"));
  expect(await line()).toBe("up");
  child.kill("SIGINT");
  child.kill("SIGINT");
  expect(await line()).toBe("told 1");
  expect(await exited).toEqual([7, null]);
});

test("when one program ends the others are asked to, and its code counts", async () => {
  const { line, exited } = supervisor(stays("0"), "setTimeout(() => process.exit(3), 500)");
  expect(await line()).toBe("up");
  expect(await line()).toBe("asked to end");
  expect(await exited).toEqual([3, null]);
});

test("a program that was killed counts as failed", async () => {
  const { exited } = supervisor("process.kill(process.pid, 'SIGKILL')");
  expect(await exited).toEqual([137, null]);
});
