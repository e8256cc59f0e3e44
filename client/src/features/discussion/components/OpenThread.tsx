import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { ThreadPageQuery } from "../../../generated/graphql.ts";
import type { Shown } from "../../../platform/outbox/core/outbox.ts";
import { useIsWide } from "../../../platform/use-is-desk.ts";
import { PageFrame } from "../../../ui/PageFrame.tsx";
import { patient } from "../../../ui/patient.ts";
import { say } from "../../../ui/toast-list.ts";
import { useAnnounces } from "../hooks/use-announces.ts";
import { useDraft } from "../hooks/use-draft.ts";
import { useMessagePages } from "../hooks/use-message-pages.ts";
import { useOutbox } from "../hooks/use-outbox.ts";
import type { QueuedMessage } from "../queued-message.ts";
import { usePlace } from "../hooks/use-place.ts";
import { useReadMarks } from "../hooks/use-read-marks.ts";
import { useTypingSignal } from "../hooks/use-typing-signal.ts";
import type { Presence } from "../live/presence.ts";
import { arrange } from "../rows.ts";
import { Announcer } from "./Announcer.tsx";
import { Composer } from "./Composer.tsx";
import { MessageList } from "./MessageList.tsx";
import { ThreadContext } from "./thread-scope.ts";
import type { Chosen, ThreadScope } from "./thread-scope.ts";
import { ThreadDialogs } from "./ThreadDialogs.tsx";
import { ThreadHeader } from "./ThreadHeader.tsx";
import type { ThreadDialog } from "./ThreadHeader.tsx";
import { ThreadNotices } from "./ThreadNotices.tsx";
import { TypingLine } from "./TypingLine.tsx";
import { UnreadBar } from "./UnreadBar.tsx";

const ThreadSide = lazy(patient(() => import("./ThreadSide.tsx")));
const FollowThread = lazy(patient(() => import("./FollowThread.tsx")));
const EditBox = lazy(patient(() => import("./EditBox.tsx")));

interface Props {
  thread: Extract<NonNullable<ThreadPageQuery["thread"]>, { __typename: "Thread" }>;
  me: { id: string; name: string };
  groupId: string;
  around: number | null;
  fresh: boolean;
  refetch: () => Promise<string | null>;
}

/** A thread that is loaded: it follows what happens, keeps the reader's place and takes what they write. */
export function OpenThread({ thread, me, groupId, around, fresh, refetch }: Props) {
  const { t } = useLingui();
  const { id: threadId, lastReadSeq, lastMessageSeq } = thread;
  const { nodes, pageInfo } = thread.messages;
  const loaded = useMessagePages(threadId);
  const marks = useReadMarks(threadId, lastReadSeq);
  const draft = useDraft(me.id, threadId, thread.draft);
  const signal = useTypingSignal(threadId);
  const [presence, setPresence] = useState<Presence>({ here: [], more: null, typing: [] });
  const place = usePlace({ around, lastReadSeq, lastMessageSeq, nodes, load: loaded.around });
  const [announces, setAnnounces] = useAnnounces();
  const [quoted, setQuoted] = useState<Chosen | null>(null);
  const [edited, setEdited] = useState<Chosen | null>(null);
  const isWide = useIsWide();
  const [dialog, setDialog] = useState<ThreadDialog | null>(null);
  const [ended, setEnded] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const { outbox, queue } = useOutbox(me.id);

  // Once editing is over the composer stands there again, and gets the focus back.
  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !edited) box.current?.focus();
    wasEditing.current = edited !== null;
  }, [edited]);

  async function markUnreadFrom(seq: number): Promise<void> {
    if (await marks.unreadFrom(seq)) say(t`Marked unread from here.`);
  }

  const maySend = thread.viewerCan.includes("SEND") && !ended;
  const scope: ThreadScope = {
    threadId,
    groupId,
    kind: thread.kind,
    mayAccept: thread.viewerCan.includes("ACCEPT_ANSWER"),
    maySend,
    jumpTo: place.jumpTo,
    quote: setQuoted,
    edit: setEdited,
    markUnreadFrom: (seq) => void markUnreadFrom(seq),
  };

  function take(row: Shown<QueuedMessage>, edit: boolean): void {
    const payload = outbox.take(row.clientKey);
    if (!payload) return;
    if (!edit) {
      const run = (): void => void outbox.add(groupId, payload);
      return say(t`Message discarded.`, { label: t`Undo`, run });
    }
    draft.change(draft.body === "" ? payload.body : `${draft.body}\n\n${payload.body}`);
    box.current?.focus();
  }

  function editLast(): void {
    document.querySelector<HTMLElement>(`[data-seq="${lastOwn?.seq}"] [data-act="edit"]`)?.click();
  }

  const arrived = new Set(nodes.map((node) => node.clientKey));
  const pending = queue.filter(
    (row) => row.payload.threadId === threadId && !arrived.has(row.clientKey),
  );
  const lastOwn = nodes.findLast((node) => node.author.isViewer && node.withdrawnAt == null);
  const groupName = thread.group?.name ?? thread.title;
  return (
    <ThreadContext value={scope}>
      <PageFrame
        bare
        header={
          <div>
            <ThreadHeader
              thread={thread}
              groupId={groupId}
              announces={announces}
              onAnnounces={setAnnounces}
              onMarkUnread={() => void markUnreadFrom(lastMessageSeq)}
              onOpen={setDialog}
            />
            <ThreadNotices thread={thread} />
            <UnreadBar
              nodes={nodes}
              newFrom={place.newFrom}
              unread={lastMessageSeq - lastReadSeq}
              onRead={() => marks.markAll(lastMessageSeq)}
            />
          </div>
        }
        footer={
          <div className="border-t border-line px-2.5 pt-2.5 pb-1 desk:px-6">
            {edited ? (
              <Suspense fallback={<div className="min-h-20" />}>
                <EditBox key={edited.id} message={edited} onDone={() => setEdited(null)} />
              </Suspense>
            ) : maySend ? (
              <Composer
                groupId={groupId}
                groupName={groupName}
                draft={draft}
                quoted={quoted}
                onUnquote={() => setQuoted(null)}
                onSend={(body, quoteId) => {
                  outbox.add(groupId, { threadId, body, quoteId });
                  setQuoted(null);
                  place.toEnd();
                }}
                onTyping={signal}
                onEditLast={editLast}
                box={box}
              />
            ) : (
              <p className="mx-auto max-w-180 py-3 text-sm text-ink-2">
                {ended ? (
                  <Trans>You are no longer in this group, so you cannot write here.</Trans>
                ) : thread.group?.state === "SEALED" ? (
                  <>
                    <Trans>This group is sealed: it can be read, and nothing new is written.</Trans>
                    {draft.body && (
                      <span dir="auto" className="block pt-2 text-ink">
                        <Trans>Your draft is kept:</Trans> {draft.body}
                      </span>
                    )}
                  </>
                ) : thread.closedAt ? (
                  <Trans>
                    This thread is closed. It can be read, and a coordinator can reopen it.
                  </Trans>
                ) : (
                  <Trans>You can read this thread. Only its coordinators write in it.</Trans>
                )}
              </p>
            )}
            <TypingLine people={presence.typing} />
          </div>
        }
        sideLabel={t`About this thread`}
        side={
          isWide && (
            <Suspense>
              <ThreadSide presence={presence} onPinned={() => setDialog("pinned")} />
            </Suspense>
          )
        }
      >
        <MessageList
          rows={arrange(nodes, place.newFrom)}
          pending={pending}
          me={me}
          pages={{
            loading: loaded.loading,
            hasOlder: pageInfo.hasPreviousPage,
            hasNewer: pageInfo.hasNextPage,
            older: () => pageInfo.startCursor && void loaded.older(pageInfo.startCursor),
            newer: () => pageInfo.endCursor && void loaded.newer(pageInfo.endCursor),
            latest: () => void loaded.latest(),
          }}
          target={place.target}
          lastMessageSeq={lastMessageSeq}
          lastReadSeq={lastReadSeq}
          onSeen={marks.seen}
          onTake={take}
          onHelp={() => setDialog("shortcuts")}
        />
      </PageFrame>
      <Suspense>
        <FollowThread
          groupId={groupId}
          threadId={threadId}
          viewerId={me.id}
          after={fresh ? thread.liveCursor : null}
          onReset={refetch}
          onEnded={() => setEnded(true)}
          onPresence={setPresence}
        />
      </Suspense>
      <Announcer messages={nodes} on={announces} />
      <ThreadDialogs
        open={dialog}
        threadId={threadId}
        title={thread.title}
        onJump={place.jumpTo}
        onClose={() => setDialog(null)}
      />
    </ThreadContext>
  );
}
