// npm run bench [-- NAME … --json --gate --quick --long --profile --rounds N --server FILE]: what a delivery costs, beside what others would be.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { benchmarks } from "./benchmarks/all.ts";
import {
  type Bench,
  type Benchmark,
  brokenOf,
  type Outcome,
  outcomeOf,
} from "./harness/benchmark.ts";
import type { Child } from "./harness/child.ts";
import { within } from "./harness/clock.ts";
import { startServices } from "./ours/services.ts";
import { writeDocument } from "./report/document.ts";
import { topFunctions } from "./report/profile.ts";
import { details, summary } from "./report/table.ts";

/** A benchmark that hangs is told as broken, and the others go on. Loading the large database takes some minutes. */
const LONGEST_MS = 20 * 60_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    gate: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    long: { type: "boolean", default: false },
    profile: { type: "boolean", default: false },
    rounds: { type: "string" },
    /** A built server's main.js, to measure another state of the tree. */
    server: { type: "string" },
  },
});
const unknown = positionals.filter((name) => !benchmarks.some((each) => each.name === name));
if (unknown.length > 0) {
  const names = benchmarks.map(({ name }) => name).join(", ");
  console.error(`There is no benchmark ${unknown.join(", ")}. There are: ${names}.`);
  process.exit(2);
}
const chosen = benchmarks.filter(
  ({ name }) => positionals.length === 0 || positionals.includes(name),
);
const whole = chosen.length === benchmarks.length;
const profiles = path.resolve(".cache/profiles");

const startedAt = performance.now();
const services = await startServices(values.server);
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void services.stop().finally(() => process.exit(130)));
// What a broken benchmark has left running may still fail; the next ones do not suffer for it.
process.on("unhandledRejection", (error) => console.error("left over from a benchmark:", error));
process.on("uncaughtException", (error) => {
  console.error(error);
  void services.stop().finally(() => process.exit(1));
});
const outcomes: Outcome[] = [];
try {
  for (const benchmark of chosen) outcomes.push(await measured(benchmark));
} finally {
  await services.stop();
}

const minutes = (performance.now() - startedAt) / 60_000;
if (!values.json) {
  if (!whole) console.log(`${details(outcomes)}\n`);
  console.log(summary(outcomes));
  console.log(
    `\n${outcomes.filter(({ ok }) => ok).length} of ${outcomes.length} hold their gates; ${minutes.toFixed(1)} minutes.`,
  );
}
if (whole && !values.quick) writeDocument(chosen, outcomes, minutes);
process.exit(values.gate && outcomes.some(({ ok }) => !ok) ? 1 : 0);

async function measured(benchmark: Benchmark): Promise<Outcome> {
  const { name } = benchmark;
  const files: string[] = [];
  const bench: Bench = {
    services,
    quick: values.quick,
    long: values.long,
    rounds: Number(values.rounds ?? (values.quick ? 2 : 5)),
    profiled: values.profile
      ? (server, work) => profiled(name, files, server, work)
      : (_, work) => work(),
  };
  if (!values.json) process.stderr.write(`${name} …\n`);
  let outcome: Outcome;
  try {
    outcome = outcomeOf(name, await within(benchmark.run(bench), LONGEST_MS, name));
  } catch (error) {
    outcome = brokenOf(name, error);
  }
  if (values.json) console.log(JSON.stringify(outcome));
  if (files.length > 0)
    console.error(
      `${name}, our server's own time (${path.dirname(files[0] ?? "")}):\n${topFunctions(files, 30)}`,
    );
  return outcome;
}

async function profiled<T>(
  name: string,
  files: string[],
  server: Child,
  work: () => Promise<T>,
): Promise<T> {
  mkdirSync(profiles, { recursive: true });
  const file = path.join(profiles, `${name}-${files.length + 1}.cpuprofile`);
  await server.profile();
  try {
    return await work();
  } finally {
    await server.endProfile(file);
    files.push(file);
  }
}
