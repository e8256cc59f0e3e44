import { describe, expect, it } from "vitest";
import { instantOf, soonAfter } from "./clock.ts";

const read = (at: string, timeZone: string, now: string) =>
  instantOf(at, { timeZone, now: new Date(now) }).toISOString();

describe("the demo world's clock", () => {
  it("counts days back from the day that it is in the zone", () => {
    expect(read("-1d 08:10", "Etc/UTC", "2026-03-10T00:30:00Z")).toBe("2026-03-09T08:10:00.000Z");
    expect(read("-1d 08:10", "Africa/Lusaka", "2026-03-10T21:59:00Z")).toBe(
      "2026-03-09T06:10:00.000Z",
    );
    expect(read("-1d 08:10", "Africa/Lusaka", "2026-03-10T22:00:00Z")).toBe(
      "2026-03-10T06:10:00.000Z",
    );
    expect(read("-12d 23:59", "Asia/Kathmandu", "2026-03-10T12:00:00Z")).toBe(
      "2026-02-26T18:14:00.000Z",
    );
  });

  it("knows summer and winter, and the nights between them", () => {
    expect(read("-30d 09:00", "Europe/London", "2026-04-20T12:00:00Z")).toBe(
      "2026-03-21T09:00:00.000Z",
    );
    expect(read("-1d 09:00", "Europe/London", "2026-04-20T12:00:00Z")).toBe(
      "2026-04-19T08:00:00.000Z",
    );
    // On 29 March 2026 at one in the morning clocks go to two: there is no half past one.
    expect(read("-1d 00:30", "Europe/London", "2026-03-30T12:00:00Z")).toBe(
      "2026-03-29T00:30:00.000Z",
    );
    expect(read("-1d 02:30", "Europe/London", "2026-03-30T12:00:00Z")).toBe(
      "2026-03-29T01:30:00.000Z",
    );
  });

  it("has no future", () => {
    const now = new Date("2026-03-10T00:30:00Z");
    const at = new Date("2026-03-10T00:20:00Z");
    expect(soonAfter(at, { minutes: 3, now }).toISOString()).toBe("2026-03-10T00:23:00.000Z");
    expect(soonAfter(at, { minutes: 30, now })).toEqual(now);
  });
});
