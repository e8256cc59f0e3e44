import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSearchParams } from "../../../platform/router/router.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Select } from "../../../ui/Select.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { fields, fieldWord } from "../../groups/components/context-words.ts";
import { countryName } from "../../groups/components/words.ts";
import { CountrySelect } from "../../people/components/CountrySelect.tsx";
import { languageName, languages } from "../../people/components/languages.ts";
import { filterIn, withFilter, type FilterName } from "./filters.ts";

/** Whom to find. What is chosen stands in the address, so that it can be kept and sent. */
export function Filters() {
  const { t, i18n } = useLingui();
  const [params, setParams] = useSearchParams();
  const filter = filterIn(params);
  const texts = {
    query: filter.query ?? "",
    interest: filter.interest ?? "",
    profession: filter.profession ?? "",
  };
  const [typed, setTyped] = useState(texts);
  const set = (name: FilterName, value: string) =>
    setParams(withFilter(params, name, value), { replace: true });
  const spoken = languages
    .map((code) => ({ code, name: languageName(code, i18n.locale) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, i18n.locale));
  function search() {
    let next = params;
    for (const name of ["query", "interest", "profession"] as const)
      next = withFilter(next, name, typed[name].trim());
    setParams(next, { replace: true });
  }
  const isAsked = Object.values(filter).some(Boolean);
  return (
    <form
      role="search"
      aria-label={t`Find people`}
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
    >
      <TextField
        label={t`Name, words of their work, what they can help with`}
        type="search"
        maxLength={200}
        value={typed.query}
        onChange={(event) => setTyped({ ...typed, query: event.target.value })}
      />
      <div className="grid gap-3 sm:grid-cols-3">
        <Select
          label={t`Field`}
          value={filter.field ?? ""}
          onChange={(event) => set("field", event.target.value)}
        >
          <option value="">{t`Any`}</option>
          {fields.map((field) => (
            <option key={field} value={field}>
              {fieldWord(field)}
            </option>
          ))}
        </Select>
        <CountrySelect
          label={t`Country`}
          none={
            filter.otherThanCountry ? t`Any but ${countryName(filter.otherThanCountry)}` : t`Any`
          }
          value={filter.country ?? ""}
          onChange={(country) => set("country", country)}
        />
        <Select
          label={t`Language`}
          value={filter.language ?? ""}
          onChange={(event) => set("language", event.target.value)}
        >
          <option value="">{t`Any`}</option>
          {spoken.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      <details open={Boolean(filter.profession ?? filter.interest)}>
        <summary className="flex min-h-11 w-fit cursor-pointer items-center text-sm font-semibold text-brand">
          <Trans>Profession and interest</Trans>
        </summary>
        <div className="grid gap-3 pt-1 sm:grid-cols-2">
          <TextField
            label={t`Profession`}
            maxLength={200}
            value={typed.profession}
            onChange={(event) => setTyped({ ...typed, profession: event.target.value })}
          />
          <TextField
            label={t`Interest`}
            maxLength={200}
            value={typed.interest}
            onChange={(event) => setTyped({ ...typed, interest: event.target.value })}
          />
        </div>
      </details>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary">
          <Trans>Search</Trans>
        </Button>
        {isAsked && (
          <Button
            onClick={() => {
              setTyped({ query: "", interest: "", profession: "" });
              setParams(new URLSearchParams(), { replace: true });
            }}
          >
            <Trans>Show everybody</Trans>
          </Button>
        )}
      </div>
    </form>
  );
}
