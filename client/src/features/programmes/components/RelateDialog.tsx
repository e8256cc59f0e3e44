import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { ProgrammeRelationKind } from "../../../generated/graphql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Choices } from "../../../ui/Choices.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import {
  FindOrganisation,
  type FoundOrganisation,
} from "../../organisations/components/FindOrganisation.tsx";
import { FormActs } from "../../organisations/components/FormActs.tsx";
import { relationKinds, relationWord } from "./words.ts";

const RelateOrganisation = graphql(`
  mutation RelateOrganisation($input: RelateOrganisationInput!) {
    relateOrganisation(input: $input) {
      relation {
        id
        programme {
          id
          ...ProgrammeFacts
        }
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
  programmeId: string;
  networkId: string;
  onClose: () => void;
}

/** Says which organisation funds, hosts or partners a programme. */
export default function RelateDialog({ programmeId, networkId, onClose }: Props) {
  const { t } = useLingui();
  const [kind, setKind] = useState<ProgrammeRelationKind>("FUNDS");
  const [chosen, setChosen] = useState<FoundOrganisation | null>(null);
  const [days, setDays] = useState({ from: "", until: "" });
  const [missing, setMissing] = useState(false);
  const { keep, of, besides } = useProblems();
  const { run, busy } = useCommand(RelateOrganisation, "relateOrganisation");

  async function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(!chosen);
    if (!chosen) return;
    const span = { from: days.from || null, until: days.until || null };
    const input = { programmeId, organisationId: chosen.id, kind, ...span };
    if (keep(await run({ input })).done) onClose();
  }

  return (
    <Dialog title={t`Who stands behind it`} onClose={onClose}>
      <form className="grid gap-4" onSubmit={submit}>
        <Problems of={besides("organisationId", "from", "until")} />
        <Choices
          label={t`What it does`}
          value={kind}
          onChange={setKind}
          options={relationKinds.map((value) => ({ value, label: relationWord(value) }))}
        />
        <FindOrganisation
          networkId={networkId}
          label={t`Organisation`}
          error={missing ? t`Choose an organisation.` : of("organisationId")}
          chosen={chosen}
          onChoose={setChosen}
        />
        <div className="grid gap-4 sm:grid-cols-2">
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
            hint={t`Empty: it lasts.`}
            type="date"
            error={of("until")}
            value={days.until}
            onChange={(event) => setDays({ ...days, until: event.target.value })}
          />
        </div>
        <FormActs busy={busy} busyLabel={t`Adding`} onClose={onClose}>
          <Trans>Add it</Trans>
        </FormActs>
      </form>
    </Dialog>
  );
}
