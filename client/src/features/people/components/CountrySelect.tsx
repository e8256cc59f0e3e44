import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { Select } from "../../../ui/Select.tsx";
import { countries } from "./countries.ts";

interface Props {
  label: ReactNode;
  hint?: ReactNode;
  /** What stands for no country. */
  none: string;
  error?: ReactNode;
  value: string;
  onChange: (code: string) => void;
}

/** Every country, by its name in the reader's language. */
export function CountrySelect({ label, hint, none, error, value, onChange }: Props) {
  const { i18n } = useLingui();
  const names = new Intl.DisplayNames(i18n.locale, { type: "region" });
  // One that has left the list is still the person's, until they choose another.
  const codes = countries.includes(value) || !value ? countries : [...countries, value];
  const named = codes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((a, b) => a.name.localeCompare(b.name, i18n.locale));
  return (
    <Select
      label={label}
      hint={hint}
      error={error}
      autoComplete="country"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{none}</option>
      {named.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  );
}
