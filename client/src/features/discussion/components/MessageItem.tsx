import type { FragmentType } from "@apollo/client";
import { Trans, useLingui } from "@lingui/react/macro";
import { memo } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { MessageItemFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { Avatar } from "../../../ui/Avatar.tsx";
import { Markdown } from "../../../ui/markdown/Markdown.tsx";
import { Time } from "../../../ui/Time.tsx";
import { MessageActs } from "./MessageActs.tsx";
import { MessagePreviewLine } from "./MessagePreviewLine.tsx";
import { Reactions } from "./MessageReactions.tsx";
import { useRoleWord } from "./role-word.ts";
import { useThread } from "./thread-scope.ts";

const MessageItemData = graphql(`
  fragment MessageItem on Message {
    id
    seq
    body
    createdAt
    editedAt
    withdrawnAt
    pinnedAt
    authorRole
    author {
      id
      name
      profession
      isViewer
    }
    quote {
      id
      ...MessagePreview
    }
    ...MessageReactions
    ...MessageActs
  }
`);

interface Props {
  message: FragmentType<MessageItemFragment>;
  /** Follows one of the same author: the name is not said again. */
  more: boolean;
  flash: boolean;
  /** The one message of the list that Tab reaches; arrows move it. */
  current: boolean;
}

/** One message as it is read: who, when, what, and what people answered to it. */
export const MessageItem = memo(function MessageItem(props: Props) {
  const { t } = useLingui();
  const { jumpTo } = useThread();
  const roleWord = useRoleWord();
  const message = useFragmentData(MessageItemData, props.message);
  if (!message) return null;
  const { author, seq } = message;
  const withdrawn = message.withdrawnAt != null;
  const name = author.isViewer ? t`You` : author.name;
  const role = roleWord(message.authorRole);
  return (
    <article
      data-seq={seq}
      tabIndex={props.current ? 0 : -1}
      aria-label={t`Message of ${name}`}
      className={`group/m relative -mx-2.5 grid grid-cols-[40px_minmax(0,1fr)] gap-x-3 rounded-lg px-2.5 transition-colors duration-150 hover:bg-paper focus-within:bg-paper ${props.more ? "py-0.5" : "pt-2 pb-0.5"} ${props.flash ? "bg-clay-soft" : ""}`}
    >
      {props.more ? (
        <span className="invisible -ms-1.5 pt-1 text-end text-[0.6875rem] whitespace-nowrap text-ink-2 group-hover/m:visible group-focus-within/m:visible">
          <Time at={message.createdAt} form="clock" />
        </span>
      ) : (
        <Avatar id={author.id} name={author.name} />
      )}
      <div className="min-w-0">
        {!props.more && (
          <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
            <bdi className="font-semibold">{name}</bdi>
            {role ? (
              <span className="text-xs font-semibold text-brand">{role}</span>
            ) : (
              author.profession && <bdi className="text-xs text-ink-2">{author.profession}</bdi>
            )}
            <bdi className="text-xs text-ink-2">
              <Time at={message.createdAt} form="clock" />
            </bdi>
            {message.pinnedAt && <span className="text-xs text-ink-2">{t`Pinned`}</span>}
          </p>
        )}
        {message.quote && !withdrawn && (
          <MessagePreviewLine message={message.quote} onJump={jumpTo} />
        )}
        {withdrawn ? (
          <p className="text-ink-2 italic">
            <Trans>Message withdrawn</Trans>
          </p>
        ) : (
          <Markdown text={message.body} />
        )}
        {message.editedAt && !withdrawn && (
          <p className="text-xs text-ink-2">
            <Trans>Edited</Trans>
          </p>
        )}
        {!withdrawn && <Reactions message={message} />}
      </div>
      <div // On glass a tap on the message brings them out; what cannot be seen cannot be pressed by accident.
        className="pointer-events-none absolute end-1 -top-3 z-1 rounded-lg border border-line opacity-0 group-focus-within/m:pointer-events-auto group-focus-within/m:opacity-100 pointer-fine:group-hover/m:pointer-events-auto pointer-fine:group-hover/m:opacity-100"
      >
        <MessageActs message={message} />
      </div>
    </article>
  );
});
