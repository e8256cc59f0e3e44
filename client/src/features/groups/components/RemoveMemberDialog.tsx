import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { RemovePersonDialog } from "../../../ui/RemovePersonDialog.tsx";
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
  const { problems, keep } = useProblems();
  const { name } = person;
  const { run, busy } = useCommand(RemoveMember, "removeMember", (cache) =>
    removeMember(cache, groupId, person.id),
  );

  async function remove(reason: string | null) {
    const input = { groupId, personId: person.id, reason };
    const { done } = keep(await run({ input }));
    if (!done) return;
    say(t`${name} is no longer in the group.`);
    onClose();
  }

  return (
    <RemovePersonDialog
      name={name}
      hint={t`Kept on record for the coordinators and managers. It can stay empty.`}
      problems={problems}
      busy={busy}
      onRemove={(reason) => void remove(reason)}
      onClose={onClose}
    >
      <Trans>
        They can no longer read or write here, from this moment. What they wrote stays. To have them
        back, invite them again.
      </Trans>
    </RemovePersonDialog>
  );
}
