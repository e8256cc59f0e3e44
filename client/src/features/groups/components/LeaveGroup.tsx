import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useNavigate } from "../../../platform/router/router.tsx";
import { graphql } from "../../../generated/gql.ts";
import { removeNodes } from "../../../platform/apollo/lists.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { say } from "../../../ui/toast-list.ts";

const LeaveGroupDocument = graphql(`
  mutation LeaveGroup($input: LeaveGroupInput!) {
    leaveGroup(input: $input) {
      group {
        id
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

/** Leaving closes the door behind one, so it says so before it does it. */
export function LeaveGroup({ groupId, name }: { groupId: string; name: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const [evenIfLast, setEvenIfLast] = useState(false);
  const { problems, keep } = useProblems();
  const { run, busy } = useCommand(LeaveGroupDocument, "leaveGroup", (cache) =>
    removeNodes(cache, { __typename: "Viewer" }, "groups", (read) => read("id") === groupId),
  );

  const isLast = evenIfLast || problems.some(({ code }) => code === "LAST_COORDINATOR");

  async function leave() {
    const { done } = keep(await run({ input: { groupId, evenIfLast } }));
    if (!done) return;
    say(t`You have left ${name}.`);
    navigate("/groups");
  }

  return (
    <div>
      <Button onClick={() => setAsking(true)}>
        <Trans>Leave the group</Trans>
      </Button>
      {asking && (
        <Dialog title={t`Leave ${name}`} onClose={() => setAsking(false)}>
          <p className="text-sm">
            <Trans>
              You will no longer read or write here. What you wrote stays. To come back, you need a
              new invitation.
            </Trans>
          </p>
          <Problems of={problems} />
          {isLast && (
            <Checkbox
              label={t`Leave even so`}
              hint={t`The group stays without a coordinator. To hand your role on instead, choose a member in the list.`}
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
