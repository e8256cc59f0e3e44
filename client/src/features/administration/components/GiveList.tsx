import { useApolloClient } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { GatherInvitationsInput } from "../../../generated/graphql.ts";
import { runCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { useNavigate } from "../../../platform/router/router.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { Select } from "../../../ui/Select.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { RoleSelect } from "../../groups/components/RoleSelect.tsx";
import { keepList, keptList, type GivenList } from "./kept-list.ts";
import { readList } from "./read-list.ts";
import { MOST_CHARACTERS, toParts } from "./to-parts.ts";

const GatherInvitations = graphql(`
  mutation GatherInvitations($input: GatherInvitationsInput!) {
    gatherInvitations(input: $input) {
      bulkAct {
        id
      }
      errors {
        code
        message
        field
      }
    }
  }
`);
const PlanInvitations = graphql(`
  mutation PlanInvitations($input: PlanInvitationsInput!) {
    planInvitations(input: $input) {
      bulkAct {
        id
        state
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
  groups: readonly { id: string; name: string }[];
}

/** A list of people, pasted or from a file. Sending it does nothing but show what would be done. */
export function GiveList({ networkId, groups }: Props) {
  const { t } = useLingui();
  const client = useApolloClient();
  const navigate = useNavigate();
  const [list, setList] = useState(() => keptList(networkId));
  const { text, groupId, role, note } = list;
  const change = (some: Partial<GivenList>) => setList((before) => ({ ...before, ...some }));
  const [busy, setBusy] = useState(false);
  const { keep, of, besides } = useProblems();
  const tooLong = text.length > MOST_CHARACTERS;

  async function take(file: File | undefined) {
    if (file) change({ text: await readList(file) });
  }

  async function sendPart(input: GatherInvitationsInput): Promise<string | null> {
    const { done } = keep(
      await runCommand(
        client,
        { document: GatherInvitations, name: "gatherInvitations" },
        { input },
      ),
    );
    return done?.bulkAct?.id ?? null;
  }

  async function send(): Promise<void> {
    let bulkActId: string | null = null;
    for (const [at, part] of toParts(text).entries()) {
      const id = await sendPart({ networkId, bulkActId, part: at + 1, text: part });
      if (!id) return;
      bulkActId = id;
    }
    if (!bulkActId) return;
    keepList(client, list);
    const input = { bulkActId, groupId: groupId || null, role, note: note.trim() || null };
    const { done } = keep(
      await runCommand(client, { document: PlanInvitations, name: "planInvitations" }, { input }),
    );
    if (done) navigate(`/acts/${bulkActId}`);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (tooLong) return;
    setBusy(true);
    await send();
    setBusy(false);
  }

  return (
    <form className="grid gap-4" onSubmit={submit}>
      <Problems of={besides("text", "note")} />
      <TextArea
        label={t`People`}
        hint={t`One a line: address, name, group, role. Only the address is needed. Paste it from a spreadsheet, or choose a file.`}
        required
        error={tooLong ? t`This is more than 5,000 lines: send it in several lists.` : of("text")}
        value={text}
        onChange={(event) => change({ text: event.target.value })}
      />
      <Field label={t`Or a file (CSV)`}>
        {(wiring) => (
          <input
            {...wiring}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            className="max-w-full text-sm text-ink-2 file:me-3 file:min-h-11 file:rounded-lg file:border file:border-solid file:border-line-strong file:bg-surface file:px-4 file:font-semibold file:text-ink"
            onChange={(event) => void take(event.target.files?.[0])}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t`Group, where a line names none`}
          value={groupId}
          onChange={(event) => change({ groupId: event.target.value })}
        >
          <option value="">{t`None: each line names its group`}</option>
          {groups.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <RoleSelect value={role} onChange={(chosen) => change({ role: chosen })} />
      </div>
      <TextArea
        label={t`A few words for the letter`}
        maxLength={1000}
        error={of("note")}
        value={note}
        onChange={(event) => change({ note: event.target.value })}
      />
      <div>
        <Button type="submit" kind="primary" busy={busy} busyLabel={t`Reading the list`}>
          <Trans>Look at it first</Trans>
        </Button>
      </div>
    </form>
  );
}
