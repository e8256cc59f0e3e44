import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { TextField } from "../../../ui/TextField.tsx";

const WriteCompactDocument = graphql(`
  mutation WriteCompact($input: WriteCompactInput!) {
    writeCompact(input: $input) {
      group {
        id
        ...GroupCompact
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
  groupId: string;
  /** What it says now; null where nothing is written. */
  now: { version: number; body: string } | null;
  onClose: () => void;
}

/** Writes what the group agrees on: the first time from a template, later from what it says now. */
export function WriteCompact({ groupId, now, onClose }: Props) {
  const { t } = useLingui();
  const template = t`- What is said here stays here. No patient can be recognised from what we write.
- We ask before we advise.
- We say when we do not know.
- Nobody is laughed at for a question, whatever their grade.
- We tell the group when we cannot be there for a while.`;
  // What it was written from, even when somebody saves another version meanwhile: the server tells of it.
  const [from] = useState(now);
  const [body, setBody] = useState(from?.body ?? template);
  const [change, setChange] = useState("");
  const { keep, of, besides } = useProblems();
  const { run, busy } = useCommand(WriteCompactDocument, "writeCompact");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const text = { body: body.trim(), change: change.trim() || null };
    const { done } = keep(
      await run({ input: { groupId, expectedVersion: from?.version ?? 0, ...text } }),
    );
    if (done) onClose();
  }

  return (
    <form className="grid gap-4" onSubmit={submit}>
      <Problems of={besides("body", "change")} />
      <TextArea
        label={t`What you agree on`}
        hint={
          from
            ? t`All members are asked to agree again when you save.`
            : t`Talk about it in the group first. This is a text to start from: change it until it is yours.`
        }
        required
        maxLength={10_000}
        rows={10}
        error={of("body")}
        value={body}
        onChange={(event) => setBody(event.target.value)}
      />
      {from && (
        <TextField
          label={t`What is new in it`}
          hint={t`Everybody reads this first.`}
          maxLength={500}
          error={of("change")}
          value={change}
          onChange={(event) => setChange(event.target.value)}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" busy={busy} busyLabel={t`Saving`}>
          <Trans>Save</Trans>
        </Button>
        <Button onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
}
