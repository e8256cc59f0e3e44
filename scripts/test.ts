// npm test: the laws, every test of server and client, the fault tests, and the journeys in Chromium against the built
// product. Tests with a bar on time have the machine to themselves, first. The faults and then the journeys run beside
// the other tests: each part waits for much of its time. Their output comes in one piece after that of the tests.
import { rmSync } from "node:fs";
import path from "node:path";
import { findTool } from "../server/src/testing/tool.ts";
import { Aside } from "./lib/aside.ts";
import { type Counts, sum, verdict, vitestCounts } from "./lib/counts.ts";
import { closingLine, printSkips, runJourneys } from "./lib/journeys.ts";
import { buildProduct } from "./lib/product.ts";
import { installed, root, run } from "./lib/run.ts";

/** The projects that the patterns name. */
async function runVitest(
  runner: typeof run,
  projects: readonly string[],
  name: string,
): Promise<Counts> {
  const report = path.join(root, `.cache/${name}.json`);
  rmSync(report, { force: true });
  const reporters = ["default", "json"].map((each) => `--reporter=${each}`);
  const output = `--outputFile.json=${report}`;
  const args = ["run", ...projects.map((each) => `--project=${each}`), ...reporters, output];
  return vitestCounts(report, await runner(installed("vitest"), args));
}

for (const tool of ["redis-server", "chromium", "faketime"]) findTool(tool, tool);
await buildProduct();
const laws = verdict(await run("npm", ["run", "--silent", "laws"]));

const timed = await runVitest(run, ["timed"], "timed");

const aside = new Aside();
const beside = runVitest(aside.run, ["faults"], "faults").then(
  async (faults) => [faults, await runJourneys([], aside.run)] as const,
);
const tests = sum([timed, await runVitest(run, ["!faults", "!timed"], "vitest")]);
aside.show();
const [faults, journeys] = await beside;

const all = sum([laws, tests, faults, journeys]);
console.log(`\nLaws:     ${closingLine(laws)}`);
console.log(`Tests:    ${closingLine(tests)}`);
console.log(`Faults:   ${closingLine(faults)}`);
console.log(`Journeys: ${closingLine(journeys)}`);
printSkips(all);
console.log(closingLine(all));
process.exit(all.failed === 0 ? 0 : 1);
