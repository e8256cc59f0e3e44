import { execFile } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";

/** A process that installs the last resort and then does `fault`; its exit code and what it printed. */
function run(fault: string, stop: string): Promise<{ code: number; printed: string }> {
  const program = `
    import { installLastResort } from "${path.join(import.meta.dirname, "stop.ts")}";
    const log = { fatal: (fields) => console.log("fatal", fields.err.message), error: () => undefined };
    installLastResort({ log, stop: async () => { ${stop} }, deadlineMs: 300 });
    setInterval(() => undefined, 1000);
    ${fault}
  `;
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--input-type=module-typescript", "--no-warnings", "-e", program],
      (_error, stdout) => resolve({ code: child.exitCode ?? -1, printed: stdout }),
    );
  });
}

test.each([
  ["an error that nobody caught", 'setTimeout(() => { throw new Error("boom"); });'],
  ["a rejection that nobody caught", 'void Promise.reject(new Error("boom"));'],
])("%s is logged, then the process stops in order and exits with 1", async (_, fault) => {
  expect(await run(fault, 'console.log("stopped");')).toEqual({
    code: 1,
    printed: "fatal boom\nstopped\n",
  });
});

test("a stop that hangs does not keep it", async () => {
  const { code } = await run(
    'setTimeout(() => { throw new Error("boom"); });',
    "await new Promise(() => undefined);",
  );
  expect(code).toBe(1);
});

test("a second fault during the stop changes nothing", async () => {
  const { code, printed } = await run(
    'setTimeout(() => { throw new Error("one"); });',
    'setTimeout(() => { throw new Error("two"); }, 10); await new Promise((r) => setTimeout(r, 100)); console.log("stopped");',
  );
  expect([code, printed]).toEqual([1, "fatal one\nfatal two\nstopped\n"]);
});
