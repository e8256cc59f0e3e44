import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useNavigate } from "../../../platform/router/router.tsx";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { LeaveDialog } from "../../../ui/LeaveDialog.tsx";
import { say } from "../../../ui/toast-list.ts";

// What is shown of the network and its groups goes by inboxUpdates, on this screen like on all others.
const LeaveNetworkDocument = graphql(`
  mutation LeaveNetwork($input: LeaveNetworkInput!) {
    leaveNetwork(input: $input) {
      networkId
      errors {
        code
        message
        field
      }
    }
  }
`);

/** Leaving ends every place in the network, so it says so. A group that would be left without a coordinator is named. */
export function LeaveNetwork({ networkId, name }: { networkId: string; name: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { problems, keep } = useProblems();
  const { run, busy } = useCommand(LeaveNetworkDocument, "leaveNetwork");

  async function leave(evenIfLast: boolean) {
    const { done } = keep(await run({ input: { networkId, evenIfLast } }));
    if (!done) return;
    say(t`You have left ${name}.`);
    navigate("/groups");
  }

  return (
    <div>
      <Button onClick={() => setAsking(true)}>
        <Trans>Leave the network</Trans>
      </Button>
      {asking && (
        <LeaveDialog
          name={name}
          problems={problems}
          lastHint={t`A group stays without a coordinator until its managers name one.`}
          busy={busy}
          onLeave={(evenIfLast) => void leave(evenIfLast)}
          onClose={() => setAsking(false)}
        >
          <Trans>
            You leave all its groups and see nothing of it any more. What you wrote stays. To come
            back, you need a new invitation.
          </Trans>
        </LeaveDialog>
      )}
    </div>
  );
}
