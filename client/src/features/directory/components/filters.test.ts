import { expect, it } from "vitest";
import { filterIn, withFilter } from "./filters.ts";

const nothing = {
  query: null,
  field: null,
  country: null,
  otherThanCountry: null,
  language: null,
  interest: null,
  profession: null,
};
const read = (search: string) => filterIn(new URLSearchParams(search));

it("reads what an address asks for", () => {
  expect(read("query=mwila%20banda&field=MIDWIFERY&country=ZM&language=en")).toEqual({
    ...nothing,
    query: "mwila banda",
    field: "MIDWIFERY",
    country: "ZM",
    language: "en",
  });
});

it.each([
  "",
  "field=NOTHING",
  "country=zm",
  "language=%3Cscript%3E",
  "otherThanCountry=QQ",
  "query=%20",
])("leaves out of %s what no server could be asked", (search) => {
  expect(read(search)).toEqual(nothing);
});

it("asks for no more words than are looked for", () => {
  expect(read(`query=${"word+".repeat(50)}`).query).toBe(Array(6).fill("word").join(" "));
});

it("changes one filter and keeps the others", () => {
  const params = new URLSearchParams("field=OTHER&country=ZM");
  expect(withFilter(params, "country", "NP").toString()).toBe("field=OTHER&country=NP");
  expect(withFilter(params, "country", "").toString()).toBe("field=OTHER");
});
