import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { useNavigate } from "../../../platform/router/router.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { FormActs } from "../../organisations/components/FormActs.tsx";
import { daysOf, emptySpan, SpanFields, spanFields, type SpanWish } from "./SpanFields.tsx";

const CreateProgramme = graphql(`
  mutation CreateProgramme($input: CreateProgrammeInput!) {
    createProgramme(input: $input) {
      programme {
        id
        ...ProgrammeRow
      }
      errors {
        code
        message
        field
      }
    }
  }
`);
const EditProgramme = graphql(`
  mutation EditProgramme($input: EditProgrammeInput!) {
    editProgramme(input: $input) {
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
  networkId: string;
  /** What is changed; null: a new one is made. */
  programme: { id: string; version: number; said: SpanWish } | null;
  /** What happens then; left out, the new one is opened. */
  onMade?: () => void;
  onClose: () => void;
}

/** Makes a programme, or changes what it says of itself. */
export default function ProgrammeDialog({ networkId, programme, onMade, onClose }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [wish, setWish] = useState(programme?.said ?? emptySpan);
  const { keep, of, besides } = useProblems();
  const create = useCommand(
    CreateProgramme,
    "createProgramme",
    (cache) => void cache.evict({ id: `Network:${networkId}`, fieldName: "programmes" }),
  );
  const edit = useCommand(EditProgramme, "editProgramme");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const said = { name: wish.name, description: wish.description || null, ...daysOf(wish) };
    if (programme) {
      const input = { programmeId: programme.id, expectedVersion: programme.version, ...said };
      if (keep(await edit.run({ input })).done) onClose();
      return;
    }
    const { done } = keep(await create.run({ input: { networkId, ...said } }));
    if (done && onMade) onMade();
    else if (done?.programme) navigate(`/programmes/${done.programme.id}`);
  }

  return (
    <Dialog title={programme ? t`Edit the programme` : t`Make a programme`} onClose={onClose}>
      <form className="grid gap-4" onSubmit={submit}>
        <Problems of={besides(...spanFields)} />
        <SpanFields
          wish={wish}
          onWish={(change) => setWish((before) => ({ ...before, ...change }))}
          errorOf={of}
          describes
        />
        <FormActs busy={create.busy || edit.busy} busyLabel={t`Saving`} onClose={onClose}>
          {programme ? <Trans>Save</Trans> : <Trans>Make it</Trans>}
        </FormActs>
      </form>
    </Dialog>
  );
}
