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
import { removeMember } from "../live/remove-member.ts";

const RemoveMember = graphql(`
  mutation RemoveMember($input: RemoveMemberInput!) {
    removeMember(input: $input) {
      person {
        id
      }
      group {
        id
        ...GroupSeats
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
  groupId: string;
  person: { id: string; name: string };
  onClose: () => void;
}

/** Taking someone out can't be taken back, only mended by a new invitation, so it asks for the reason first. */
export default function RemoveMemberDialog({ groupId, person, onClose }: Props) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  const { problems, keep } = useProblems();
  const { name } = person;
  const { run, busy } = useCommand(RemoveMember, "removeMember", (cache) =>
    removeMember(cache, groupId, person.id),
  );

  async function remove() {
    const input = { groupId, personId: person.id, reason: reason.trim() || null };
    const { done } = keep(await run({ input }));
    if (!done) return;
    say(t`${name} is no longer in the group.`);
    onClose();
  }

  return (
    <Dialog title={t`Remove ${name}`} onClose={onClose}>
      <p className="text-sm">
        <Trans>
          They can no longer read or write here, from this moment. What they wrote stays. To have
          them back, invite them again.
        </Trans>
      </p>
      <Problems of={problems} />
      <TextField
        label={t`Why`}
        hint={t`Kept on record for the coordinators and managers. It can stay empty.`}
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
