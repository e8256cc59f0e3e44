import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { TextField } from "../../../ui/TextField.tsx";

const EditGroupDocument = graphql(`
  mutation EditGroup($input: EditGroupInput!) {
    editGroup(input: $input) {
      group {
        id
        name
        description
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
  group: { id: string; name: string; description?: string | null };
  onClose: () => void;
}

export function EditGroup({ group, onClose }: Props) {
  const { t } = useLingui();
  const [name, setName] = useState(group.name);
  const [description, setDescription] = useState(group.description ?? "");
  const { keep, of, besides } = useProblems();
  const { run, busy } = useCommand(EditGroupDocument, "editGroup");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const input = { groupId: group.id, name: name.trim(), description: description.trim() };
    const { done } = keep(await run({ input }));
    if (done) onClose();
  }

  return (
    <form className="grid gap-4" onSubmit={submit}>
      <Problems of={besides("name", "description")} />
      <TextField
        label={t`Name`}
        required
        maxLength={120}
        error={of("name")}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextArea
        label={t`What it is for`}
        hint={t`Two or three sentences that a new member reads first.`}
        maxLength={2000}
        error={of("description")}
        value={description}
        onChange={(event) => setDescription(event.target.value)}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" busy={busy} busyLabel={t`Saving`}>
          <Trans>Save</Trans>
        </Button>
        <Button onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
}
