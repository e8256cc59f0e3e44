import { expect, test } from "vitest";
import { Aside } from "./aside.ts";

test("what programs print beside another comes in one piece, then at once; their codes come back", async () => {
  let printed = "";
  const aside = new Aside({ write: (piece) => (printed += piece.toString()) });
  await expect(aside.run("sh", ["-c", "echo one; echo two >&2; exit 3"])).resolves.toBe(3);
  await expect(aside.run("sh", ["-c", "echo three; kill -9 $$"])).resolves.toBe(137);
  expect(printed).toBe("");
  aside.show();
  expect(printed.split("\n").toSorted()).toEqual(["", "one", "three", "two"]);
  await aside.run("sh", ["-c", "echo four"]);
  expect(printed).toMatch(/three\nfour\n$/);
  await expect(aside.run("no-such-program", [])).rejects.toThrow(/ENOENT/);
});
