import { useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { Select } from "../../../ui/Select.tsx";

// Those of the countries where health workers meet here first, and the widest spoken elsewhere.
const offered =
  "en fr pt ar es sw am om ti so ne mai bho new bem ny toi loz lun kqn ha yo ig zu xh st tn af rw lg ln wo ff mg hi ur bn pa ta te ml gu mr si my th vi id ms tl zh ja ko fa ps tr ru uk pl ro de it nl el cy ga gd".split(
    " ",
  );

interface Props {
  value: readonly string[];
  onChange: (languages: string[]) => void;
}

/** The languages that a person reads and writes: chosen one by one, each can be taken back. */
export function LanguagePicker({ value, onChange }: Props) {
  const { t, i18n } = useLingui();
  const names = new Intl.DisplayNames(i18n.locale, { type: "language" });
  const name = (code: string) => names.of(code) ?? code;
  const left = offered
    .filter((code) => !value.includes(code))
    .toSorted((a, b) => name(a).localeCompare(name(b), i18n.locale));
  return (
    <div className="grid gap-2">
      <Select
        label={t`Languages`}
        hint={t`Those that you read and write.`}
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
        <ul className="flex flex-wrap gap-2">
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
