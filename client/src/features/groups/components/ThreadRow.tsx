import type { FragmentType } from "@apollo/client";
import { Trans } from "@lingui/react/macro";
import { CircleHelp, Megaphone, MessageSquareText, Pin } from "lucide-react";
import { Link } from "../../../platform/router/Link.tsx";
import { graphql } from "../../../generated/gql.ts";
import type { ThreadKind, ThreadRowFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { Chip } from "../../../ui/Chip.tsx";
import { plainText } from "../../../ui/markdown/plain-text.ts";
import { Time } from "../../../ui/Time.tsx";
import { UnreadCount } from "../../../ui/UnreadCount.tsx";
import { threadKindWord } from "./words.ts";

const ThreadRowDocument = graphql(`
  fragment ThreadRow on Thread {
    id
    title
    kind
    unreadCount
    lastActivityAt
    pinnedAt
    closedAt
    acceptedAnswer {
      id
    }
    acknowledgement {
      viewerAcknowledgedAt
    }
    group {
      id
      name
    }
    lastMessage {
      id
      body
      withdrawnAt
      author {
        id
        name
      }
    }
  }
`);

const icons: Record<ThreadKind, typeof Pin> = {
  DISCUSSION: MessageSquareText,
  QUESTION: CircleHelp,
  ANNOUNCEMENT: Megaphone,
};

interface Props {
  thread: FragmentType<ThreadRowFragment>;
  /** Where threads of several groups stand together. */
  withGroup?: boolean;
}

/** A thread in a list: what it is called, who said what last, and how much of it is new. */
export function ThreadRow({ thread, withGroup }: Props) {
  const data = useFragmentData(ThreadRowDocument, thread);
  if (!data?.group) return null;
  const Icon = icons[data.kind];
  const unread = data.unreadCount;
  return (
    <li>
      <Link
        to={`/groups/${data.group.id}/threads/${data.id}`}
        className="flex min-h-16 items-start gap-3 rounded-lg px-2.5 py-2.5 hover:bg-paper"
      >
        <span
          role="img"
          aria-label={threadKindWord(data.kind)}
          className={`mt-0.5 grid size-9 flex-none place-items-center rounded-lg ${unread ? "bg-brand-soft text-brand" : "bg-sunk text-ink-2"}`}
        >
          <Icon aria-hidden="true" className="size-5" />
        </span>
        <span className="grid min-w-0 flex-1 gap-0.5">
          <span dir="auto" className={`text-match leading-snug ${unread ? "font-semibold" : ""}`}>
            {data.title}
          </span>
          <LastMessage message={data.lastMessage ?? null} />
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-2">
            <span>
              {withGroup && (
                <>
                  <bdi>{data.group.name}</bdi>
                  {" · "}
                </>
              )}
              <Time at={data.lastActivityAt} />
            </span>
            <Marks thread={data} />
          </span>
        </span>
        {unread > 0 && (
          <>
            <UnreadCount count={unread} />
            <span className="sr-only">
              <Trans>new messages</Trans>
            </span>
          </>
        )}
      </Link>
    </li>
  );
}

function LastMessage({ message }: { message: ThreadRowFragment["lastMessage"] }) {
  if (!message) return null;
  return (
    <span dir="auto" className="block truncate text-match text-sm text-ink-2">
      <bdi>{message.author.name}</bdi>:{" "}
      {message.withdrawnAt ? <Trans>withdrawn</Trans> : plainText(message.body)}
    </span>
  );
}

function Marks({ thread }: { thread: ThreadRowFragment }) {
  const waiting = thread.acknowledgement && !thread.acknowledgement.viewerAcknowledgedAt;
  return (
    <>
      {thread.pinnedAt && (
        <span className="inline-flex items-center gap-1">
          <Pin aria-hidden="true" className="size-3.5" />
          <Trans>Pinned</Trans>
        </span>
      )}
      {thread.kind === "QUESTION" && thread.acceptedAnswer && (
        <Chip tone="brand">
          <Trans>Answered</Trans>
        </Chip>
      )}
      {waiting && (
        <Chip tone="clay">
          <Trans>Please acknowledge</Trans>
        </Chip>
      )}
      {thread.closedAt && (
        <Chip>
          <Trans>Closed</Trans>
        </Chip>
      )}
    </>
  );
}
