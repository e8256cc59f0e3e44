import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { Banner } from "../../../ui/Banner.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Markdown } from "../../../ui/markdown/Markdown.tsx";
import { applyMessageChanged } from "../live/apply.ts";
import { toBody, toText } from "../mentions.ts";
import { boxLook } from "./Composer.tsx";
import { TextBox } from "./TextBox.tsx";
import { useThread } from "./thread-scope.ts";
import type { Chosen } from "./thread-scope.ts";

const EditMessage = graphql(`
  mutation EditMessage($input: EditMessageInput!) {
    editMessage(input: $input) {
      message {
        ...LiveMessage
      }
      errors {
        __typename
        code
        message
        field
        ... on VersionConflict {
          current {
            id
            version
            body
          }
        }
      }
    }
  }
`);

/** Changes a message in the place of the composer, whose draft waits. A conflict shows both texts and keeps the written one. */
export default function EditBox({ message, onDone }: { message: Chosen; onDone: () => void }) {
  const { t } = useLingui();
  const { groupId, threadId } = useThread();
  const start = useRef(toText(message.body));
  const [text, setText] = useState(start.current.text);
  const [mentions, setMentions] = useState(start.current.mentions);
  const [version, setVersion] = useState(message.version);
  const [conflict, setConflict] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const { run, busy } = useCommand(
    EditMessage,
    "editMessage",
    (cache, { message: saved }) => {
      if (saved) applyMessageChanged(cache, threadId, saved);
    },
    { onlyUpdate: true },
  );

  useEffect(() => {
    box.current?.focus();
    box.current?.setSelectionRange(text.length, text.length);
    // Once, when editing begins.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  async function save(): Promise<void> {
    const body = toBody(text, mentions).trim();
    if (body === "" || busy) return;
    if (body === message.body) return onDone();
    const input = { messageId: message.id, body, expectedVersion: version };
    const { problems, partly } = await run({ input });
    const stale = partly?.errors.find((error) => error.__typename === "VersionConflict");
    if (stale) {
      setVersion(stale.current.version);
      return setConflict(stale.current.body);
    }
    if (problems[0]) return setProblem(problems[0].message);
    onDone();
  }

  return (
    <div className="relative mx-auto grid max-w-180 gap-2">
      {conflict !== null && (
        <Banner tone="care">
          <p className="font-semibold">
            <Trans>This message was changed elsewhere while you were editing. It now reads:</Trans>
          </p>
          <Markdown text={conflict} />
          <p>
            <Trans>Your text is below. Save again to put it in place of this one.</Trans>
          </p>
        </Banner>
      )}
      {problem && <Banner tone="wrong">{problem}</Banner>}
      <div className="-mt-1 -mb-2 flex items-center justify-between gap-2">
        <p className="text-xs font-semibold text-brand">
          <Trans>Editing your message</Trans>
        </p>
        <Button kind="quiet" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
      <div className={boxLook}>
        <TextBox
          label={t`Edit message`}
          groupId={groupId}
          text={text}
          onText={setText}
          onMention={(one) => setMentions((known) => [...known, one])}
          onSend={() => void save()}
          onKey={(event) => {
            if (event.key !== "Escape") return false;
            onDone();
            return true;
          }}
          box={box}
        />
        <Button kind="primary" busy={busy} onClick={() => void save()}>
          <Trans>Save</Trans>
        </Button>
      </div>
    </div>
  );
}
