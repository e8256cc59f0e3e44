import { Trans, useLingui } from "@lingui/react/macro";
import { SendHorizontal, X } from "lucide-react";
import { useEffect, useState } from "react";
import type { KeyboardEvent, RefObject } from "react";
import { Button } from "../../../ui/Button.tsx";
import { plainText } from "../../../ui/markdown/plain-text.ts";
import type { useDraft } from "../hooks/use-draft.ts";
import { toBody, toText } from "../mentions.ts";
import type { Mentionable } from "../mentions.ts";
import { TextBox } from "./TextBox.tsx";
import type { Chosen } from "./thread-scope.ts";

interface Props {
  groupId: string;
  groupName: string;
  draft: ReturnType<typeof useDraft>;
  quoted: Chosen | null;
  onUnquote: () => void;
  onSend: (body: string, quoteId: string | null) => void;
  onTyping: () => void;
  /** Arrow up in the empty box. */
  onEditLast: () => void;
  box: RefObject<HTMLTextAreaElement | null>;
}

export const boxLook =
  "flex items-end gap-2 rounded-xl border border-line-strong bg-paper py-1 ps-3.5 pe-1 focus-within:border-brand focus-within:outline-3 focus-within:outline-focus";

/** Where one writes to a thread. What was written leaves the box only into the outbox. */
export function Composer(props: Props) {
  const { groupId, groupName, draft, quoted, onUnquote, onSend, onTyping, onEditLast, box } = props;
  const { t } = useLingui();
  const [mentions, setMentions] = useState<readonly Mentionable[]>([]);
  const [text, setText] = useState("");
  const [body, setBody] = useState("");

  // The draft came from elsewhere: an earlier visit, another device, a message that was refused.
  if (draft.body !== body) {
    const came = toText(draft.body);
    setBody(draft.body);
    setText(came.text);
    setMentions([...mentions, ...came.mentions]);
  }

  useEffect(() => {
    if (quoted) box.current?.focus();
  }, [quoted, box]);

  function write(next: string, known = mentions): void {
    const made = toBody(next, known);
    setText(next);
    setBody(made);
    draft.change(made);
    if (next !== "") onTyping();
  }

  function send(): void {
    const made = toBody(text, mentions).trim();
    if (made === "") return;
    onSend(made, quoted?.id ?? null);
    setMentions([]);
    setText("");
    setBody("");
    draft.clear();
    box.current?.focus();
  }

  function onKey(event: KeyboardEvent): boolean {
    if (event.key === "ArrowUp" && text === "") {
      event.preventDefault();
      onEditLast();
      return true;
    }
    if (event.key !== "Escape" || !quoted) return false;
    onUnquote();
    return true;
  }

  return (
    <form
      // The names after an @ stand above all of it.
      className="relative mx-auto max-w-180"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {quoted && (
        <div className="flex items-center gap-2 pb-1">
          <p className="line-clamp-2 min-w-0 flex-1 border-s-3 border-brand ps-2.5 text-sm text-ink-2">
            <bdi className="font-semibold">{quoted.authorName}</bdi>{" "}
            <span dir="auto">{plainText(quoted.body)}</span>
          </p>
          <Button kind="icon" aria-label={t`Do not quote`} onClick={onUnquote}>
            <X aria-hidden="true" size={20} />
          </Button>
        </div>
      )}
      <div className={boxLook}>
        <TextBox
          label={t`Message`}
          placeholder={t`Write to ${groupName}`}
          groupId={groupId}
          text={text}
          onText={write}
          onMention={(one) => setMentions((known) => [...known, one])}
          onSend={send}
          onKey={onKey}
          box={box}
        />
        <Button kind="primary" type="submit" aria-disabled={text.trim() === ""}>
          <span className="max-sm:sr-only">
            <Trans>Send</Trans>
          </span>
          <SendHorizontal aria-hidden="true" size={18} className="sm:hidden rtl:-scale-x-100" />
        </Button>
      </div>
    </form>
  );
}
