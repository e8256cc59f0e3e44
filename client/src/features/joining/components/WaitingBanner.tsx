import type { FragmentType } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import type { WaitingBannerFragment } from "../../../generated/graphql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Banner } from "../../../ui/Banner.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { Time } from "../../../ui/Time.tsx";
import { say } from "../../../ui/toast-list.ts";

const WaitingBannerDocument = graphql(`
  fragment WaitingBanner on WaitingPlace {
    id
    state
    expiresAt
    groupName
  }
`);

const TakeOfferedSeat = graphql(`
  mutation TakeOfferedSeat($input: TakeOfferedSeatInput!) {
    takeOfferedSeat(input: $input) {
      group {
        id
        ...GroupFrame
      }
      waitingPlace {
        ...WaitingBanner
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

const GiveUpWaiting = graphql(`
  mutation GiveUpWaiting($input: GiveUpWaitingInput!) {
    giveUpWaiting(input: $input) {
      waitingPlace {
        ...WaitingBanner
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

/** One's own place in the line: it waits, or a seat is held and can be taken. */
export function WaitingBanner({
  place,
  named,
}: {
  place: FragmentType<WaitingBannerFragment>;
  /** Where the page is not the group's own. */
  named?: boolean;
}) {
  const { t } = useLingui();
  const client = useApolloClient();
  const data = useFragmentData(WaitingBannerDocument, place);
  const { problems, keep } = useProblems();
  const taking = useCommand(TakeOfferedSeat, "takeOfferedSeat");
  const leaving = useCommand(GiveUpWaiting, "giveUpWaiting");
  if (!data || (data.state !== "WAITING" && data.state !== "OFFERED")) return null;
  const input = { waitingPlaceId: data.id };

  async function take() {
    const { done } = keep(await taking.run({ input }));
    if (done) say(t`You are in. Say hello when you are ready.`);
    await client.refetchQueries({ include: "active" });
  }
  async function giveUp() {
    const { done } = keep(await leaving.run({ input }));
    if (done) await client.refetchQueries({ include: "active" });
  }

  return (
    <div className="grid gap-2">
      <Problems of={problems} />
      <Banner
        tone={data.state === "OFFERED" ? "done" : "note"}
        action={
          <div className="flex flex-wrap gap-2">
            {data.state === "OFFERED" && (
              <Button kind="primary" busy={taking.busy} busyLabel={t`Joining`} onClick={take}>
                <Trans>Take the seat</Trans>
              </Button>
            )}
            <Button kind="quiet" busy={leaving.busy} busyLabel={t`Giving up`} onClick={giveUp}>
              {data.state === "OFFERED" ? (
                <Trans>Leave it to the next</Trans>
              ) : (
                <Trans>Wait no more</Trans>
              )}
            </Button>
          </div>
        }
      >
        {named && (
          <p dir="auto" className="font-semibold">
            {data.groupName}
          </p>
        )}
        {data.state === "OFFERED" && data.expiresAt ? (
          <Trans>
            A seat is held for you until <Time at={data.expiresAt} form="date" />.
          </Trans>
        ) : (
          <Trans>You wait for a seat. The next free one is offered in turn.</Trans>
        )}
      </Banner>
    </div>
  );
}
