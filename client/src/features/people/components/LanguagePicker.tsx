import { useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { Select } from "../../../ui/Select.tsx";
import { languageName, languages } from "./languages.ts";

interface Props {
  label: string;
  error?: string | undefined;
  value: readonly string[];
  onChange: (languages: string[]) => void;
}

/** Languages, chosen one by one; each can be taken back. */
export function LanguagePicker({ label, error, value, onChange }: Props) {
  const { t, i18n } = useLingui();
  const name = (code: string) => languageName(code, i18n.locale);
  const left = languages
    .filter((code) => !value.includes(code))
    .toSorted((a, b) => name(a).localeCompare(name(b), i18n.locale));
  return (
    <div className="grid gap-2">
      <Select
        label={label}
        error={error}
        value=""
        onChange={(event) => event.target.value && onChange([...value, event.target.value])}
      >
        <option value="">{t`Add a language`}</option>
        {left.map((code) => (
          <option key={code} value={code}>
            {name(code)}
          </option>
        ))}
      </Select>
      {value.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label={label}>
          {value.map((code) => (
            <li
              key={code}
              className="flex items-center rounded-full border border-line bg-paper ps-4 text-sm"
            >
              {name(code)}
              <button
                type="button"
                aria-label={t`Remove ${name(code)}`}
                className="grid size-11 place-items-center rounded-full text-ink-2 hover:text-ink"
                onClick={() => onChange(value.filter((one) => one !== code))}
              >
                <X aria-hidden="true" className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
