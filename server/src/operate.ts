import "reflect-metadata";
import { parseArgs } from "node:util";
import { newEpoch } from "./operate/newEpoch.ts";
import { PlainError } from "./platform/config/plainError.ts";

const usage = `What an operator does to a running installation. It reads the same environment as the server.

  npm run operate -- new-epoch               after a restore or a promotion: no cursor of before counts any more

In the container image: node server/dist/operate.js COMMAND`;

const say = (line: string) => void process.stdout.write(`${line}\n`);

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof PlainError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

/** @returns the exit code: 0 when all is well. */
async function main(): Promise<number> {
  const [command, ...rest] = process.argv.slice(2);
  switch (command) {
    case "new-epoch":
      read(rest, {});
      await newEpoch({ environment: process.env, say });
      return 0;
    default:
      say(usage);
      return command === undefined || command === "help" || command === "--help" ? 0 : 1;
  }
}

function read<O extends NonNullable<Parameters<typeof parseArgs>[0]>["options"]>(
  args: string[],
  options: O,
) {
  try {
    return parseArgs({ args, options, allowPositionals: false }).values;
  } catch (error) {
    throw new PlainError(`${(error as Error).message}\n\n${usage}`);
  }
}
