import { expect, test } from "vitest";
import { readCursor, writeCursor } from "./cursor.ts";

const position = { epoch: "5f0c", channelId: "0b1d4a52-6c2b-4f0e-8f55-0d5c3ab6a1f0", seq: 41 };
const encode = (text: string) => Buffer.from(text).toString("base64url");

test("what is written is read", () => {
  for (const seq of [0, 1, 9_999_999_999])
    expect(readCursor(writeCursor({ ...position, seq }))).toEqual({ ...position, seq });
});

test.each([
  "",
  "nonsense",
  "💥",
  "\0",
  "a".repeat(100_000),
  encode("1"),
  encode("1.e.c"),
  encode("1.e.c."),
  encode("1.e.c.01"),
  encode("1.e.c.-1"),
  encode("1.e.c.1.5"),
  encode("1.e.c.1e3"),
  encode("1.e.c.NaN"),
  encode("1.e.c.99999999999"),
  encode("1.e.c. 1"),
  encode("1.e.c.1\n"),
  encode("1..c.1"),
  encode("1.e..1"),
  encode("0.e.c.1"),
  encode("2.e.c.1"),
])("is no cursor: %j", (text) => {
  expect(readCursor(text)).toBeNull();
});
