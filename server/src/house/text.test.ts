import "reflect-metadata";
import { describe, expect, it } from "vitest";
import { Refused } from "./refusal.ts";
import { cleanLine, cleanOptional, cleanOptionalLine, cleanText } from "./text.ts";

const limits = { field: "body", max: 10 };

describe("text as it is kept", () => {
  it.each([
    ["what people write, as they wrote it", "Ábc ውይይት", "Ábc ውይይት"],
    ["emoji sequences", "👩🏿‍⚕️🇿🇲", "👩🏿‍⚕️🇿🇲"],
    ["joiners within words", "می‌خواهم", "می‌خواهم"],
    ["marks of direction", "a\u200fb", "a\u200fb"],
    ["tabs and new lines", "a\tb\nc", "a\tb\nc"],
    ["line ends of Windows", "a\r\nb\rc", "a\nbc"],
    ["one way of writing an accent", "e\u0301", "é"],
    ["no controls", "a\u0000b\u0007c\u001b\u0085", "abc"],
    ["no overrides and isolates", "\u202ea\u202c\u2066b\u2069", "ab"],
    ["no halves of characters", "a\ud83db\udc4d", "ab"],
    ["no code points that are no characters", "a\uffff\ufeffb", "ab"],
    ["no blanks around it", " \n a \t", "a"],
    ["as many characters as may be, not code units", "👍".repeat(10), "👍".repeat(10)],
  ])("keeps %s", (_name, given, kept) => {
    expect(cleanText(given, limits)).toBe(kept);
    expect(cleanText(kept, limits), "again").toBe(kept);
  });

  it.each([
    "",
    " \t\n",
    "\u0000\u0007",
    "\u200b\u200d\u2060",
    "\u202e\u202c",
    "\ud83d",
    "\u00ad",
    "\u2800\u3164",
  ])("takes %j as empty", (given) => {
    for (const clean of [cleanText, cleanLine])
      expect(() => clean(given, limits)).toThrow(
        expect.objectContaining({
          refusal: expect.objectContaining({ code: "INVALID_INPUT", field: ["body"] }),
        }),
      );
    expect(cleanOptional(given, limits)).toBeNull();
    expect(cleanOptionalLine(given, limits)).toBeNull();
  });

  it("refuses what is too long, and says by how much", () => {
    expect(() => cleanText("👍".repeat(11), limits)).toThrow(/11 of at most 10/);
    expect(() => cleanOptional("x".repeat(100_000), limits)).toThrow(Refused);
  });

  it("is one line where one line is meant", () => {
    const given = " a \n\n b\u2028c\u2029\td ";
    expect(cleanLine(given, limits)).toBe("a b c d");
    expect(cleanOptionalLine(given, limits)).toBe("a b c d");
    expect(cleanOptionalLine(null, limits)).toBeNull();
    expect(cleanOptional(undefined, limits)).toBeNull();
  });
});
