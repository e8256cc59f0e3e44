import { parse, print, stripIgnoredCharacters, type DocumentNode } from "graphql";
import { expect, it } from "vitest";
import * as generated from "../../generated/graphql.ts";
import { readDocument } from "./read-document.ts";

const documents = Object.entries(generated as unknown as Record<string, DocumentNode>).filter(
  ([, value]) => value?.kind === "Document",
);

it.each(documents)("reads %s as graphql's parser does", (_, document) => {
  const source = stripIgnoredCharacters(print(document));
  expect(readDocument(source)).toEqual(parse(source, { noLocation: true }));
});

it("reads every kind of value, type and selection", () => {
  const source =
    'query Q($a:[ID!]!=["x\\"y"],$b:Int=-1)@d(x:1.5e3){a:b(c:{d:null,e:[true,RED,$a]})@skip(if:false){...F@include(if:$b)...@d{x}...on T{y}}}fragment F on T{z}';
  expect(readDocument(source)).toEqual(parse(source, { noLocation: true }));
});
