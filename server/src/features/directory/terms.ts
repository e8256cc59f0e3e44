import { folded } from "../../house/text.ts";
import type { Findable } from "../people/public.ts";

export interface Wanted {
  query?: string | null;
  field?: string | null;
  country?: string | null;
  /** Not this one. */
  otherThanCountry?: string | null;
  language?: string | null;
  interest?: string | null;
  profession?: string | null;
}

/** Kinds of terms: a country ZM and a word zm are two things. */
const terms = {
  network: (id: string) => `n:${id}`,
  field: (code: string) => `f:${code}`,
  country: (code: string) => `c:${code}`,
  language: (tag: string) => `l:${tag.toLowerCase()}`,
  interest: (word: string) => `i:${word}`,
  profession: (word: string) => `p:${word}`,
  word: (word: string) => `w:${word}`,
};

// Letters that no decomposition takes apart, and marks of Arabic that most people leave out.
const alike = new Map(
  Object.entries({
    ø: "o",
    ł: "l",
    đ: "d",
    ð: "d",
    ħ: "h",
    ı: "i",
    ß: "ss",
    æ: "ae",
    œ: "oe",
    þ: "th",
  }),
);
const LEFT_OUT = /[\u0640\u064b-\u065f\u0670'‘’ʼʻ`´]/gu;
const LONGEST = 40;
const MOST_WORDS = 400;

/** The words of a text as they are compared. */
export function wordsOf(text: string | null | undefined): string[] {
  const plain = folded(text ?? "")
    .replaceAll(LEFT_OUT, "")
    .replaceAll(/[øłđðħıßæœþ]/g, (letter) => alike.get(letter) ?? letter);
  return (plain.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((word) =>
    Array.from(word).slice(0, LONGEST).join(""),
  );
}

/** What a name is ordered by. */
export const sortKeyOf = (name: string): string => wordsOf(name).join(" ") || folded(name);

/** Everything by which a person is found in a network. */
export function termsOf(networkId: string, person: Findable): string[] {
  const { name, pronunciation, profession, interests, canHelpWith, posts } = person;
  const words = [name, pronunciation, profession, canHelpWith, ...interests, ...posts].flatMap(
    wordsOf,
  );
  return [
    ...new Set([
      terms.network(networkId),
      ...(person.field ? [terms.field(person.field)] : []),
      ...(person.country ? [terms.country(person.country)] : []),
      ...person.languages.flatMap((tag) => [tag, tag.replace(/-.*/, "")]).map(terms.language),
      ...interests.flatMap(wordsOf).map(terms.interest),
      ...wordsOf(profession).map(terms.profession),
      ...words.slice(0, MOST_WORDS).map(terms.word),
    ]),
  ];
}

/** The same as the text of a tsvector. */
export const termsText = (networkId: string, person: Findable): string =>
  termsOf(networkId, person).map(exactly).join(" ");

/** A search as a tsquery; null when it asks for nothing. */
export function questionOf(networkId: string, wanted: Wanted): string | null {
  const { field, country, otherThanCountry, language } = wanted;
  const asked = [
    ...(field ? [exactly(terms.field(field))] : []),
    ...(country ? [exactly(terms.country(country))] : []),
    // Who tells no country is in none.
    ...(otherThanCountry
      ? [`${beginning("c:")} & !${exactly(terms.country(otherThanCountry))}`]
      : []),
    ...(language ? [exactly(terms.language(language))] : []),
    ...wordsOf(wanted.interest).map((word) => beginning(terms.interest(word))),
    ...wordsOf(wanted.profession).map((word) => beginning(terms.profession(word))),
    ...wordsOf(wanted.query).map((word) => beginning(terms.word(word))),
  ];
  if (asked.length === 0) return null;
  return [exactly(terms.network(networkId)), ...asked].join(" & ");
}

const exactly = (term: string) => `'${term.replaceAll(/['\\]/g, (sign) => sign + sign)}'`;
const beginning = (term: string) => `${exactly(term)}:*`;
