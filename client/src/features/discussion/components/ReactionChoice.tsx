import { useApolloClient } from "@apollo/client/react";
import { useLingui } from "@lingui/react/macro";
import { Dialog } from "../../../ui/Dialog.tsx";
import { react } from "../acts/message-acts.ts";
import { ReactionWord } from "./ReactionWord.tsx";
import { useThread } from "./thread-scope.ts";
import { emojis, values } from "./values.ts";

interface Props {
  messageId: string;
  onClose: () => void;
}

const look =
  "inline-flex min-h-11 min-w-11 items-center justify-center rounded-full border border-line bg-surface px-3.5 text-sm hover:border-brand hover:bg-brand-soft";

/** The six values first, then a few emoji. */
export default function ReactionChoice({ messageId, onClose }: Props) {
  const { t } = useLingui();
  const client = useApolloClient();
  const { threadId } = useThread();
  const choose = (emoji: string): void => {
    onClose();
    void react({ client, threadId, messageId }, emoji, true);
  };
  return (
    <Dialog title={t`React`} onClose={onClose}>
      <div role="group" aria-label={t`Values`} className="flex flex-wrap gap-2">
        {values.map(({ emoji }) => (
          <button key={emoji} type="button" className={look} onClick={() => choose(emoji)}>
            <ReactionWord emoji={emoji} />
          </button>
        ))}
      </div>
      <div role="group" aria-label={t`Emoji`} className="flex flex-wrap gap-2 text-lg">
        {emojis.map((emoji) => (
          <button key={emoji} type="button" className={look} onClick={() => choose(emoji)}>
            {emoji}
          </button>
        ))}
      </div>
    </Dialog>
  );
}
