import "reflect-metadata";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { examine } from "./operate/doctor/doctor.ts";
import { newEpoch } from "./operate/newEpoch.ts";
import { PlainError } from "./platform/config/plainError.ts";

const usage = `What an operator does to a running installation. It reads the same environment as the server.

  npm run operate -- doctor [--url URL]...   looks at it from end to end, through a probe that leaves nothing behind
  npm run operate -- new-epoch               after a restore or a promotion: no cursor of before counts any more

In the container image: node server/dist/operate.js COMMAND`;

const say = (line: string) => void process.stdout.write(`${line}\n`);

try {
  process.exit(await main());
} catch (error) {
  if (!(error instanceof PlainError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

/** @returns the exit code: 0 when all is well. */
async function main(): Promise<number> {
  const [command, ...rest] = process.argv.slice(2);
  switch (command) {
    case "doctor": {
      const { url = [] } = read(rest, { url: { type: "string", multiple: true } });
      const enough = new AbortController();
      for (const signal of ["SIGINT", "SIGTERM"] as const)
        process.once(signal, () => enough.abort());
      const { signal } = enough;
      return (await examine({ environment: process.env, urls: url, say, signal })) ? 0 : 1;
    }
    case "new-epoch":
      read(rest, {});
      await newEpoch({ environment: process.env, say });
      return 0;
    default:
      say(usage);
      return command === undefined || command === "help" || command === "--help" ? 0 : 1;
  }
}

function read<O extends NonNullable<ParseArgsConfig["options"]>>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: false }).values;
  } catch (error) {
    throw new PlainError(`${(error as Error).message}\n\n${usage}`);
  }
}
