import type { FragmentType } from "@apollo/client";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { ProfileFormFragment } from "../../../generated/graphql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { Select } from "../../../ui/Select.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { say } from "../../../ui/toast-list.ts";
import { CountrySelect } from "./CountrySelect.tsx";
import { LanguagePicker } from "./LanguagePicker.tsx";

const ProfileFormDocument = graphql(`
  fragment ProfileForm on Person {
    id
    name
    profession
    country
    timeZone
    languages
    about
  }
`);

const UpdateProfile = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      person {
        id
        ...ProfileForm
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

export function ProfileForm({ person }: { person: FragmentType<ProfileFormFragment> }) {
  const data = useFragmentData(ProfileFormDocument, person);
  return data && <Form key={data.id} person={data} />;
}

/** What others see of a person. What is typed stays when it can't be saved. */
function Form({ person }: { person: ProfileFormFragment }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState({
    name: person.name,
    profession: person.profession ?? "",
    country: person.country ?? "",
    timeZone: person.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    languages: [...person.languages],
    about: person.about ?? "",
  });
  const { keep, of, besides } = useProblems();
  const { run, busy } = useCommand(UpdateProfile, "updateProfile");
  const set = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const input = {
      name: typed.name.trim(),
      profession: typed.profession.trim() || null,
      country: typed.country || null,
      timeZone: typed.timeZone || null,
      languages: typed.languages,
      about: typed.about.trim() || null,
    };
    const { done } = keep(await run({ input }));
    if (done) say(t`Your profile is saved.`);
  }

  return (
    <form className="grid gap-4" onSubmit={submit}>
      <Problems of={besides("name", "profession", "country", "timeZone", "about")} />
      <TextField
        label={t`Name`}
        hint={t`As you write it, in your own script if you like.`}
        autoComplete="name"
        required
        maxLength={120}
        error={of("name")}
        value={typed.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextField
        label={t`Profession`}
        hint={t`What you do and where, as you would say it: clinic nurse, Mongu.`}
        autoComplete="organization-title"
        maxLength={120}
        error={of("profession")}
        value={typed.profession}
        onChange={(event) => set({ profession: event.target.value })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <CountrySelect
          label={t`Country`}
          none={t`Not said`}
          error={of("country")}
          value={typed.country}
          onChange={(country) => set({ country })}
        />
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
      </div>
      <LanguagePicker value={typed.languages} onChange={(languages) => set({ languages })} />
      <TextArea
        label={t`About you`}
        hint={t`What you care about in your work, what you would like to learn.`}
        maxLength={2000}
        error={of("about")}
        value={typed.about}
        onChange={(event) => set({ about: event.target.value })}
      />
      <div>
        <Button type="submit" kind="primary" busy={busy} busyLabel={t`Saving`}>
          <Trans>Save</Trans>
        </Button>
      </div>
    </form>
  );
}

/** Every zone that this device knows, and the one that was chosen even if it does not. */
function zones(chosen: string): string[] {
  return [...new Set([...Intl.supportedValuesOf("timeZone"), chosen])].filter(Boolean).toSorted();
}
