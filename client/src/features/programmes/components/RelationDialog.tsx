import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { FormActs } from "../../organisations/components/FormActs.tsx";

const DateRelation = graphql(`
  mutation DateRelation($input: DateRelationInput!) {
    dateRelation(input: $input) {
      relation {
        id
        from
        until
      }
      errors {
        code
        message
        field
      }
    }
  }
`);
const RemoveRelation = graphql(`
  mutation RemoveRelation($input: RemoveRelationInput!) {
    removeRelation(input: $input) {
      programme {
        id
        ...ProgrammeFacts
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
  id: string;
  name: string;
  from: string | null;
  until: string | null;
  onClose: () => void;
}

/** Changes the days of a relation, or takes it away where it never was. */
export default function RelationDialog({ id, name, from, until, onClose }: Props) {
  const { t } = useLingui();
  const [days, setDays] = useState({ from: from ?? "", until: until ?? "" });
  const { keep, of, besides } = useProblems();
  const date = useCommand(DateRelation, "dateRelation");
  const remove = useCommand(RemoveRelation, "removeRelation");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const input = { relationId: id, from: days.from || null, until: days.until || null };
    if (keep(await date.run({ input })).done) onClose();
  }
  async function takeAway() {
    if (keep(await remove.run({ input: { relationId: id } })).done) onClose();
  }

  return (
    <Dialog title={name} onClose={onClose}>
      <form className="grid gap-4" onSubmit={submit}>
        <Problems of={besides("from", "until")} />
        <TextField
          label={t`First day`}
          hint={t`Empty: from the beginning.`}
          type="date"
          error={of("from")}
          value={days.from}
          onChange={(event) => setDays({ ...days, from: event.target.value })}
        />
        <TextField
          label={t`Day after the last`}
          hint={t`When it has come to its end. Reports of the days before stay as they are.`}
          type="date"
          error={of("until")}
          value={days.until}
          onChange={(event) => setDays({ ...days, until: event.target.value })}
        />
        <div>
          <Button kind="danger" busy={remove.busy} busyLabel={t`Removing`} onClick={takeAway}>
            <Trans>It never was: remove it</Trans>
          </Button>
        </div>
        <FormActs busy={date.busy} busyLabel={t`Saving`} onClose={onClose}>
          <Trans>Save</Trans>
        </FormActs>
      </form>
    </Dialog>
  );
}
