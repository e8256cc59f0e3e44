import type { FragmentType } from "@apollo/client";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { FormEditorFragment, QuestionKind } from "../../../generated/graphql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { newKey } from "../../../platform/outbox/new-key.ts";
import { Button } from "../../../ui/Button.tsx";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { Select } from "../../../ui/Select.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { say } from "../../../ui/toast-list.ts";
import { questionKindWord } from "./words.ts";

const FormEditorDocument = graphql(`
  fragment FormEditor on Group {
    id
    joiningForm {
      questions {
        key
        kind
        label
        required
        choices
      }
      countries
      professions
      fields
    }
  }
`);

const SetJoiningForm = graphql(`
  mutation SetJoiningForm($input: SetJoiningFormInput!) {
    setJoiningForm(input: $input) {
      group {
        ...FormEditor
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

type Form = NonNullable<FormEditorFragment["joiningForm"]>;
const kinds: QuestionKind[] = ["SHORT_TEXT", "LONG_TEXT", "CHOICE"];
const words = (text: string) => text.split(/[,\n]/).flatMap((word) => word.trim() || []);

/** What a group asks of those who apply. */
export function FormEditor({ group }: { group: FragmentType<FormEditorFragment> }) {
  const data = useFragmentData(FormEditorDocument, group);
  return data?.joiningForm ? <Editor groupId={data.id} form={data.joiningForm} /> : null;
}

function Editor({ groupId, form }: { groupId: string; form: Form }) {
  const { t } = useLingui();
  const [questions, setQuestions] = useState(form.questions);
  const [choices, setChoices] = useState<Record<string, string>>(() =>
    Object.fromEntries(form.questions.map((one) => [one.key, one.choices.join("\n")])),
  );
  const [countries, setCountries] = useState(form.countries.join(", "));
  const [professions, setProfessions] = useState(form.professions.join(", "));
  const { problems, keep } = useProblems();
  const { run, busy } = useCommand(SetJoiningForm, "setJoiningForm");
  const change = (key: string, to: Partial<Form["questions"][number]>) =>
    setQuestions((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));

  async function submit(event: FormEvent) {
    event.preventDefault();
    const input = {
      groupId,
      questions: questions.map(({ key, kind, label, required }) => ({
        key,
        kind,
        label,
        required,
        choices: kind === "CHOICE" ? words(choices[key] ?? "") : [],
      })),
      countries: words(countries).map((code) => code.toUpperCase()),
      professions: words(professions),
      fields: form.fields,
    };
    const { done } = keep(await run({ input }));
    if (done) say(t`The form is kept.`);
  }

  return (
    <form className="grid gap-4" onSubmit={submit}>
      {questions.map((question, at) => (
        <fieldset key={question.key} className="grid gap-3 rounded-lg border border-line p-4">
          <legend className="px-1 text-sm font-semibold text-ink-2">
            <Trans>Question {at + 1}</Trans>
          </legend>
          <TextField
            label={t`Question`}
            required
            maxLength={300}
            value={question.label}
            onChange={(event) => change(question.key, { label: event.target.value })}
          />
          <Select
            label={t`Answered by`}
            value={question.kind}
            onChange={(event) => change(question.key, { kind: event.target.value as QuestionKind })}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {questionKindWord(kind)}
              </option>
            ))}
          </Select>
          {question.kind === "CHOICE" && (
            <TextArea
              label={t`Choices`}
              hint={t`One in each line.`}
              value={choices[question.key] ?? ""}
              onChange={(event) =>
                setChoices((all) => ({ ...all, [question.key]: event.target.value }))
              }
            />
          )}
          <div className="flex flex-wrap items-center justify-between gap-2">
            <Checkbox
              label={t`Must be answered`}
              checked={question.required}
              onChange={(event) => change(question.key, { required: event.target.checked })}
            />
            <Button
              kind="quiet"
              onClick={() => setQuestions((all) => all.filter(({ key }) => key !== question.key))}
            >
              <Trans>Take it out</Trans>
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          onClick={() =>
            setQuestions((all) => [
              ...all,
              { key: newKey(), kind: "SHORT_TEXT", label: "", required: true, choices: [] },
            ])
          }
        >
          <Trans>Add a question</Trans>
        </Button>
      </div>
      <TextField
        label={t`Only for these countries`}
        hint={t`Codes such as ZM, MW. Leave it empty for all.`}
        value={countries}
        onChange={(event) => setCountries(event.target.value)}
      />
      <TextField
        label={t`Only for these professions`}
        hint={t`As people write them in their profile, such as Nurse, Midwife. Leave it empty for all.`}
        value={professions}
        onChange={(event) => setProfessions(event.target.value)}
      />
      <Problems of={problems} />
      <div>
        <Button type="submit" kind="primary" busy={busy} busyLabel={t`Saving`}>
          <Trans>Save the form</Trans>
        </Button>
      </div>
    </form>
  );
}
