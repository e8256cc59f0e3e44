import "reflect-metadata";
import { describe, expect, it } from "vitest";
import { questionOf, sortKeyOf, termsOf, wordsOf } from "./terms.ts";

describe("words", () => {
  it.each([
    ["Ng'andu", ["ngandu"]],
    ["O’Brien-Łukasz", ["obrien", "lukasz"]],
    ["José ÁLVAREZ", ["jose", "alvarez"]],
    ["Søren Weiß", ["soren", "weiss"]],
    ["ሙሉጌታ ታደሰ", ["ሙሉጌታ", "ታደሰ"]],
    ["मीना थापा", ["मीना", "थापा"]],
    ["مُحَمَّد", ["محمد"]],
    ["  \u202e*** ", []],
    ["", []],
  ])("of %s are as they are compared", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it("have an end, as their number has", () => {
    expect(wordsOf("x".repeat(10_000))[0]).toHaveLength(40);
    const person = {
      name: "Ada",
      pronunciation: null,
      profession: null,
      field: null,
      country: null,
      languages: [],
      interests: [],
      posts: [],
    };
    const canHelpWith = Array.from({ length: 900 }, (_, at) => `w${at}`).join(" ");
    expect(termsOf("n", { ...person, canHelpWith }).length).toBeLessThan(420);
  });
});

describe("a question", () => {
  it("is none where nothing is asked for", () => {
    expect(questionOf("n", {})).toBeNull();
    expect(questionOf("n", { query: " *** " })).toBeNull();
  });

  it("asks for the network, for codes as they are and for words by how they begin", () => {
    expect(questionOf("n1", { field: "MIDWIFERY", country: "ZM", query: "Mwí" })).toBe(
      "'n:n1' & 'f:MIDWIFERY' & 'c:ZM' & 'w:mwi':*",
    );
    expect(questionOf("n1", { otherThanCountry: "ZM" })).toBe("'n:n1' & 'c:':* & !'c:ZM'");
  });

  it("cannot be broken out of", () => {
    expect(questionOf("n", { language: "en' | 'n:other" })).toBe("'n:n' & 'l:en'' | ''n:other'");
    expect(questionOf("n", { query: "' | 'n:other \\" })).toBe("'n:n' & 'w:n':* & 'w:other':*");
  });
});

it("orders names without accents and capitals, and those without letters by what they are", () => {
  const names = ["Zoë", "émile", "Abebe", "***", "Øystein"];
  const inOrder = names.toSorted((one, other) => (sortKeyOf(one) < sortKeyOf(other) ? -1 : 1));
  expect(inOrder).toEqual(["***", "Abebe", "émile", "Øystein", "Zoë"]);
});
