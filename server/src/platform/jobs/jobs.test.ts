import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { cloneDatabase } from "../../testing/database.ts";
import { createLog } from "../log/log.ts";
import { createMetrics } from "../telemetry/metrics.ts";
import { Jobs, type Job } from "./jobs.ts";

let url: string;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ url, drop } = await cloneDatabase(inject("postgresUrl")));
});
afterAll(() => drop());

const log = createLog({ level: "silent" });
const open = async (jobs: Job<string[], { n?: number }>[], tools: string[]) => {
  const metrics = createMetrics();
  const node = new Jobs({ url, jobs, tools, metrics, log });
  await node.start();
  return { node, metrics };
};

describe("queued jobs", () => {
  it("are each done once by one of two nodes, also after a failure, and counted when they fail for good", async () => {
    const done: string[] = [];
    const failed = new Set<number>();
    const job: Job<string[], { n?: number }> = {
      name: "test-once",
      async work(tools, { n = 0 }) {
        if (n === 3 && !failed.has(n)) {
          failed.add(n);
          throw new Error("the first try fails");
        }
        tools.push(`${n}`);
      },
    };
    const hopeless: Job<string[], { n?: number }> = {
      name: "test-hopeless",
      retries: 0,
      work: () => Promise.reject(new Error("it always fails")),
    };
    const [one, two] = [await open([job, hopeless], done), await open([job, hopeless], done)];
    for (let n = 0; n < 10; n += 1) await one.node.send("test-once", { n });
    for (let click = 0; click < 2; click += 1)
      await two.node.send(
        "test-once",
        { n: 99 },
        { key: "later", after: new Date(Date.now() + 60_000) },
      );
    await one.node.send("test-hopeless", {});
    await expect
      .poll(() => done.toSorted(), { timeout: 30_000 })
      .toEqual(Array.from({ length: 10 }, (_, n) => `${n}`));
    await expect
      .poll(
        async () => {
          await one.node.measure();
          return (await one.metrics.print()).text;
        },
        { timeout: 10_000 },
      )
      .toContain('baraza_jobs{queue="test-hopeless",state="failed"} 1');
    await Promise.all([one.node.stop(), two.node.stop()]);
  }, 60_000);

  it("end what is at work before a node stops", async () => {
    const done: string[] = [];
    let begun = () => {};
    const atWork = new Promise<void>((resolve) => (begun = resolve));
    const slow: Job<string[], { n?: number }> = {
      name: "test-slow",
      async work(tools) {
        begun();
        await new Promise((resolve) => setTimeout(resolve, 500));
        tools.push("done");
      },
    };
    const { node } = await open([slow], done);
    await node.send("test-slow", {});
    await atWork;
    await node.stop();
    expect(done).toEqual(["done"]);
  }, 30_000);
});
