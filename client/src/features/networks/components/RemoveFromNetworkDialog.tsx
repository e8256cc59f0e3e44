import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { RemovePersonDialog } from "../../../ui/RemovePersonDialog.tsx";
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
  const { problems, keep } = useProblems();
  const { name } = person;
  const { run, busy } = useCommand(RemoveFromNetwork, "removeFromNetwork");

  async function remove(reason: string | null) {
    const input = { networkId, personId: person.id, reason };
    const { done } = keep(await run({ input }));
    if (!done) return;
    say(t`${name} is no longer in the network.`);
    onClose();
  }

  return (
    <RemovePersonDialog
      name={name}
      hint={t`Kept on record for the managers. It can stay empty.`}
      problems={problems}
      busy={busy}
      onRemove={(reason) => void remove(reason)}
      onClose={onClose}
    >
      <Trans>
        They leave every group of this network and see nothing of it any more, from this moment.
        What they wrote stays. Invitations from before today no longer let them in.
      </Trans>
    </RemovePersonDialog>
  );
}
