import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { useNavigate } from "../../../platform/router/router.tsx";
import { graphql } from "../../../generated/gql.ts";
import type { GroupKind } from "../../../generated/graphql.ts";
import { addNode } from "../../../platform/apollo/lists.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { Select } from "../../../ui/Select.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { CountrySelect } from "../../people/components/CountrySelect.tsx";
import { groupKindWord } from "../../groups/components/words.ts";

const CreateGroup = graphql(`
  mutation CreateGroup($input: CreateGroupInput!) {
    createGroup(input: $input) {
      group {
        id
        ...GroupRow
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

// The coordinators' group is not made by hand: the network keeps it.
const kinds: GroupKind[] = ["COHORT", "COMBINED_COHORT", "COMMUNITY", "ALUMNI"];

export default function CreateGroupDialog({
  networkId,
  onClose,
}: {
  networkId: string;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [kind, setKind] = useState<GroupKind>("COHORT");
  const [name, setName] = useState("");
  const [country, setCountry] = useState("");
  const [description, setDescription] = useState("");
  const { keep, of, besides } = useProblems();
  const { run, busy } = useCommand(CreateGroup, "createGroup", (cache, { group }) => {
    if (group) addNode(cache, { __typename: "Network", id: networkId }, "groups", group);
  });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { done } = keep(
      await run({
        input: {
          networkId,
          kind,
          name: name.trim(),
          country: country || null,
          description: description.trim() || null,
        },
      }),
    );
    if (done?.group) navigate(`/groups/${done.group.id}`);
  }

  return (
    <Dialog title={t`Create a group`} onClose={onClose}>
      <form className="grid gap-4" onSubmit={submit}>
        <Problems of={besides("name", "kind", "country", "description")} />
        <TextField
          label={t`Name`}
          required
          maxLength={120}
          error={of("name")}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Select
          label={t`Kind`}
          hint={t`A cohort holds at most 20 members and 3 coordinators. A community is open to the network.`}
          error={of("kind")}
          value={kind}
          onChange={(event) => setKind(event.target.value as GroupKind)}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {groupKindWord(one)}
            </option>
          ))}
        </Select>
        <CountrySelect
          label={t`Country`}
          none={t`More than one`}
          error={of("country")}
          value={country}
          onChange={setCountry}
        />
        <TextArea
          label={t`What it is for`}
          hint={t`Two or three sentences that a new member reads first.`}
          maxLength={2000}
          error={of("description")}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" kind="primary" busy={busy} busyLabel={t`Creating`}>
            <Trans>Create the group</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
