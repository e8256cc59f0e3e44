// npm run faults -- t1 … t20 | mix | all | list, also several of them, with --seconds N, --size N, --seed S, --keep, --patient.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { invariants } from "./checker/invariants.ts";
import { printSummary, printVerdict, type Result } from "./checker/print.ts";
import type { Verdict } from "./checker/verdict.ts";
import { run } from "./harness/run.ts";
import { findScenario, scenarios } from "./scenarios/index.ts";
import type { Scenario } from "./scenarios/scenario.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: "string" },
    size: { type: "string" },
    seed: { type: "string" },
    keep: { type: "boolean" },
    patient: { type: "boolean" },
  },
});
const names = positionals.length > 0 ? positionals : ["mix"];
// What a run has started ends with this process, however that is asked to end.
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)
  process.once(signal, () => process.exit(code));
const write = (line: string) => process.stdout.write(`${line}\n`);

if (names.includes("list")) {
  list();
  process.exit(0);
}
const chosen = names.flatMap((name) => {
  const found = name === "all" ? scenarios : findScenario(name);
  if (!found) throw new Error(`there is no "${name}": npm run faults -- list`);
  return found;
});
const results: Result[] = [];
for (const scenario of chosen) results.push({ name: scenario.name, ...(await outcome(scenario)) });
if (results.length > 1) printSummary(results);
process.exit(results.every(({ verdict }) => verdict?.clean) ? 0 : 1);

/** One that breaks down does not take the others with it. */
async function outcome(scenario: Scenario): Promise<Omit<Result, "name">> {
  try {
    return { verdict: await perform(scenario) };
  } catch (error) {
    const broke = (error as Error).stack ?? String(error);
    write(`\n${scenario.name} broke down: ${broke}`);
    return { broke };
  }
}

async function perform(scenario: Scenario): Promise<Verdict> {
  const seconds = Number(values.seconds ?? scenario.seconds);
  const size = Number(values.size ?? scenario.size ?? 0);
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
  if (!(seconds > 0) || !(size >= 0) || !Number.isSafeInteger(seed))
    throw new Error("--seconds, --size and --seed have to be numbers");
  const folder = mkdtempSync(path.join(tmpdir(), "baraza-faults-"));
  write(`${scenario.name}: ${scenario.title}; ${seconds} s, seed ${seed}, histories in ${folder}`);
  const patient = values.patient ?? false;
  const verdict = await run(scenario, { seconds, size, seed, folder, patient });
  printVerdict(verdict);
  if (verdict.clean && !values.keep) rmSync(folder, { recursive: true });
  else write(`Judge it again with: node faults/check.ts ${folder}`);
  return verdict;
}

function list(): void {
  for (const { name, title, seconds, invariants: held } of scenarios)
    write(`${name.padEnd(4)} ${String(seconds).padStart(4)} s  ${title} (${held.join(", ")})`);
  for (const [number, { says, ...rest }] of Object.entries(invariants))
    write(`${number.padEnd(4)} ${says}${"elsewhere" in rest ? ` ${rest.elsewhere}` : ""}`);
}
