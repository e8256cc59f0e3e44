import { Trans, useLingui } from "@lingui/react/macro";
import { Check, CircleAlert } from "lucide-react";
import { useState, type FormEvent } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { Role } from "../../../generated/graphql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { readAddresses } from "./read-addresses.ts";
import { RoleSelect } from "./RoleSelect.tsx";

const InviteToGroup = graphql(`
  mutation InviteToGroup($input: InviteToGroupInput!) {
    inviteToGroup(input: $input) {
      invitations {
        id
        email
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

interface Result {
  email: string;
  /** Null when the mail is on its way. */
  problem: string | null;
}

interface Props {
  groupId: string;
  /** The only role that is given here; left out, it is chosen. */
  as?: Role;
  onInvited: () => void;
}

export function InviteByMail({ groupId, as, onInvited }: Props) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const [role, setRole] = useState<Role>(as ?? "MEMBER");
  const [note, setNote] = useState("");
  const [results, setResults] = useState<readonly Result[]>([]);
  const { keep, problems } = useProblems();
  const { run, busy } = useCommand(InviteToGroup, "inviteToGroup");
  const emails = readAddresses(text);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const input = { groupId, role, emails, note: note.trim() || null };
    const { done, partly, problems: why } = keep(await run({ input }));
    const payload = done ?? partly;
    if (!payload) return;
    const sent = new Set(payload.invitations.map((one) => one.email?.toLowerCase()));
    const now = emails.map((email, at) => ({
      email,
      problem: sent.has(email.toLowerCase())
        ? null
        : (why.find((one) => one.field === `emails.${at}`)?.message ??
          t`Not sent yet. Mend the others, or take them out, and send again.`),
    }));
    setResults(now);
    // What could not be sent stays, to be put right.
    setText(
      now
        .filter((one) => one.problem !== null)
        .map((one) => one.email)
        .join("\n"),
    );
    if (sent.size > 0) onInvited();
  }

  return (
    <form className="grid gap-4" onSubmit={submit}>
      <Problems of={problems.filter((one) => !one.field?.startsWith("emails."))} />
      {results.length > 0 && (
        <div role="status">
          <ul className="grid gap-1 text-sm">
            {results.map((one) => (
              <li key={one.email} className="flex items-start gap-2">
                {one.problem === null ? (
                  <Check aria-hidden="true" className="mt-0.5 size-4 flex-none text-ok" />
                ) : (
                  <CircleAlert aria-hidden="true" className="mt-0.5 size-4 flex-none text-danger" />
                )}
                <span>
                  <bdi className="font-semibold">{one.email}</bdi>{" "}
                  {one.problem ?? <Trans>The mail is on its way.</Trans>}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <TextArea
        label={t`E-mail addresses`}
        hint={t`One on each line, or pasted from a list. Each gets a mail with a link of their own.`}
        dir="ltr"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {!as && <RoleSelect value={role} onChange={setRole} />}
      <TextArea
        label={t`A word from you`}
        hint={t`It stands in the mail. It can stay empty.`}
        rows={2}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div>
        <Button type="submit" kind="primary" busy={busy} busyLabel={t`Sending`}>
          <Trans>Send the invitations</Trans>
        </Button>
      </div>
    </form>
  );
}
