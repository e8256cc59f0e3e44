import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useNavigate } from "../../../platform/router/router.tsx";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Problems } from "../../../ui/Problems.tsx";
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
  const [evenIfLast, setEvenIfLast] = useState(false);
  const { problems, keep } = useProblems();
  const { run, busy } = useCommand(LeaveNetworkDocument, "leaveNetwork");
  const isLast = evenIfLast || problems.some(({ code }) => code === "LAST_COORDINATOR");

  async function leave() {
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
        <Dialog title={t`Leave ${name}`} onClose={() => setAsking(false)}>
          <p className="text-sm">
            <Trans>
              You leave all its groups and see nothing of it any more. What you wrote stays. To come
              back, you need a new invitation.
            </Trans>
          </p>
          <Problems of={problems} />
          {isLast && (
            <Checkbox
              label={t`Leave even so`}
              hint={t`A group stays without a coordinator until its managers name one.`}
              checked={evenIfLast}
              onChange={(event) => setEvenIfLast(event.target.checked)}
            />
          )}
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setAsking(false)}>
              <Trans>Stay</Trans>
            </Button>
            <Button kind="danger" busy={busy} busyLabel={t`Leaving`} onClick={leave}>
              <Trans>Leave</Trans>
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
