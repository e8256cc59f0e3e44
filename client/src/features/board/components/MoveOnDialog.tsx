import { useApolloClient } from "@apollo/client/react";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { GroupState } from "../../../generated/graphql.ts";
import { runCommand } from "../../../platform/apollo/use-command.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Select } from "../../../ui/Select.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { stateSays, stateWord } from "../../groups/components/context-words.ts";
import { boardStates } from "./board-filter.ts";
import { chosenIn, preview, type Movable } from "./board-move.ts";

const BoardMoveOn = graphql(`
  mutation BoardMoveOn($input: MoveGroupOnInput!) {
    moveGroupOn(input: $input) {
      group {
        id
        ...BoardRow
        ...BoardMove
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
  ids: readonly string[];
  /** Some of them were moved. */
  onMoved: () => void;
  onClose: () => void;
}

/** Moves several groups on, after it was shown which of them go and which stay. Each step stands in its group's log. */
export default function MoveOnDialog({ ids, onMoved, onClose }: Props) {
  const { t } = useLingui();
  const client = useApolloClient();
  // As they were when the dialog opened: the answer is told beside what was asked.
  const [groups] = useState(() => chosenIn(client.cache, ids));
  const possible = boardStates.filter((state) => preview(groups, state).moving.length > 0);
  const [to, setTo] = useState<GroupState | null>(possible[0] ?? null);
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<{ moved: Movable[]; refused: string[] } | null>(null);
  const { moving, staying } = to ? preview(groups, to) : { moving: [], staying: groups };

  async function move(state: GroupState) {
    setBusy(true);
    const moved: Movable[] = [];
    const refused: string[] = [];
    // One behind the other: what is refused stops nobody else.
    for (const group of moving) {
      const input = { groupId: group.id, state, reason: reason.trim() || null };
      const command = { document: BoardMoveOn, name: "moveGroupOn" as const };
      const { done, problems } = await runCommand(client, command, { input });
      if (done) moved.push(group);
      else refused.push(`${group.name}: ${problems.map(({ message }) => message).join(" ")}`);
    }
    setBusy(false);
    setAnswer({ moved, refused });
    if (moved.length > 0) onMoved();
  }

  if (answer)
    return (
      <Dialog title={t`Groups moved on`} onClose={onClose}>
        <p role="status">
          <Plural value={answer.moved.length} one="# group moved on." other="# groups moved on." />
        </p>
        {answer.refused.length > 0 && (
          <>
            <p role="alert" className="text-sm font-semibold">
              <Trans>These stayed as they were:</Trans>
            </p>
            <Lines of={answer.refused} />
          </>
        )}
        <div className="flex justify-end">
          <Button kind="primary" onClick={onClose}>
            <Trans>Close</Trans>
          </Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={t`Move groups on`} onClose={onClose}>
      {to ? (
        <>
          <Select
            label={t`To`}
            value={to}
            onChange={({ target }) => setTo(boardStates.find((one) => one === target.value) ?? to)}
          >
            {possible.map((state) => (
              <option key={state} value={state}>
                {stateWord(state)}
              </option>
            ))}
          </Select>
          <p className="text-sm">{stateSays(to)}</p>
          <p className="text-sm font-semibold">
            <Plural value={moving.length} one="# group moves on:" other="# groups move on:" />
          </p>
          <Lines of={moving.map(({ name, state }) => `${name} (${stateWord(state)})`)} />
        </>
      ) : (
        <p>
          <Trans>None of these groups can be moved on.</Trans>
        </p>
      )}
      {staying.length > 0 && (
        <>
          <p className="text-sm font-semibold">
            <Plural value={staying.length} one="# stays as it is:" other="# stay as they are:" />
          </p>
          <Lines of={staying.map(({ name, state }) => `${name} (${stateWord(state)})`)} />
        </>
      )}
      {to && (
        <>
          <TextField
            label={t`Why`}
            hint={t`Their members read it. You can leave it out.`}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <p className="text-sm text-ink-2">
            <Trans>
              This cannot be taken back: a group goes on in its life and not back. Only a sealed one
              can be opened again, as one that has graduated.
            </Trans>
          </p>
        </>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>
          <Trans>Leave them as they are</Trans>
        </Button>
        {to && (
          <Button
            kind={to === "SEALED" ? "danger" : "primary"}
            busy={busy}
            busyLabel={t`Moving on`}
            onClick={() => void move(to)}
          >
            <Plural value={moving.length} one="Move # group on" other="Move # groups on" />
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function Lines({ of }: { of: readonly string[] }) {
  return (
    <ul className="max-h-48 list-disc overflow-y-auto ps-5 text-sm">
      {of.map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}
