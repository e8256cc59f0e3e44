import type { FragmentType } from "@apollo/client";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { ApplicationCardFragment } from "../../../generated/graphql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Avatar } from "../../../ui/Avatar.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { countryName } from "../../groups/components/words.ts";
import { ApplicationCardDocument, Answers } from "./Answers.tsx";

const DecideApplication = graphql(`
  mutation DecideApplication($input: DecideApplicationInput!) {
    decideApplication(input: $input) {
      application {
        ...ApplicationCard
        group {
          id
          ...GroupSeats
        }
      }
      errors {
        code
        message
        field
      }
    }
  }
`);
const AskApplicant = graphql(`
  mutation AskApplicant($input: AskApplicantInput!) {
    askApplicant(input: $input) {
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

type Wish = "ASK" | "DECLINE";

/** One application before somebody who decides: accept, decline with a reason, or ask first. */
export function ApplicationDesk({
  application,
}: {
  application: FragmentType<ApplicationCardFragment>;
}) {
  const { t } = useLingui();
  const data = useFragmentData(ApplicationCardDocument, application);
  const [wish, setWish] = useState<Wish | null>(null);
  const [text, setText] = useState("");
  const { problems, keep, of, besides } = useProblems();
  const deciding = useCommand(DecideApplication, "decideApplication");
  const asking = useCommand(AskApplicant, "askApplicant");
  if (!data) return null;
  const { id: applicationId, person, nextEvents } = data;
  const full = problems.some(({ code }) => code === "GROUP_FULL");
  const place = [person.profession, person.country && countryName(person.country)].filter(Boolean);

  const accept = async (waitIfFull: boolean) =>
    void keep(await deciding.run({ input: { applicationId, accept: true, waitIfFull } }));
  async function write() {
    const { done } =
      wish === "ASK"
        ? keep(await asking.run({ input: { applicationId, question: text } }))
        : keep(await deciding.run({ input: { applicationId, accept: false, reason: text } }));
    if (!done) return;
    setWish(null);
    setText("");
  }

  return (
    <li className="grid gap-3 rounded-lg border border-line p-4">
      <div className="flex items-center gap-3">
        <Avatar id={person.id} name={person.name} />
        <span className="min-w-0">
          <span dir="auto" className="block truncate font-semibold">
            {person.name}
          </span>
          <span className="block truncate text-xs text-ink-2">{place.join(" · ")}</span>
        </span>
      </div>
      <Answers application={data} />
      <Problems of={besides("reason", "question")} />
      {full && (
        <div>
          <Button
            kind="primary"
            busy={deciding.busy}
            busyLabel={t`Accepting`}
            onClick={() => accept(true)}
          >
            <Trans>Accept onto the waiting list</Trans>
          </Button>
        </div>
      )}
      {wish ? (
        <>
          <TextArea
            label={wish === "ASK" ? t`What do you want to know?` : t`Why?`}
            hint={t`${person.name} reads it.`}
            maxLength={wish === "ASK" ? 1000 : 500}
            error={of("reason") ?? of("question")}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <div className="flex flex-wrap gap-2">
            <Button
              kind={wish === "ASK" ? "primary" : "danger"}
              busy={deciding.busy || asking.busy}
              busyLabel={t`Sending`}
              onClick={() => void write()}
            >
              {wish === "ASK" ? t`Ask` : t`Decline`}
            </Button>
            <Button onClick={() => setWish(null)}>
              <Trans>Cancel</Trans>
            </Button>
          </div>
        </>
      ) : (
        nextEvents.length > 0 && (
          <div className="flex flex-wrap gap-2">
            {nextEvents.includes("ACCEPT") && !full && (
              <Button
                kind="primary"
                busy={deciding.busy}
                busyLabel={t`Accepting`}
                onClick={() => accept(false)}
              >
                <Trans>Accept</Trans>
              </Button>
            )}
            {nextEvents.includes("ASK") && (
              <Button onClick={() => setWish("ASK")}>
                <Trans>Ask first</Trans>
              </Button>
            )}
            {nextEvents.includes("DECLINE") && (
              <Button kind="quiet" onClick={() => setWish("DECLINE")}>
                <Trans>Decline</Trans>
              </Button>
            )}
          </div>
        )
      )}
    </li>
  );
}
