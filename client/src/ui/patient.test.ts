import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { patient } from "./patient.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a part that did not come is asked for again, later each time, until it comes", async () => {
  let asked = 0;
  const load = patient(() => {
    asked += 1;
    return asked < 4 ? Promise.reject(new Error("no link")) : Promise.resolve("here");
  });
  const part = load();
  await vi.advanceTimersByTimeAsync(999);
  expect(asked).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toBe(2);
  await vi.advanceTimersByTimeAsync(2000);
  expect(asked).toBe(3);
  await vi.advanceTimersByTimeAsync(4000);
  expect(await part).toBe("here");
});

test("the device coming back online ends the pause", async () => {
  let online = false;
  const load = patient(() => (online ? Promise.resolve("here") : Promise.reject(new Error("no"))));
  const part = load();
  await vi.advanceTimersByTimeAsync(10);
  online = true;
  dispatchEvent(new Event("online"));
  expect(await part).toBe("here");
});
