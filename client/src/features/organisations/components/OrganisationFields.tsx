import { useLingui } from "@lingui/react/macro";
import type { OrganisationKind } from "../../../generated/graphql.ts";
import { Select } from "../../../ui/Select.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { CountrySelect } from "../../people/components/CountrySelect.tsx";
import { organisationKinds, organisationKindWord, today } from "./words.ts";

/** What a form holds of an organisation; empty text stands for what is not known. */
export interface OrganisationWish {
  name: string;
  kind: OrganisationKind;
  country: string;
  area: string;
  validFrom: string;
}

export const wishFields = ["name", "kind", "country", "area", "validFrom"] as const;

/** The wish as an input. */
export const saidOf = ({ name, kind, country, area, validFrom }: OrganisationWish) => ({
  name,
  kind,
  country,
  area: area || null,
  validFrom: validFrom || null,
});

interface Props {
  wish: OrganisationWish;
  onWish: (change: Partial<OrganisationWish>) => void;
  errorOf: (field: string) => string | undefined;
}

/** What the register says of an organisation: the same when it is entered and when it is corrected. */
export function OrganisationFields({ wish, onWish, errorOf }: Props) {
  const { t } = useLingui();
  const text = (name: "name" | "area" | "validFrom") => ({
    value: wish[name],
    error: errorOf(name),
    onChange: (event: { target: { value: string } }) => onWish({ [name]: event.target.value }),
  });
  return (
    <>
      <TextField label={t`Name`} required maxLength={200} {...text("name")} />
      <Select
        label={t`What it is`}
        error={errorOf("kind")}
        value={wish.kind}
        onChange={(event) => onWish({ kind: event.target.value as OrganisationKind })}
      >
        {organisationKinds.map((one) => (
          <option key={one} value={one}>
            {organisationKindWord(one)}
          </option>
        ))}
      </Select>
      <CountrySelect
        label={t`Country`}
        none={t`Choose a country`}
        error={errorOf("country")}
        value={wish.country}
        onChange={(country) => onWish({ country })}
      />
      <TextField
        label={t`Area`}
        hint={t`A region, district or town.`}
        maxLength={200}
        {...text("area")}
      />
      <TextField
        label={t`There since`}
        hint={t`Leave it empty when nobody knows.`}
        type="date"
        min="1900-01-01"
        max={today()}
        {...text("validFrom")}
      />
    </>
  );
}
