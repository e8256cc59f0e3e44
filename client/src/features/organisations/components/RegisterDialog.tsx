import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { useNavigate } from "../../../platform/router/router.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { FormActs } from "./FormActs.tsx";
import {
  OrganisationFields,
  saidOf,
  wishFields,
  type OrganisationWish,
} from "./OrganisationFields.tsx";

const RegisterOrganisation = graphql(`
  mutation RegisterOrganisation($input: RegisterOrganisationInput!) {
    registerOrganisation(input: $input) {
      organisation {
        id
        ...OrganisationRow
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

/** Enters an organisation, beginning with the name that was looked for and not found. */
export default function RegisterDialog({
  networkId,
  name,
  onMade,
  onClose,
}: {
  networkId: string;
  name: string;
  /** What happens then; left out, the new one is opened. */
  onMade?: () => void;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [wish, setWish] = useState<OrganisationWish>({
    name,
    kind: "HOSPITAL",
    country: "",
    area: "",
    validFrom: "",
  });
  const [noCountry, setNoCountry] = useState(false);
  const { keep, of, besides } = useProblems();
  const { run, busy } = useCommand(
    RegisterOrganisation,
    "registerOrganisation",
    (cache) => void cache.evict({ id: `Network:${networkId}`, fieldName: "organisations" }),
  );

  async function submit(event: FormEvent) {
    event.preventDefault();
    setNoCountry(!wish.country);
    if (!wish.country) return;
    const { done } = keep(await run({ input: { networkId, ...saidOf(wish) } }));
    if (done && onMade) onMade();
    else if (done?.organisation) navigate(`/organisations/${done.organisation.id}`);
  }

  return (
    <Dialog title={t`Add an organisation`} onClose={onClose}>
      <form className="grid gap-4" onSubmit={submit}>
        <Problems of={besides(...wishFields)} />
        <OrganisationFields
          wish={wish}
          onWish={(change) => setWish((before) => ({ ...before, ...change }))}
          errorOf={(field) =>
            field === "country" && noCountry ? t`Choose the country that it is in.` : of(field)
          }
        />
        <FormActs busy={busy} busyLabel={t`Adding`} onClose={onClose}>
          <Trans>Add it</Trans>
        </FormActs>
      </form>
    </Dialog>
  );
}
