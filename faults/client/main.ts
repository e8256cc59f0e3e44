// node faults/client/main.ts --seconds 60 --seed 7 --devices 4 --long 60: people write on devices that run the client's
// own sync code, while links are cut and held, devices sleep, clocks are set, nodes die and Redis goes.
import { parseArgs } from "node:util";
import { wasMissed } from "./plant.ts";
import { isClean } from "./verdict.ts";
import { run } from "./run.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    seed: { type: "string" },
    devices: { type: "string", default: "4" },
    long: { type: "string", default: "0" },
  },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
const [seconds, devices, long] = [values.seconds, values.devices, values.long].map(Number);
if (![seconds, seed, devices, long].every((one) => one >= 0))
  throw new Error("--seconds, --seed, --devices and --long have to be numbers");

const { faults, findings, planted, ...figures } = await run({
  seconds,
  seed,
  devices,
  longMs: long * 1_000,
});
const clean = isClean({ ...figures, findings }) && wasMissed(planted);
console.log(
  JSON.stringify({ name: "client", seed, seconds, devices, clean, ...figures, planted, faults }),
);
console.table(figures);
console.table(faults);
for (const finding of findings) console.log(finding);
process.exit(clean ? 0 : 1);
