import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { say } from "../../../ui/toast-list.ts";

// Its list hears of it by networkUpdates, on this screen like on all others.
const RemoveFromNetwork = graphql(`
  mutation RemoveFromNetwork($input: RemoveFromNetworkInput!) {
    removeFromNetwork(input: $input) {
      network {
        id
        memberCount
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
  networkId: string;
  person: { id: string; name: string };
  onClose: () => void;
}

/** It ends every place that they have in the network, so it says so, and asks for the reason first. */
export default function RemoveFromNetworkDialog({ networkId, person, onClose }: Props) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  const { problems, keep } = useProblems();
  const { name } = person;
  const { run, busy } = useCommand(RemoveFromNetwork, "removeFromNetwork");

  async function remove() {
    const input = { networkId, personId: person.id, reason: reason.trim() || null };
    const { done } = keep(await run({ input }));
    if (!done) return;
    say(t`${name} is no longer in the network.`);
    onClose();
  }

  return (
    <Dialog title={t`Remove ${name}`} onClose={onClose}>
      <p className="text-sm">
        <Trans>
          They leave every group of this network and see nothing of it any more, from this moment.
          What they wrote stays. Invitations from before today no longer let them in.
        </Trans>
      </p>
      <Problems of={problems} />
      <TextField
        label={t`Why`}
        hint={t`Kept on record for the managers. It can stay empty.`}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>
          <Trans>Keep them</Trans>
        </Button>
        <Button kind="danger" busy={busy} busyLabel={t`Removing`} onClick={remove}>
          <Trans>Remove</Trans>
        </Button>
      </div>
    </Dialog>
  );
}
