import type { ClinicalField, PeopleFilter } from "../../../generated/graphql.ts";
import { fields } from "../../groups/components/context-words.ts";
import { countries } from "../../people/components/countries.ts";

/** The filters as they stand in the address, under these names. */
export const filterNames = [
  "query",
  "field",
  "country",
  "otherThanCountry",
  "language",
  "interest",
  "profession",
] as const;
export type FilterName = (typeof filterNames)[number];

/** What an address asks for. What could not be asked of the server is left out: an address may be old, or mistyped. */
export function filterIn(params: URLSearchParams): PeopleFilter {
  const said = (name: FilterName) => params.get(name)?.trim().slice(0, 200) || null;
  const country = (code: string | null) => (code && countries.includes(code) ? code : null);
  const field = said("field");
  const language = said("language");
  return {
    query: words(said("query")),
    field: fields.includes(field as ClinicalField) ? (field as ClinicalField) : null,
    country: country(said("country")),
    otherThanCountry: country(said("otherThanCountry")),
    language: language && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) ? language : null,
    interest: words(said("interest")),
    profession: words(said("profession")),
  };
}

/** No more words than the server looks for. */
function words(text: string | null): string | null {
  return text && text.split(/\s+/).slice(0, 6).join(" ");
}

/** The address's search with one filter changed. */
export function withFilter(params: URLSearchParams, name: FilterName, value: string) {
  const next = new URLSearchParams(params);
  if (value) next.set(name, value);
  else next.delete(name);
  return next;
}
