import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { FormActs } from "../../organisations/components/FormActs.tsx";
import { daysOf, emptySpan, SpanFields, spanFields, type SpanWish } from "./SpanFields.tsx";

const AddWave = graphql(`
  mutation AddWave($input: AddWaveInput!) {
    addWave(input: $input) {
      wave {
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
const EditWave = graphql(`
  mutation EditWave($input: EditWaveInput!) {
    editWave(input: $input) {
      wave {
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
const RemoveWave = graphql(`
  mutation RemoveWave($input: RemoveWaveInput!) {
    removeWave(input: $input) {
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
  programmeId: string;
  /** What is changed; null: one is added. */
  wave: { id: string; said: SpanWish } | null;
  onClose: () => void;
}

/** Adds a wave, changes it, or takes an empty one away. */
export default function WaveDialog({ programmeId, wave, onClose }: Props) {
  const { t } = useLingui();
  const [wish, setWish] = useState(wave?.said ?? emptySpan);
  const { keep, of, besides } = useProblems();
  const add = useCommand(AddWave, "addWave");
  const edit = useCommand(EditWave, "editWave");
  const remove = useCommand(RemoveWave, "removeWave");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const said = { name: wish.name, ...daysOf(wish) };
    const { done } = wave
      ? keep(await edit.run({ input: { waveId: wave.id, ...said } }))
      : keep(await add.run({ input: { programmeId, ...said } }));
    if (done) onClose();
  }
  async function takeAway() {
    if (wave && keep(await remove.run({ input: { waveId: wave.id } })).done) onClose();
  }

  return (
    <Dialog title={wave ? t`Edit the wave` : t`Add a wave`} onClose={onClose}>
      <form className="grid gap-4" onSubmit={submit}>
        <Problems of={besides(...spanFields)} />
        <SpanFields
          wish={wish}
          onWish={(change) => setWish((before) => ({ ...before, ...change }))}
          errorOf={of}
          describes={false}
        />
        {wave && (
          <div>
            <Button kind="danger" busy={remove.busy} busyLabel={t`Removing`} onClick={takeAway}>
              <Trans>Remove this wave</Trans>
            </Button>
          </div>
        )}
        <FormActs busy={add.busy || edit.busy} busyLabel={t`Saving`} onClose={onClose}>
          {wave ? <Trans>Save</Trans> : <Trans>Add it</Trans>}
        </FormActs>
      </form>
    </Dialog>
  );
}
