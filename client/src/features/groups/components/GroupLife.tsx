import type { FragmentType } from "@apollo/client";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { GroupLifeFragment, GroupState } from "../../../generated/graphql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { stateSays, stateWord } from "./context-words.ts";

const GroupLifeDocument = graphql(`
  fragment GroupLife on Group {
    id
    state
    nextStates
  }
`);

const MoveGroupOn = graphql(`
  mutation MoveGroupOn($input: MoveGroupOnInput!) {
    moveGroupOn(input: $input) {
      group {
        viewerCan
        viewerActions {
          action
          allowed
          reason {
            code
            message
          }
        }
        ...GroupLife
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

/** Where a group stands in its life, what that means, and the steps that its reader may take with it. */
export function GroupLife({ group }: { group: FragmentType<GroupLifeFragment> }) {
  const { t } = useLingui();
  const data = useFragmentData(GroupLifeDocument, group);
  const [to, setTo] = useState<GroupState | null>(null);
  const [reason, setReason] = useState("");
  const { problems, keep } = useProblems();
  const { run, busy } = useCommand(MoveGroupOn, "moveGroupOn");
  if (!data) return null;

  async function move(groupId: string, state: GroupState) {
    const { done } = keep(await run({ input: { groupId, state, reason: reason.trim() || null } }));
    if (!done) return;
    setTo(null);
    setReason("");
  }

  return (
    <div className="grid gap-3">
      <p className="text-sm">
        <b className="font-semibold">{stateWord(data.state)}.</b> {stateSays(data.state)}
      </p>
      {data.nextStates.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {data.nextStates.map((state) => (
            <Button key={state} onClick={() => setTo(state)}>
              {data.state === "SEALED" ? t`Open it again` : stateWord(state)}
            </Button>
          ))}
        </div>
      )}
      {to && (
        <Dialog title={t`Move the group on: ${stateWord(to)}`} onClose={() => setTo(null)}>
          <p className="text-sm">{stateSays(to)}</p>
          <TextField
            label={t`Why`}
            hint={t`Its members read it. You can leave it out.`}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Problems of={problems} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setTo(null)}>
              <Trans>Leave it as it is</Trans>
            </Button>
            <Button
              kind={to === "SEALED" ? "danger" : "primary"}
              busy={busy}
              busyLabel={t`Moving on`}
              onClick={() => void move(data.id, to)}
            >
              {data.state === "SEALED" ? t`Open it again` : stateWord(to)}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
