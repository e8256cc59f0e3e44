import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { FormActs } from "./FormActs.tsx";
import { today } from "./words.ts";

const RenameOrganisation = graphql(`
  mutation RenameOrganisation($input: RenameOrganisationInput!) {
    renameOrganisation(input: $input) {
      organisation {
        id
        ...OrganisationFacts
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

export default function RenameDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui();
  const [name, setName] = useState("");
  const [on, setOn] = useState(today);
  const { keep, of, besides } = useProblems();
  const { run, busy } = useCommand(RenameOrganisation, "renameOrganisation");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { done } = keep(await run({ input: { organisationId: id, name, on } }));
    if (done) onClose();
  }

  return (
    <Dialog title={t`Rename it from a day on`} onClose={onClose}>
      <form className="grid gap-4" onSubmit={submit}>
        <Problems of={besides("name", "on")} />
        <TextField
          label={t`New name`}
          required
          maxLength={200}
          error={of("name")}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={t`First day of the new name`}
          hint={t`Reports of the days before keep the old one.`}
          type="date"
          required
          min="1900-01-01"
          max={today()}
          error={of("on")}
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
        <FormActs busy={busy} busyLabel={t`Renaming`} onClose={onClose}>
          <Trans>Rename it</Trans>
        </FormActs>
      </form>
    </Dialog>
  );
}
