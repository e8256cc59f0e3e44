import { describe, expect, it } from "vitest";
import { readList } from "./read-list.ts";
import { toCsv } from "./to-csv.ts";
import { toParts } from "./to-parts.ts";

describe("a list in parts", () => {
  it.each([
    ["nothing", ""],
    ["little", "ada@people.example"],
    ["much", "ada@people.example\n".repeat(2_000)],
    ["characters of two halves", "👩".repeat(10_000)],
    ["halves off the beat", `x${"👩".repeat(10_000)}`],
  ])("is the list again when it is put together: %s", (_what, text) => {
    const parts = toParts(text);
    expect(parts.join("")).toBe(text);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(10_000);
      expect(part).not.toMatch(/[\ud800-\udbff]$/);
    }
  });
});

describe("a file", () => {
  it.each([
    ["UTF-8", new TextEncoder().encode("José")],
    ["UTF-16 with a mark", Uint8Array.of(0xff, 0xfe, 0x4a, 0, 0x6f, 0, 0x73, 0, 0xe9, 0)],
    ["UTF-16 the other way round", Uint8Array.of(0xfe, 0xff, 0, 0x4a, 0, 0x6f, 0, 0x73, 0, 0xe9)],
    ["a spreadsheet's own alphabet", Uint8Array.of(0x4a, 0x6f, 0x73, 0xe9)],
  ])("is read in %s", async (_what, bytes) => {
    expect(await readList(new Blob([bytes]))).toBe("José");
  });
});

describe("a table that is taken away", () => {
  it("holds no formula", () => {
    expect(toCsv([["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "\tx"]])).toBe(
      `"'=cmd|' /C calc'!A0","'+1","'-1","'@SUM(1)","'\tx"`,
    );
  });

  it("holds none for a spreadsheet that parts cells by semicolons either", () => {
    expect(toCsv([["ada;=1+1", "a, -2", "b\n@x", "＝1", " =1"]])).toBe(
      `"ada;'=1+1","a,' -2","b\n'@x","'＝1","' =1"`,
    );
  });

  it("keeps what stands in a cell together", () => {
    expect(toCsv([["a,b", 'say "yes"', "plain"], ["two\nlines"]])).toBe(
      '"a,b","say ""yes""",plain\r\n"two\nlines"',
    );
  });
});
