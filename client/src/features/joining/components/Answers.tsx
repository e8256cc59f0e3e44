import { Trans } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import type { ApplicationCardFragment } from "../../../generated/graphql.ts";
import { Chip } from "../../../ui/Chip.tsx";
import { Time } from "../../../ui/Time.tsx";
import { applicationWord } from "./words.ts";

export const ApplicationCardDocument = graphql(`
  fragment ApplicationCard on Application {
    id
    state
    nextEvents
    asked
    reason
    createdAt
    dueAt
    answers {
      key
      label
      text
    }
    person {
      id
      name
      profession
      country
    }
  }
`);

/** Where an application stands, and what was answered. */
export function Answers({ application }: { application: ApplicationCardFragment }) {
  const { state, reason, asked, createdAt, dueAt, answers } = application;
  return (
    <div className="grid gap-3 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <Chip tone={state === "SUBMITTED" ? "brand" : "quiet"}>{applicationWord(state)}</Chip>
        <span className="text-ink-2">
          <Time at={createdAt} form="day" />
        </span>
      </p>
      {reason && (
        <p>
          <Trans>Why:</Trans> <bdi>{reason}</bdi>
        </p>
      )}
      {asked && dueAt && (
        <p>
          <bdi className="font-semibold">{asked}</bdi>{" "}
          <span className="text-ink-2">
            <Trans>
              An answer is waited for until <Time at={dueAt} form="day" />.
            </Trans>
          </span>
        </p>
      )}
      {answers.length > 0 && (
        <dl className="grid gap-2">
          {answers.map(({ key, label, text }) => (
            <div key={key}>
              <dt dir="auto" className="text-ink-2">
                {label}
              </dt>
              <dd dir="auto" className="whitespace-pre-line">
                {text || <Trans>Not answered</Trans>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
