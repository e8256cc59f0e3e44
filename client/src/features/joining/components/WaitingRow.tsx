import type { FragmentType } from "@apollo/client";
import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import type { WaitingRowFragment } from "../../../generated/graphql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Avatar } from "../../../ui/Avatar.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { Time } from "../../../ui/Time.tsx";
import { waitingWord } from "./words.ts";

const WaitingRowDocument = graphql(`
  fragment WaitingRow on WaitingPlace {
    id
    state
    nextEvents
    createdAt
    expiresAt
    person {
      id
      name
    }
  }
`);

const EndWaiting = graphql(`
  mutation EndWaiting($input: GiveUpWaitingInput!) {
    giveUpWaiting(input: $input) {
      waitingPlace {
        ...WaitingRow
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

/** Somebody in the line for a seat, before who decides. */
export function WaitingRow({ place }: { place: FragmentType<WaitingRowFragment> }) {
  const { t } = useLingui();
  const data = useFragmentData(WaitingRowDocument, place);
  const { problems, keep } = useProblems();
  const { run, busy } = useCommand(EndWaiting, "giveUpWaiting");
  if (!data || (data.state !== "WAITING" && data.state !== "OFFERED")) return null;
  const { name } = data.person;
  return (
    <li className="grid gap-2 py-2">
      <div className="flex flex-wrap items-center gap-3">
        <Avatar id={data.person.id} name={name} />
        <span className="min-w-0 flex-1">
          <span dir="auto" className="block truncate">
            {name}
          </span>
          <span className="block text-xs text-ink-2">
            {waitingWord(data.state)}
            {data.state === "OFFERED" && data.expiresAt && (
              <>
                {" · "}
                <Trans>
                  until <Time at={data.expiresAt} form="date" />
                </Trans>
              </>
            )}
          </span>
        </span>
        <Button
          kind="quiet"
          busy={busy}
          busyLabel={t`Taking out`}
          aria-label={t`Take ${name} out of the line`}
          onClick={async () => void keep(await run({ input: { waitingPlaceId: data.id } }))}
        >
          <Trans>Take out</Trans>
        </Button>
      </div>
      <Problems of={problems} />
    </li>
  );
}
