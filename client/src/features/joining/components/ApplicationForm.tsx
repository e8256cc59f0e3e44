import type { FragmentType } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Check, Minus } from "lucide-react";
import type { FormEvent } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { ApplicationFormFragment } from "../../../generated/graphql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Choices } from "../../../ui/Choices.tsx";
import { Section } from "../../../ui/PageFrame.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { say } from "../../../ui/toast-list.ts";
import { CompactText } from "../../groups/components/CompactText.tsx";
import { listed, useApplicationDraft } from "../hooks/use-application-draft.ts";

const ApplicationFormDocument = graphql(`
  fragment ApplicationForm on Group {
    id
    compact {
      version
      body
    }
    applicationDraft {
      key
      text
    }
    joiningForm {
      questions {
        key
        kind
        label
        required
        choices
      }
      eligibility {
        met
        message
      }
    }
  }
`);

const ApplyToGroup = graphql(`
  mutation ApplyToGroup($input: ApplyToGroupInput!) {
    applyToGroup(input: $input) {
      application {
        id
        state
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

type Form = NonNullable<ApplicationFormFragment["joiningForm"]>;

/** Who can apply, before the questions; then the questions. */
export function ApplicationForm({ group }: { group: FragmentType<ApplicationFormFragment> }) {
  const { t } = useLingui();
  const data = useFragmentData(ApplicationFormDocument, group);
  const form = data?.joiningForm;
  if (!data || !form) return null;
  const eligible = form.eligibility.every(({ met }) => met);
  return (
    <>
      {form.eligibility.length > 0 && (
        <Section title={eligible ? t`You can apply` : t`You cannot apply yet`}>
          <ul className="grid gap-2 text-sm">
            {form.eligibility.map(({ met, message }) => (
              <li key={message} className="grid grid-cols-[auto_1fr] gap-2">
                {met ? (
                  <Check aria-label={t`Met`} size={18} className="mt-0.5 text-ok" />
                ) : (
                  <Minus aria-label={t`Not met`} size={18} className="mt-0.5 text-danger" />
                )}
                {message}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {eligible && (
        <Questions
          groupId={data.id}
          form={form}
          draft={data.applicationDraft}
          compact={data.compact ?? null}
        />
      )}
    </>
  );
}

interface QuestionsProps {
  groupId: string;
  form: Form;
  draft: ApplicationFormFragment["applicationDraft"];
  /** What one agrees to by applying. */
  compact: { version: number; body: string } | null;
}

function Questions({ groupId, form, draft, compact }: QuestionsProps) {
  const { t } = useLingui();
  const client = useApolloClient();
  const { answers, write, saved, stop } = useApplicationDraft(groupId, draft);
  const { keep, of, besides } = useProblems();
  const { run, busy } = useCommand(ApplyToGroup, "applyToGroup");
  const fieldOf = (key: string) => of(`answers.${key}`) ?? of(key);
  const keys = form.questions.flatMap(({ key }) => [key, `answers.${key}`]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    stop();
    const { done } = keep(
      await run({
        input: { groupId, answers: listed(answers), agreesToCompact: compact?.version ?? null },
      }),
    );
    if (!done) return;
    say(t`Your application is on its way.`);
    await client.refetchQueries({ include: "active" });
  }

  return (
    <form className="grid gap-5" onSubmit={submit} noValidate>
      <Problems of={besides(...keys)} />
      {form.questions.map((question) => {
        const { key, kind, choices, required } = question;
        const label = required ? question.label : t`${question.label} (if you like)`;
        const value = answers[key] ?? "";
        const text = {
          label: <bdi>{label}</bdi>,
          error: fieldOf(key),
          value,
          onChange: (event: { target: { value: string } }) => write(key, event.target.value),
        };
        if (kind === "LONG_TEXT") return <TextArea key={key} maxLength={4000} {...text} />;
        if (kind === "SHORT_TEXT") return <TextField key={key} maxLength={300} {...text} />;
        return (
          <div key={key} className="grid gap-1.5">
            <Choices
              label={<bdi>{label}</bdi>}
              value={value}
              options={choices.map((one) => ({ value: one, label: <bdi>{one}</bdi> }))}
              onChange={(one) => write(key, one)}
            />
            {fieldOf(key) && (
              <p role="alert" className="text-sm text-danger">
                {fieldOf(key)}
              </p>
            )}
          </div>
        );
      })}
      {compact && <CompactText body={compact.body} />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" kind="primary" busy={busy} busyLabel={t`Sending`}>
          {compact ? <Trans>Agree and send</Trans> : <Trans>Send the application</Trans>}
        </Button>
        <p role="status" className="text-sm text-ink-2">
          {saved && <Trans>Kept as a draft.</Trans>}
        </p>
      </div>
    </form>
  );
}
