import { Trans, useLingui } from "@lingui/react/macro";
import { Select } from "../../../ui/Select.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { CountrySelect } from "../../people/components/CountrySelect.tsx";
import {
  fields,
  fieldWord,
  levels,
  levelWord,
  settings,
  settingWord,
  visibilities,
  visibilitySays,
  visibilityWord,
} from "./context-words.ts";
import { LanguageSelect } from "./LanguageSelect.tsx";
import type { GroupWish } from "./group-wish.ts";

interface Props {
  wish: GroupWish;
  onWish: (change: Partial<GroupWish>) => void;
  errorOf: (field: string) => string | undefined;
  /** Whether the writer decides who may know of it, its days and its seats. */
  setsUp: boolean;
}

/** What a group says of itself, and for managers what it is: the same when it is made and when it is changed. */
export function GroupFields({ wish, onWish, errorOf, setsUp }: Props) {
  const { t } = useLingui();
  const text = (name: keyof GroupWish) => ({
    value: wish[name],
    error: errorOf(name),
    onChange: (event: { target: { value: string } }) => onWish({ [name]: event.target.value }),
  });
  return (
    <>
      <TextField label={t`Name`} required maxLength={120} {...text("name")} />
      <TextArea
        label={t`What it is for`}
        hint={t`Two or three sentences that a new member reads first.`}
        maxLength={2000}
        {...text("description")}
      />
      {setsUp && (
        <Select
          label={t`Who sees it, and how one comes in`}
          hint={visibilitySays(wish.visibility)}
          {...text("visibility")}
        >
          {visibilities.map((one) => (
            <option key={one} value={one}>
              {visibilityWord(one)}
            </option>
          ))}
        </Select>
      )}
      <fieldset className="grid gap-4">
        <legend className="pb-2 text-sm font-semibold text-ink-2">
          <Trans>Where it works</Trans>
        </legend>
        <CountrySelect
          label={t`Country`}
          none={t`More than one`}
          error={errorOf("country")}
          value={wish.country}
          onChange={(country) => onWish({ country })}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Select label={t`Field of work`} {...text("field")}>
            <option value="">{t`More than one`}</option>
            {fields.map((one) => (
              <option key={one} value={one}>
                {fieldWord(one)}
              </option>
            ))}
          </Select>
          <LanguageSelect
            error={errorOf("language")}
            value={wish.language}
            onChange={(language) => onWish({ language })}
          />
          <Select label={t`Surroundings`} {...text("setting")}>
            <option value="">{t`Not said`}</option>
            {settings.map((one) => (
              <option key={one} value={one}>
                {settingWord(one)}
              </option>
            ))}
          </Select>
          <Select label={t`Level of care`} {...text("facilityLevel")}>
            <option value="">{t`Not said`}</option>
            {levels.map((one) => (
              <option key={one} value={one}>
                {levelWord(one)}
              </option>
            ))}
          </Select>
        </div>
        <TextField
          label={t`What its members have to work with`}
          hint={t`For example: one theatre, no blood bank, solar power.`}
          maxLength={500}
          {...text("resources")}
        />
      </fieldset>
      {setsUp && (
        <fieldset className="grid gap-4">
          <legend className="pb-2 text-sm font-semibold text-ink-2">
            <Trans>Days and seats</Trans>
          </legend>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField label={t`First day`} type="date" {...text("startsOn")} />
            <TextField label={t`Last day`} type="date" {...text("endsOn")} />
            <TextField
              label={t`Seats for members`}
              type="number"
              min={1}
              max={100_000}
              inputMode="numeric"
              {...text("memberCapacity")}
            />
            <TextField
              label={t`Seats for coordinators`}
              type="number"
              min={1}
              max={100}
              inputMode="numeric"
              {...text("coordinatorCapacity")}
            />
          </div>
          <p className="text-sm text-ink-2">
            <Trans>
              Leave seats empty for no limit. A community with a last day is a circle: one field,
              across countries, for four to eight weeks.
            </Trans>
          </p>
        </fieldset>
      )}
    </>
  );
}
