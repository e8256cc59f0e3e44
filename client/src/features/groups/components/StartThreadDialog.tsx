import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { useNavigate } from "../../../platform/router/router.tsx";
import { graphql } from "../../../generated/gql.ts";
import type { ThreadKind } from "../../../generated/graphql.ts";
import { addNode } from "../../../platform/apollo/lists.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { Choices } from "../../../ui/Choices.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { threadKindWord } from "./words.ts";

const StartThread = graphql(`
  mutation StartThread($input: StartThreadInput!) {
    startThread(input: $input) {
      thread {
        id
        ...GroupThread
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
  canAnnounce: boolean;
  onClose: () => void;
}

export default function StartThreadDialog({ groupId, canAnnounce, onClose }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [kind, setKind] = useState<ThreadKind>("DISCUSSION");
  const [title, setTitle] = useState("");
  const [body, setBody] = useState("");
  const [ask, setAsk] = useState(false);
  // One key for as long as the dialog stands: a second press, or a second try, starts no second thread.
  const [clientKey] = useState(() => crypto.randomUUID());
  const { keep, of, besides } = useProblems();
  const { run, busy } = useCommand(StartThread, "startThread", (cache, { thread }) => {
    if (thread) addNode(cache, { __typename: "Group", id: groupId }, "threads", thread);
  });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { done } = keep(
      await run({
        input: {
          groupId,
          kind,
          title: title.trim(),
          body: body.trim(),
          clientKey,
          askAcknowledgement: kind === "ANNOUNCEMENT" && ask,
        },
      }),
    );
    if (done?.thread) navigate(`/groups/${groupId}/threads/${done.thread.id}`);
  }

  const kinds: ThreadKind[] = [
    "DISCUSSION",
    "QUESTION",
    ...(canAnnounce ? (["ANNOUNCEMENT"] as const) : []),
  ];
  return (
    <Dialog title={t`Start a thread`} onClose={onClose}>
      <form className="grid gap-4" onSubmit={submit}>
        <Problems of={besides("title", "body")} />
        <Choices
          label={t`What kind`}
          value={kind}
          onChange={setKind}
          options={kinds.map((one) => ({ value: one, label: threadKindWord(one) }))}
        />
        <p className="-mt-2 text-xs text-ink-2">
          {kind === "DISCUSSION" && (
            <Trans>To think together about something from your work.</Trans>
          )}
          {kind === "QUESTION" && (
            <Trans>When you need an answer. You can mark the one that helped.</Trans>
          )}
          {kind === "ANNOUNCEMENT" && <Trans>For what everybody in the group must know.</Trans>}
        </p>
        <TextField
          label={t`Title`}
          hint={t`Say what it is about, so that people find it again.`}
          required
          maxLength={200}
          error={of("title")}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <TextArea
          label={t`First message`}
          hint={t`No names or details of patients.`}
          required
          maxLength={10_000}
          error={of("body")}
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
        {kind === "ANNOUNCEMENT" && (
          <Checkbox
            label={t`Ask everybody to acknowledge it`}
            hint={t`You will see who has read it and who has not yet.`}
            checked={ask}
            onChange={(event) => setAsk(event.target.checked)}
          />
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" kind="primary" busy={busy} busyLabel={t`Starting`}>
            <Trans>Start the thread</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
