import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Sweeper } from "./sweeper.ts";
import { quiet } from "./testing/ground.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const sweeper = (work: () => Promise<void>, intervalMs = () => 1_000) =>
  new Sweeper({ name: "test", intervalMs, work, log: quiet });

test("runs again and again, within a quarter of its interval", async () => {
  const runs: number[] = [];
  const each = sweeper(async () => void runs.push(Date.now()));
  each.start();
  await vi.advanceTimersByTimeAsync(60_000);
  const gaps = runs.slice(1).map((at, i) => at - runs[i]);
  expect(runs.length).toBeGreaterThan(40);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(750);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(1_251);
  expect(new Set(gaps).size).toBeGreaterThan(5);
  await each.stop();
});

test("goes on after a failure, and tells how long it has been failing", async () => {
  let broken = true;
  const each = sweeper(async () => {
    if (broken) throw new Error("away");
  });
  each.start();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(each.sinceSuccess).toBe(10_000);
  broken = false;
  await vi.advanceTimersByTimeAsync(1_300);
  expect(each.sinceSuccess).toBeLessThan(1_300);
  await each.stop();
});

test("never runs twice at once; wishes that come meanwhile are one more run", async () => {
  let running = 0;
  let runs = 0;
  const each = sweeper(async () => {
    running += 1;
    expect(running).toBe(1);
    await vi.advanceTimersByTimeAsync(10);
    running -= 1;
    runs += 1;
  });
  await Promise.all([each.now(), each.now(), each.now(), each.now()]);
  expect(runs).toBe(2);
  await each.stop();
});

test("stops for good: a wish that comes later does nothing", async () => {
  let runs = 0;
  const each = sweeper(async () => void (runs += 1));
  each.start();
  await each.stop();
  await each.now();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(runs).toBe(0);
});

test("asks for its interval each time", async () => {
  let interval = 10_000;
  let runs = 0;
  const each = sweeper(
    async () => void (runs += 1),
    () => interval,
  );
  each.start();
  await vi.advanceTimersByTimeAsync(13_000);
  expect(runs).toBe(1);
  interval = 100;
  await each.now();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(runs).toBeGreaterThanOrEqual(8);
  await each.stop();
});
