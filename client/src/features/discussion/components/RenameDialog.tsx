import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
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
          required
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button kind="primary" type="submit" busy={busy}>
          <Trans>Rename</Trans>
        </Button>
      </form>
    </Dialog>
  );
}
