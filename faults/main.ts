// npm run faults -- t1 … t20 | mix | all | list, with --seconds N, --size N, --seed S, --keep, --patient.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { invariants } from "./checker/invariants.ts";
import { printVerdict } from "./checker/print.ts";
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
const [name = "mix"] = positionals;
// What a run has started ends with this process, however that is asked to end.
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)
  process.once(signal, () => process.exit(code));
const write = (line: string) => process.stdout.write(`${line}\n`);

if (name === "list") {
  list();
  process.exit(0);
}
const chosen = name === "all" ? scenarios : [findScenario(name)];
let clean = true;
for (const scenario of chosen) {
  if (!scenario) throw new Error(`there is no "${name}": npm run faults -- list`);
  clean = (await perform(scenario)) && clean;
}
process.exit(clean ? 0 : 1);

async function perform(scenario: Scenario): Promise<boolean> {
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
  return verdict.clean;
}

function list(): void {
  for (const { name, title, seconds, invariants: held } of scenarios)
    write(`${name.padEnd(4)} ${String(seconds).padStart(4)} s  ${title} (${held.join(", ")})`);
  for (const [number, { says, ...rest }] of Object.entries(invariants))
    write(`${number.padEnd(4)} ${says}${"elsewhere" in rest ? ` ${rest.elsewhere}` : ""}`);
}
