import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Select } from "../../../ui/Select.tsx";
import { languageName, languages } from "../../people/components/languages.ts";

interface Props {
  error?: ReactNode;
  value: string;
  onChange: (language: string) => void;
}

/** The language that a group talks in. */
export function LanguageSelect({ error, value, onChange }: Props) {
  const { t, i18n } = useLingui();
  const named = languages
    .map((code) => ({ code, name: languageName(code, i18n.locale) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, i18n.locale));
  return (
    <Select
      label={t`Language`}
      error={error}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t`More than one`}</option>
      {named.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  );
}
