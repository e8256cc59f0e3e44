// npm test: the laws, every test of server and client, and the journeys in Chromium against the built product.
import { rmSync } from "node:fs";
import path from "node:path";
import { findTool } from "../server/src/testing/tool.ts";
import { sum, verdict, vitestCounts } from "./lib/counts.ts";
import { closingLine, printSkips, runJourneys } from "./lib/journeys.ts";
import { buildProduct } from "./lib/product.ts";
import { installed, root, run } from "./lib/run.ts";

const report = path.join(root, ".cache/vitest.json");
rmSync(report, { force: true });

findTool("redis-server", "redis-server");
await buildProduct();
const laws = verdict(await run("npm", ["run", "--silent", "laws"]));
const tests = vitestCounts(
  report,
  await run(installed("vitest"), [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]),
);
const journeys = await runJourneys([]);

const all = sum([laws, tests, journeys]);
console.log(`\nLaws:     ${closingLine(laws)}`);
console.log(`Tests:    ${closingLine(tests)}`);
console.log(`Journeys: ${closingLine(journeys)}`);
printSkips(all);
console.log(closingLine(all));
process.exit(all.failed === 0 ? 0 : 1);
