import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Problems } from "../../../ui/Problems.tsx";

const UndoBulkAct = graphql(`
  mutation UndoBulkAct($input: UndoBulkActInput!) {
    undoBulkAct(input: $input) {
      bulkAct {
        id
        state
        viewerCan
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

/** Invitations that were sent to many end by it, so it says so before it does it. */
export function TakeBack({ bulkActId, invited }: { bulkActId: string; invited: number }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const { keep, problems } = useProblems();
  const { run, busy } = useCommand(UndoBulkAct, "undoBulkAct");

  async function takeBack() {
    const { done } = keep(await run({ input: { bulkActId } }));
    if (done) setAsking(false);
  }

  return (
    <>
      <Button onClick={() => setAsking(true)}>
        <Trans>Take it back</Trans>
      </Button>
      {asking && (
        <Dialog title={t`Take these invitations back`} onClose={() => setAsking(false)}>
          <p className="text-sm">
            <Plural
              value={invited}
              one="# invitation was sent. If nobody has used it yet, its link stops working."
              other="# invitations were sent. The links of those that nobody has used yet stop working."
            />{" "}
            <Trans>Who is in already stays in. Letters that were sent cannot be called back.</Trans>
          </p>
          <Problems of={problems} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setAsking(false)}>
              <Trans>Keep them</Trans>
            </Button>
            <Button
              kind="danger"
              busy={busy}
              busyLabel={t`Taking back`}
              onClick={() => void takeBack()}
            >
              <Trans>Take back what nobody has used</Trans>
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
