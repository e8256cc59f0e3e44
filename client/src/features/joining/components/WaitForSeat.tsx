import { useApolloClient } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Banner } from "../../../ui/Banner.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { say } from "../../../ui/toast-list.ts";

const WaitForSeatDocument = graphql(`
  mutation WaitForSeat($input: WaitForSeatInput!) {
    waitForSeat(input: $input) {
      waitingPlace {
        id
        group {
          id
          viewerWaitingPlace {
            id
          }
        }
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

interface Props {
  /** Which group, by its id or by the token of an invitation. */
  of: { groupId: string } | { token: string };
  children: ReactNode;
  onDone?: () => void;
}

/** A full group, and the line for its next free seat. */
export function WaitForSeat({ of, children, onDone }: Props) {
  const { t } = useLingui();
  const client = useApolloClient();
  const { problems, keep } = useProblems();
  const { run, busy } = useCommand(WaitForSeatDocument, "waitForSeat");
  async function wait() {
    const { done } = keep(await run({ input: of }));
    if (!done) return;
    say(t`You wait for a seat. It will stand in your inbox.`);
    onDone?.();
    await client.refetchQueries({ include: "active" });
  }
  return (
    <div className="grid gap-2">
      <Problems of={problems} />
      <Banner
        tone="care"
        action={
          <Button kind="primary" busy={busy} busyLabel={t`Waiting`} onClick={wait}>
            <Trans>Wait for a seat</Trans>
          </Button>
        }
      >
        {children}
      </Banner>
    </div>
  );
}
