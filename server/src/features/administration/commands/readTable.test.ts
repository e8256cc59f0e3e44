import "reflect-metadata";
import { describe, expect, it } from "vitest";
import { looksAlike } from "../lookalike.ts";
import { readTable } from "./readTable.ts";

const ada = { email: "ada@people.example", name: "Ada", group: "Kitwe", role: "" };

describe("a list", () => {
  it.each([
    ["a spreadsheet's first line that names its mark", "sep=;\r\nemail;name;group\r\n"],
    ["such a line behind a byte-order mark", "\ufeffsep=\t\nemail\tname\tgroup\n"],
    ["headings alone", "E-Mail;Name;Cohort\n"],
  ])("is read with %s", (_what, head) => {
    const mark = /[;\t]/.exec(head)?.[0] ?? "";
    const line = ["ada@people.example", "Ada", "Kitwe"].join(mark);
    expect(readTable(`${head}${line}\n`)).toEqual([ada]);
  });

  it.each([
    ["the first line is an address alone", "bo@people.example\nada@people.example;Ada;Kitwe", 1],
    [
      "marks came along that nobody sees",
      "\u200bada@people\u2060.example,\u202aAda\u202c,Kitwe",
      0,
    ],
    [
      "columns are more than are known",
      "x,email,name,y,group\n1,ada@people.example,Ada,2,Kitwe",
      0,
    ],
    ["a quote stands in a name", 'ada@people.example,Ada,Kitwe\nbo@people.example,Bo "the" B', 0],
  ])("is read where %s", (_what, text, at) => {
    expect(readTable(text)[at]).toEqual(ada);
  });

  it("keeps a formula as the text that it is, and joiners in names", () => {
    const [person] = readTable('ada@people.example,"=HYPERLINK(""x"")",+1\nbo@b.example');
    expect(person).toMatchObject({ name: '=HYPERLINK("x")', group: "+1" });
    expect(readTable("ada@people.example,नेपाल\u200d")[0]?.name).toBe("नेपाल\u200d");
  });

  it.each([
    ["100,000 lines", "ada@people.example\n".repeat(100_000), "LIMIT_REACHED"],
    ["one line of 100,000 addresses", "ada@a.example;".repeat(100_000), "INVALID_INPUT"],
    ["headings and nobody", "email;name\n;\n", "INVALID_INPUT"],
  ])("of %s is refused", (_what, text, code) => {
    expect(() => readTable(text)).toThrow(
      expect.objectContaining({ refusal: expect.objectContaining({ code, field: ["text"] }) }),
    );
  });
});

describe("an address that looks like another one", () => {
  it.each([
    "p\u0430ypal@people.example",
    "\u0430\u0435\u043e7@people.example",
    "ada@ex\u03b1mple.org",
    "ada@xn--80ak6aa92e.example",
    "\uff41da@people.example",
    "a\u0570a@people.example",
  ])("is %s", (address) => expect(looksAlike(address)).toBe(true));

  it.each([
    "ada.lovelace+shift_2@people.example",
    "josé@people.example",
    "мария@пример.example",
    "मीना@people.example",
    "张wei@people.example",
    "a.ο-neill7@people.example",
  ])("is not %s", (address) => expect(looksAlike(address)).toBe(false));
});
