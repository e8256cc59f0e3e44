import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Choices } from "../../../ui/Choices.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { say } from "../../../ui/toast-list.ts";
import { FindOrganisation, type FoundOrganisation } from "./FindOrganisation.tsx";
import { FormActs } from "./FormActs.tsx";
import { useRevive } from "./use-revive.ts";
import { today } from "./words.ts";

const MergeOrganisations = graphql(`
  mutation MergeOrganisations($input: MergeOrganisationsInput!) {
    mergeOrganisations(input: $input) {
      organisations {
        id
        ...OrganisationFacts
      }
      into {
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

const CloseOrganisation = graphql(`
  mutation CloseOrganisation($input: CloseOrganisationInput!) {
    closeOrganisation(input: $input) {
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
  name: string;
  networkId: string;
  onClose: () => void;
}

/** Says that an organisation is no more, and what carries it on. */
export default function EndDialog({ id, name, networkId, onClose }: Props) {
  const { t } = useLingui();
  const [how, setHow] = useState<"merged" | "closed">("merged");
  const [into, setInto] = useState<FoundOrganisation | null>(null);
  const [on, setOn] = useState(today);
  const [missing, setMissing] = useState(false);
  const { keep, of, besides } = useProblems();
  const merge = useCommand(MergeOrganisations, "mergeOrganisations");
  const close = useCommand(CloseOrganisation, "closeOrganisation");
  const revive = useRevive();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(how === "merged" && !into);
    if (how === "merged" && !into) return;
    const { done } =
      how === "merged" && into
        ? keep(await merge.run({ input: { organisationIds: [id], intoId: into.id, on } }))
        : keep(await close.run({ input: { organisationId: id, on } }));
    if (!done) return;
    say(t`${name} is entered as no more.`, { label: t`Undo`, run: () => void revive(id) });
    onClose();
  }

  return (
    <Dialog title={t`It is no more`} onClose={onClose}>
      <form className="grid gap-4" onSubmit={submit}>
        <Problems of={besides("intoId", "on")} />
        <Choices
          label={t`What became of it`}
          value={how}
          onChange={setHow}
          options={[
            { value: "merged", label: t`Another organisation carries it on` },
            { value: "closed", label: t`It was closed` },
          ]}
        />
        {how === "merged" && (
          <FindOrganisation
            networkId={networkId}
            label={t`What carries it on`}
            hint={t`What hangs on ${name} stays with it, and is true for its days.`}
            error={missing ? t`Choose what carries it on.` : of("intoId")}
            chosen={into}
            onChoose={setInto}
            except={id}
          />
        )}
        <TextField
          label={t`First day without it`}
          type="date"
          required
          min="1900-01-01"
          max={today()}
          error={of("on")}
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
        <FormActs busy={merge.busy || close.busy} busyLabel={t`Saving`} onClose={onClose}>
          <Trans>Enter it</Trans>
        </FormActs>
      </form>
    </Dialog>
  );
}
