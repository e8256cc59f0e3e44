import { expect, test } from "vitest";
import { findTool } from "../../server/src/testing/tool.ts";
import { run } from "./run.ts";

const redis = findTool("redis-server", "redis-server");
if (!redis) console.warn("SKIPPED: the client under faults. Install redis-server.");

test.skipIf(!redis)(
  "the client's own sync code loses, doubles and misplaces nothing, and sends once what is written",
  async () => {
    const seed = Math.floor(Math.random() * 1e9);
    const { faults, findings, planted, ...figures } = await run({
      seconds: 10,
      seed,
      devices: 3,
      longMs: 0,
    });
    console.log(JSON.stringify({ seed, ...figures, planted, faults }));
    expect(findings, `seed ${seed}`).toEqual([]);
    expect(figures).toMatchObject({ lost: 0, doubled: 0, outOfOrder: 0, differs: 0, holes: 0 });
    expect(figures.sent).toBeGreaterThan(10);
    expect(figures.acts).toBeGreaterThan(5);
    // Each kind of fault came at least once.
    expect(Object.keys(faults).length).toBe(11);
    expect(planted).toEqual({ holes: 1, told: 1, differences: [] });
  },
  240_000,
);
