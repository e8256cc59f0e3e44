import { useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { CountrySelect } from "../../people/components/CountrySelect.tsx";
import { countryName } from "../../groups/components/words.ts";

interface Props {
  label: string;
  error?: string | undefined;
  value: readonly string[];
  onChange: (countries: string[]) => void;
}

/** Countries, chosen one by one; each can be taken back. */
export function CountryPicker({ label, error, value, onChange }: Props) {
  const { t } = useLingui();
  return (
    <div className="grid gap-2">
      <CountrySelect
        label={label}
        none={t`Add a country`}
        error={error}
        value=""
        onChange={(code) => code && onChange([...new Set([...value, code])])}
      />
      {value.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label={label}>
          {value.map((code) => (
            <li
              key={code}
              className="flex items-center rounded-full border border-line bg-paper ps-4 text-sm"
            >
              {countryName(code)}
              <button
                type="button"
                aria-label={t`Remove ${countryName(code)}`}
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
