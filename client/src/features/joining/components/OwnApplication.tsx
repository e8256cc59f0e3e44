import type { FragmentType } from "@apollo/client";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { ApplicationCardFragment } from "../../../generated/graphql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { ApplicationCardDocument, Answers } from "./Answers.tsx";

const AnswerApplication = graphql(`
  mutation AnswerApplication($input: AnswerApplicationInput!) {
    answerApplication(input: $input) {
      application {
        ...ApplicationCard
      }
      errors {
        code
        message
        field
      }
    }
  }
`);
const WithdrawApplication = graphql(`
  mutation WithdrawApplication($input: WithdrawApplicationInput!) {
    withdrawApplication(input: $input) {
      application {
        ...ApplicationCard
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

/** One's own application: where it stands, what was decided and why, and what one can do next. */
export function OwnApplication({
  application,
}: {
  application: FragmentType<ApplicationCardFragment>;
}) {
  const { t } = useLingui();
  const data = useFragmentData(ApplicationCardDocument, application);
  const [text, setText] = useState("");
  const { keep, of, besides } = useProblems();
  const answering = useCommand(AnswerApplication, "answerApplication");
  const withdrawing = useCommand(WithdrawApplication, "withdrawApplication");
  if (!data) return null;
  const applicationId = data.id;

  async function answer(event: FormEvent) {
    event.preventDefault();
    const { done } = keep(await answering.run({ input: { applicationId, text } }));
    if (done) setText("");
  }

  return (
    <div className="grid gap-4">
      <Answers application={data} />
      <Problems of={besides("text")} />
      {data.nextEvents.includes("ANSWER") && (
        <form className="grid gap-3" onSubmit={answer}>
          <TextArea
            label={<bdi>{data.asked}</bdi>}
            maxLength={4000}
            error={of("text")}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <div>
            <Button type="submit" kind="primary" busy={answering.busy} busyLabel={t`Sending`}>
              <Trans>Answer</Trans>
            </Button>
          </div>
        </form>
      )}
      {data.nextEvents.includes("WITHDRAW") && (
        <div>
          <Button
            busy={withdrawing.busy}
            busyLabel={t`Taking it back`}
            onClick={async () => void keep(await withdrawing.run({ input: { applicationId } }))}
          >
            <Trans>Take it back</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}
