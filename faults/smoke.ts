// npm run faults -- --seconds 40 --seed 7: people talk on two nodes while nodes, Redis and PostgreSQL are taken away.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { isClean } from "./check.ts";
import { run } from "./run.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "40" },
    seed: { type: "string" },
    keep: { type: "boolean" },
  },
});
const seconds = Number(values.seconds);
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
if (!(seconds > 0) || !Number.isSafeInteger(seed))
  throw new Error("--seconds and --seed have to be numbers");

const folder = mkdtempSync(path.join(tmpdir(), "baraza-faults-"));
const verdict = await run({ seconds, seed, folder });
const clean = isClean(verdict);
const { faults, findings, ...figures } = verdict;
console.log(JSON.stringify({ seed, seconds, clean, ...figures, faults }));
console.table(figures);
console.table(faults);
for (const finding of findings) console.log(finding);
if (clean && !values.keep) rmSync(folder, { recursive: true });
else console.log(`The histories are in ${folder}; the same faults come again with --seed ${seed}.`);
process.exit(clean ? 0 : 1);
