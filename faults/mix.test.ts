import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { findTool } from "../server/src/testing/tool.ts";
import { printVerdict } from "./checker/print.ts";
import { run } from "./harness/run.ts";
import { everyFault } from "./scenarios/mixed.ts";
import { t20 } from "./scenarios/t20-everything.ts";

/** Which faults come and when is another each time; the seed brings the same ones again. */
test.skipIf(!findTool("redis-server", "redis-server"))(
  "I1 to I20: nothing is lost, doubled, swapped, made up or leaked while everything is taken away",
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "baraza-faults-"));
    const seed = Math.floor(Math.random() * 1e9);
    const options = { seconds: 75, seed, folder, patient: true };
    const verdict = await run({ ...t20, name: "mix" }, options);
    printVerdict(verdict);
    expect(verdict.findings, `seed ${seed}, histories in ${folder}`).toEqual([]);
    expect(verdict).toMatchObject({
      lost: 0,
      doubled: 0,
      outOfOrder: 0,
      phantom: 0,
      leaked: 0,
      broken: 0,
      died: 0,
    });
    expect(verdict.acknowledged).toBeGreaterThan(50);
    // Each kind of fault came at least once.
    expect(Object.keys(verdict.faults).toSorted()).toEqual(
      everyFault.map(({ name }) => name).toSorted(),
    );
    // Nobody is alone on a shared machine; this is what no machine is too slow for.
    expect(verdict.convergeMs).toBeLessThan(20_000);
    rmSync(folder, { recursive: true });
  },
  600_000,
);
