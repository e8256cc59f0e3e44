import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { applyThreadChanged } from "../live/apply.ts";

const RenameThread = graphql(`
  mutation RenameThread($input: RenameThreadInput!) {
    renameThread(input: $input) {
      thread {
        ...LiveThread
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
  threadId: string;
  title: string;
  onClose: () => void;
}

export default function RenameDialog({ threadId, title, onClose }: Props) {
  const { t } = useLingui();
  const [text, setText] = useState(title);
  const input = useRef<HTMLInputElement>(null);
  // What one came for; the dialog would give the focus to its first button.
  useEffect(() => input.current?.focus(), []);
  const [problem, setProblem] = useState<string | null>(null);
  const { run, busy } = useCommand(
    RenameThread,
    "renameThread",
    (cache, { thread }) => {
      if (thread) applyThreadChanged(cache, thread);
    },
    { onlyUpdate: true },
  );
  return (
    <Dialog title={t`Rename the thread`} onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void run({ input: { threadId, title: text.trim() } }).then(({ problems }) =>
            problems[0] ? setProblem(problems[0].message) : onClose(),
          );
        }}
      >
        <TextField
          label={t`Title`}
          error={problem}
          ref={input}
          required
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button kind="primary" type="submit" busy={busy} busyLabel={t`Saving`}>
            <Trans>Rename</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
