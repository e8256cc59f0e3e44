import { useLingui } from "@lingui/react/macro";
import { useSearchParams } from "../../../platform/router/router.tsx";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { Select } from "../../../ui/Select.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { CountrySelect } from "../../people/components/CountrySelect.tsx";
import { organisationKinds, organisationKindWord } from "./words.ts";

/** What a register is narrowed to, in the address: a link to it shows the same. */
export function OrganisationFilters() {
  const { t } = useLingui();
  const [search, setSearch] = useSearchParams();
  function narrow(name: "q" | "kind" | "country" | "past", value: string) {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  }
  return (
    <search className="grid gap-3 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <TextField
          label={t`Name or area`}
          type="search"
          maxLength={200}
          value={search.get("q") ?? ""}
          onChange={(event) => narrow("q", event.target.value)}
        />
      </div>
      <Select
        label={t`What it is`}
        value={search.get("kind") ?? ""}
        onChange={(event) => narrow("kind", event.target.value)}
      >
        <option value="">{t`Any kind`}</option>
        {organisationKinds.map((one) => (
          <option key={one} value={one}>
            {organisationKindWord(one)}
          </option>
        ))}
      </Select>
      <CountrySelect
        label={t`Country`}
        none={t`Any country`}
        value={search.get("country") ?? ""}
        onChange={(country) => narrow("country", country)}
      />
      <Checkbox
        label={t`Also those that are no more`}
        checked={search.has("past")}
        onChange={(event) => narrow("past", event.target.checked ? "yes" : "")}
      />
    </search>
  );
}
