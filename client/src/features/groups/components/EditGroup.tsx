import type { FragmentType } from "@apollo/client";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { GroupContextFragment } from "../../../generated/graphql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { GroupContextDocument } from "./GroupContext.tsx";
import { GroupFields } from "./GroupFields.tsx";
import { saidOf, setUpOf, wishFields, wishOf } from "./group-wish.ts";

const EditGroupDocument = graphql(`
  mutation EditGroup($input: EditGroupInput!) {
    editGroup(input: $input) {
      group {
        ...GroupContext
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

/** The form, once what it begins with is there. */
export default function EditGroupOf({
  group,
  onClose,
}: {
  group: FragmentType<GroupContextFragment>;
  onClose: () => void;
}) {
  const data = useFragmentData(GroupContextDocument, group);
  return data && <EditGroup group={data} onClose={onClose} />;
}

interface Props {
  group: GroupContextFragment;
  onClose: () => void;
}

function EditGroup({ group, onClose }: Props) {
  const { t } = useLingui();
  const [wish, setWish] = useState(() => wishOf(group));
  const { keep, of, besides } = useProblems();
  const { run, busy } = useCommand(EditGroupDocument, "editGroup");
  const setsUp = group.viewerCan.includes("SET_UP");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const input = { groupId: group.id, ...saidOf(wish), ...(setsUp ? setUpOf(wish) : {}) };
    const { done } = keep(await run({ input }));
    if (done) onClose();
  }

  return (
    <form className="grid gap-4" onSubmit={submit}>
      <Problems of={besides(...wishFields)} />
      <GroupFields
        wish={wish}
        onWish={(change) => setWish((before) => ({ ...before, ...change }))}
        errorOf={of}
        setsUp={setsUp}
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
