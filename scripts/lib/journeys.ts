import { globSync, rmSync } from "node:fs";
import path from "node:path";
import { findTool } from "../../server/src/testing/tool.ts";
import { type Counts, none, playwrightCounts } from "./counts.ts";
import { installed, root, run } from "./run.ts";

/** Runs the journeys in Chromium against the built product. Without Chromium each file of them counts as skipped. */
export async function runJourneys(
  args: readonly string[],
  runner: typeof run = run,
): Promise<Counts> {
  const files = globSync("e2e/**/*.spec.ts", { cwd: root });
  const chromium = findTool("chromium", "chromium");
  if (!chromium) {
    const skippedNames = files.map((file) => `${file}: there is no chromium on this machine`);
    return { ...none, skipped: files.length, skippedNames };
  }
  const report = path.join(root, ".cache/playwright.json");
  rmSync(report, { force: true });
  const code = await runner(installed("playwright"), ["test", ...args], {
    env: { ...process.env, CHROMIUM: chromium },
  });
  return playwrightCounts(report, code);
}

export function printSkips({ skippedNames }: Counts): void {
  for (const name of skippedNames) console.warn(`SKIPPED: ${name}`);
}

/** The line that everything which runs tests ends with. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
