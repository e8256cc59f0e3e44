import { Trans, useLingui } from "@lingui/react/macro";
import type { Shown } from "../../../platform/outbox/core/outbox.ts";
import { Avatar } from "../../../ui/Avatar.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Markdown } from "../../../ui/markdown/Markdown.tsx";
import { useThread } from "./thread-scope.ts";
import { MessagePreviewLine } from "./MessagePreviewLine.tsx";
import { say } from "../../../ui/toast-list.ts";
import type { QueuedMessage } from "../queued-message.ts";

interface Props {
  row: Shown<QueuedMessage>;
  /** Follows one of the same author: the name is not said again. */
  more: boolean;
  me: { id: string; name: string };
  onTake: (row: Shown<QueuedMessage>, edit: boolean) => void;
}

/** A message of this device that the server has not acknowledged, with the truth about it underneath. */
export function PendingItem({ row, more, me, onTake }: Props) {
  const { t } = useLingui();
  const { jumpTo, maySend } = useThread();
  const { body, quoteId } = row.payload;
  const copy = (): void =>
    void navigator.clipboard
      .writeText(body)
      .then(() => say(t`Text copied.`))
      .catch(() => say(t`The text could not be copied.`));
  return (
    <article
      aria-label={t`Your message, not sent yet`}
      className={`grid grid-cols-[40px_minmax(0,1fr)] gap-x-3 ${more ? "py-0.5" : "pt-2 pb-0.5"}`}
    >
      {!more && <Avatar id={me.id} name={me.name} />}
      <div className="col-start-2 min-w-0">
        {!more && (
          <p className="text-sm font-semibold">
            <Trans>You</Trans>
          </p>
        )}
        {quoteId && (
          // Out of the cache: it was on the screen when it was quoted.
          <MessagePreviewLine
            message={{ __typename: "Message", id: quoteId } as never}
            onJump={jumpTo}
          />
        )}
        <Markdown text={body} />
        <p
          className={`text-xs ${row.state === "refused" ? "font-semibold text-danger" : "text-ink-2"}`}
        >
          {row.state === "sending" && <Trans>Sending</Trans>}
          {row.state === "saved" && (
            <Trans>Saved on this device, sends when the link is back</Trans>
          )}
          {row.state === "unsaved" && (
            <Trans>
              Waiting for the link. Keep this page open: this browser does not let us save it
            </Trans>
          )}
          {row.refusal && <Trans>Not sent: {row.refusal.message}</Trans>}
        </p>
        {row.refusal && (
          <div className="flex flex-wrap gap-1">
            {maySend && (
              <Button kind="quiet" onClick={() => onTake(row, true)}>
                <Trans>Edit</Trans>
              </Button>
            )}
            <Button kind="quiet" onClick={copy}>
              <Trans>Copy</Trans>
            </Button>
            <Button kind="quiet" onClick={() => onTake(row, false)}>
              <Trans>Discard</Trans>
            </Button>
          </div>
        )}
      </div>
    </article>
  );
}
