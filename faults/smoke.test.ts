import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { findTool } from "../server/src/testing/tool.ts";
import { run } from "./run.ts";

const redis = findTool("redis-server", "redis-server");
if (!redis) console.warn("SKIPPED: the fault smoke. Install redis-server.");

test.skipIf(!redis)(
  "nothing is lost, doubled, out of order or made up while things are taken away",
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "baraza-faults-"));
    const seed = Math.floor(Math.random() * 1e9);
    const { faults, findings, ...figures } = await run({ seconds: 20, seed, folder });
    console.log(JSON.stringify({ seed, ...figures, faults }));
    expect(findings, `seed ${seed}, histories in ${folder}`).toEqual([]);
    expect(figures).toMatchObject({ lost: 0, doubled: 0, outOfOrder: 0, phantom: 0, died: 0 });
    expect(figures.acknowledged).toBeGreaterThan(50);
    // Each kind of fault came at least once.
    expect(Object.keys(faults).length).toBe(5);
    rmSync(folder, { recursive: true });
  },
  180_000,
);
