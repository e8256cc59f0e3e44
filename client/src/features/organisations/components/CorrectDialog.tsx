import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { FormActs } from "./FormActs.tsx";
import {
  OrganisationFields,
  saidOf,
  wishFields,
  type OrganisationWish,
} from "./OrganisationFields.tsx";

const CorrectOrganisation = graphql(`
  mutation CorrectOrganisation($input: CorrectOrganisationInput!) {
    correctOrganisation(input: $input) {
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

interface Props {
  id: string;
  version: number;
  /** What the form begins with. */
  said: OrganisationWish;
  onClose: () => void;
}

/** Puts right what was wrong from the beginning. */
export default function CorrectDialog({ id, version, said, onClose }: Props) {
  const { t } = useLingui();
  const [wish, setWish] = useState(said);
  const { keep, of, besides } = useProblems();
  const { run, busy } = useCommand(CorrectOrganisation, "correctOrganisation");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const input = { organisationId: id, expectedVersion: version, ...saidOf(wish) };
    const { done } = keep(await run({ input }));
    if (done) onClose();
  }

  return (
    <Dialog title={t`Correct the entry`} onClose={onClose}>
      <form className="grid gap-4" onSubmit={submit}>
        <p className="text-sm text-ink-2">
          <Trans>
            For what was wrong from the beginning. If it was given a new name on some day, rename it
            instead, so that the old name stays true for the days before.
          </Trans>
        </p>
        <Problems of={besides(...wishFields)} />
        <OrganisationFields
          wish={wish}
          onWish={(change) => setWish((before) => ({ ...before, ...change }))}
          errorOf={of}
        />
        <FormActs busy={busy} busyLabel={t`Saving`} onClose={onClose}>
          <Trans>Save</Trans>
        </FormActs>
      </form>
    </Dialog>
  );
}
