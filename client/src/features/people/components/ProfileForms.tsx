import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type {
  Audience,
  CareerStage,
  ClinicalField,
  ProfileField,
  ProfileViewFragment,
} from "../../../generated/graphql.ts";
import { Select } from "../../../ui/Select.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { fields, fieldWord } from "../../groups/components/context-words.ts";
import { useProfileForm } from "../hooks/useProfileForm.ts";
import { CountrySelect } from "./CountrySelect.tsx";
import { LanguagePicker } from "./LanguagePicker.tsx";
import { careerStages, careerStageWord } from "./profile-words.ts";
import { SectionForm, Told } from "./SectionForm.tsx";

export interface FormProps {
  person: ProfileViewFragment;
  audienceOf: (field: ProfileField) => Audience;
}

/** What is typed in one part of the profile, with who is to see it. */
function useTyped<T extends object>(start: T) {
  const [typed, setTyped] = useState(start);
  return [typed, (part: Partial<T>) => setTyped({ ...typed, ...part })] as const;
}

export function NameForm({ person, audienceOf }: FormProps) {
  const { t } = useLingui();
  const [typed, set] = useTyped({
    name: person.name,
    pronunciation: person.pronunciation ?? "",
    PRONUNCIATION: audienceOf("PRONUNCIATION"),
  });
  const { save, busy, of, besides } = useProfileForm();
  const { name, pronunciation, PRONUNCIATION } = typed;
  return (
    <SectionForm
      title={t`Your name`}
      busy={busy}
      problems={besides("name", "pronunciation")}
      onSave={() =>
        void save({ name, pronunciation: pronunciation.trim() || null }, { PRONUNCIATION })
      }
    >
      <TextField
        label={t`Name`}
        hint={t`As you write it, in your own script if you like. Everybody in your networks sees it.`}
        autoComplete="name"
        required
        error={of("name")}
        value={name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <Told
        what={t`How your name is said`}
        audience={PRONUNCIATION}
        onChange={(audience) => set({ PRONUNCIATION: audience })}
      >
        <TextField
          label={t`How your name is said`}
          hint={t`Such as: tan-DEE-weh`}
          error={of("pronunciation")}
          value={pronunciation}
          onChange={(event) => set({ pronunciation: event.target.value })}
        />
      </Told>
    </SectionForm>
  );
}

export function WorkForm({ person, audienceOf }: FormProps) {
  const { t } = useLingui();
  const [typed, set] = useTyped({
    profession: person.profession ?? "",
    field: person.field ?? "",
    careerStage: person.careerStage ?? "",
    country: person.country ?? "",
    FIELD: audienceOf("FIELD"),
    CAREER_STAGE: audienceOf("CAREER_STAGE"),
  });
  const { save, busy, of, besides } = useProfileForm();
  const { FIELD, CAREER_STAGE } = typed;
  function submit() {
    void save(
      {
        profession: typed.profession.trim() || null,
        field: (typed.field || null) as ClinicalField | null,
        careerStage: (typed.careerStage || null) as CareerStage | null,
        // A country that has left the list stays until another one is chosen.
        ...(typed.country !== (person.country ?? "") && { country: typed.country || null }),
      },
      { FIELD, CAREER_STAGE },
    );
  }
  return (
    <SectionForm
      title={t`Your work`}
      busy={busy}
      problems={besides("profession", "field", "careerStage", "country")}
      onSave={submit}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t`Profession`}
          hint={t`Everybody in your networks sees it.`}
          autoComplete="organization-title"
          error={of("profession")}
          value={typed.profession}
          onChange={(event) => set({ profession: event.target.value })}
        />
        <CountrySelect
          label={t`Country`}
          hint={t`Everybody in your networks sees it.`}
          none={t`Not said`}
          error={of("country")}
          value={typed.country}
          onChange={(country) => set({ country })}
        />
      </div>
      <Told what={t`Field`} audience={FIELD} onChange={(audience) => set({ FIELD: audience })}>
        <Select
          label={t`Field`}
          hint={t`By it, others in the same field find you.`}
          value={typed.field}
          onChange={(event) => set({ field: event.target.value })}
        >
          <option value="">{t`Not said`}</option>
          {fields.map((field) => (
            <option key={field} value={field}>
              {fieldWord(field)}
            </option>
          ))}
        </Select>
      </Told>
      <Told
        what={t`Career`}
        audience={CAREER_STAGE}
        onChange={(audience) => set({ CAREER_STAGE: audience })}
      >
        <Select
          label={t`Career`}
          value={typed.careerStage}
          onChange={(event) => set({ careerStage: event.target.value })}
        >
          <option value="">{t`Not said`}</option>
          {careerStages.map((stage) => (
            <option key={stage} value={stage}>
              {careerStageWord(stage)}
            </option>
          ))}
        </Select>
      </Told>
    </SectionForm>
  );
}

export function LanguagesForm({ person, audienceOf }: FormProps) {
  const { t } = useLingui();
  const [typed, set] = useTyped({
    readingLanguages: [...person.readingLanguages],
    writingLanguages: [...person.writingLanguages],
    timeZone: person.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    LANGUAGES: audienceOf("LANGUAGES"),
    TIME_ZONE: audienceOf("TIME_ZONE"),
  });
  const { save, busy, of, besides } = useProfileForm();
  const { LANGUAGES, TIME_ZONE, ...input } = typed;
  return (
    <SectionForm
      title={t`Languages and time`}
      busy={busy}
      problems={besides("readingLanguages", "writingLanguages", "timeZone")}
      onSave={() => void save(input, { LANGUAGES, TIME_ZONE })}
    >
      <Told
        what={t`Languages`}
        audience={LANGUAGES}
        onChange={(audience) => set({ LANGUAGES: audience })}
      >
        <div className="grid gap-4">
          <LanguagePicker
            label={t`Languages that you read`}
            error={of("readingLanguages")}
            value={typed.readingLanguages}
            onChange={(readingLanguages) => set({ readingLanguages })}
          />
          <LanguagePicker
            label={t`Languages that you write`}
            error={of("writingLanguages")}
            value={typed.writingLanguages}
            onChange={(writingLanguages) => set({ writingLanguages })}
          />
        </div>
      </Told>
      <Told
        what={t`Time zone`}
        audience={TIME_ZONE}
        onChange={(audience) => set({ TIME_ZONE: audience })}
      >
        <Select
          label={t`Time zone`}
          error={of("timeZone")}
          value={typed.timeZone}
          onChange={(event) => set({ timeZone: event.target.value })}
        >
          {zones(typed.timeZone).map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll("_", " ")}
            </option>
          ))}
        </Select>
      </Told>
    </SectionForm>
  );
}

/** Every zone that this device knows, and the one that was chosen even if it does not. */
function zones(chosen: string): string[] {
  return [...new Set([...Intl.supportedValuesOf("timeZone"), chosen])].filter(Boolean).toSorted();
}

export function WordsForm({ person, audienceOf }: FormProps) {
  const { t } = useLingui();
  const [typed, set] = useTyped({
    interests: person.interests.join("\n"),
    canHelpWith: person.canHelpWith ?? "",
    about: person.about ?? "",
    INTERESTS: audienceOf("INTERESTS"),
    CAN_HELP_WITH: audienceOf("CAN_HELP_WITH"),
    ABOUT: audienceOf("ABOUT"),
  });
  const { save, busy, of, besides } = useProfileForm();
  const { INTERESTS, CAN_HELP_WITH, ABOUT } = typed;
  function submit() {
    const input = {
      interests: typed.interests.split("\n").filter((line) => line.trim()),
      canHelpWith: typed.canHelpWith.trim() || null,
      about: typed.about.trim() || null,
    };
    void save(input, { INTERESTS, CAN_HELP_WITH, ABOUT });
  }
  return (
    <SectionForm
      title={t`In your words`}
      busy={busy}
      problems={besides("interests", "canHelpWith", "about")}
      onSave={submit}
    >
      <Told
        what={t`What you can help with`}
        audience={CAN_HELP_WITH}
        onChange={(audience) => set({ CAN_HELP_WITH: audience })}
      >
        <TextArea
          label={t`What you can help with`}
          hint={t`What others may ask you for.`}
          error={of("canHelpWith")}
          value={typed.canHelpWith}
          onChange={(event) => set({ canHelpWith: event.target.value })}
        />
      </Told>
      <Told
        what={t`Interests`}
        audience={INTERESTS}
        onChange={(audience) => set({ INTERESTS: audience })}
      >
        <TextArea
          label={t`Interests`}
          hint={t`One on each line, at most 20.`}
          error={of("interests")}
          value={typed.interests}
          onChange={(event) => set({ interests: event.target.value })}
        />
      </Told>
      <Told what={t`About you`} audience={ABOUT} onChange={(audience) => set({ ABOUT: audience })}>
        <TextArea
          label={t`About you`}
          hint={t`What you care about in your work, what you would like to learn.`}
          error={of("about")}
          value={typed.about}
          onChange={(event) => set({ about: event.target.value })}
        />
      </Told>
    </SectionForm>
  );
}
