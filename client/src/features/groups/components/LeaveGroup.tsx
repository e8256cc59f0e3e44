import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useNavigate } from "../../../platform/router/router.tsx";
import { graphql } from "../../../generated/gql.ts";
import { removeNodes } from "../../../platform/apollo/lists.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { LeaveDialog } from "../../../ui/LeaveDialog.tsx";
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
  const { problems, keep } = useProblems();
  const { run, busy } = useCommand(LeaveGroupDocument, "leaveGroup", (cache) =>
    removeNodes(cache, { __typename: "Viewer" }, "groups", (read) => read("id") === groupId),
  );

  async function leave(evenIfLast: boolean) {
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
        <LeaveDialog
          name={name}
          problems={problems}
          lastHint={t`The group stays without a coordinator. To hand your role on instead, choose a member in the list.`}
          busy={busy}
          onLeave={(evenIfLast) => void leave(evenIfLast)}
          onClose={() => setAsking(false)}
        >
          <Trans>
            You will no longer read or write here. What you wrote stays. To come back, you need a
            new invitation.
          </Trans>
        </LeaveDialog>
      )}
    </div>
  );
}
