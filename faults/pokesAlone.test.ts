import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { findTool } from "../server/src/testing/tool.ts";
import { run } from "./harness/run.ts";
import { pokesAlone } from "./scenarios/pokes-alone.ts";

test.skipIf(!findTool("redis-server", "redis-server"))(
  "a delivery that trusts pokes is found out",
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "baraza-faults-"));
    const { seconds } = pokesAlone;
    const verdict = await run(pokesAlone, { seconds, seed: 1, folder, patient: true });
    rmSync(folder, { recursive: true });
    expect(verdict.clean).toBe(false);
    expect(verdict.lost).toBeGreaterThan(0);
    expect(verdict.findings.join("\n")).toContain("I7 lost");
    // What was written is as it should be all the same: it is the delivery that is wrong.
    expect(verdict.acknowledged).toBeGreaterThan(20);
    expect(verdict.findings.join("\n")).not.toContain("I1 lost");
  },
  180_000,
);
