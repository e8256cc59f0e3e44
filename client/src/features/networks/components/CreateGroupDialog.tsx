import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { useNavigate } from "../../../platform/router/router.tsx";
import { graphql } from "../../../generated/gql.ts";
import type { GroupKind, GroupVisibility } from "../../../generated/graphql.ts";
import { addNode } from "../../../platform/apollo/lists.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { Select } from "../../../ui/Select.tsx";
import {
  saidOf,
  setUpOf,
  usualVisibility,
  wishFields,
  wishOf,
} from "../../groups/components/group-wish.ts";
import { GroupFields } from "../../groups/components/GroupFields.tsx";
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
  network,
  onMade,
  onClose,
}: {
  /** With what it says of its new groups. */
  network: {
    id: string;
    groupVisibility?: GroupVisibility | null;
    memberSeats?: number | null;
    coordinatorSeats?: number | null;
  };
  /** What happens then; left out, the new one is opened. */
  onMade?: () => void;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const usualOf = (one: GroupKind) => usualVisibility(one, network.groupVisibility ?? null);
  const [kind, setKind] = useState<GroupKind>("COHORT");
  const [wish, setWish] = useState(() => wishOf({ visibility: usualOf("COHORT") }));
  const [forming, setForming] = useState(false);
  const { keep, of, besides } = useProblems();
  const { run, busy } = useCommand(CreateGroup, "createGroup", (cache, { group }) => {
    if (group) addNode(cache, { __typename: "Network", id: network.id }, "groups", group);
  });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { memberCapacity, coordinatorCapacity, ...setUp } = setUpOf(wish);
    const state = forming ? ("FORMING" as const) : ("ACTIVE" as const);
    const seats = { memberCapacity, coordinatorCapacity };
    const { done } = keep(
      await run({
        input: { networkId: network.id, kind, state, ...saidOf(wish), ...setUp, ...seats },
      }),
    );
    if (done && onMade) onMade();
    else if (done?.group) navigate(`/groups/${done.group.id}`);
  }

  return (
    <Dialog title={t`Create a group`} onClose={onClose}>
      <form className="grid gap-4" onSubmit={submit}>
        <Problems of={besides("kind", ...wishFields)} />
        <Select
          label={t`Kind`}
          hint={t`A cohort holds at most ${network.memberSeats ?? 20} members and ${network.coordinatorSeats ?? 3} coordinators unless you say otherwise.`}
          error={of("kind")}
          value={kind}
          onChange={(event) => {
            const next = event.target.value as GroupKind;
            setKind(next);
            setWish((before) => ({ ...before, visibility: usualOf(next) }));
          }}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {groupKindWord(one)}
            </option>
          ))}
        </Select>
        <GroupFields
          wish={wish}
          onWish={(change) => setWish((before) => ({ ...before, ...change }))}
          errorOf={of}
          setsUp
        />
        <Checkbox
          label={t`It is still forming`}
          hint={t`Nobody joins or applies before you move it on.`}
          checked={forming}
          onChange={(event) => setForming(event.target.checked)}
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
