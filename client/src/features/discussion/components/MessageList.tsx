import { Trans, useLingui } from "@lingui/react/macro";
import { ArrowDown } from "lucide-react";
import { useRef, useState } from "react";
import { Virtualizer } from "virtua";
import type { VirtualizerHandle } from "virtua";
import type { Shown } from "../../../platform/outbox/core/outbox.ts";
import type { QueuedMessage } from "../queued-message.ts";
import { useListKeys } from "../hooks/use-list-keys.ts";
import { useListScroll } from "../hooks/use-list-scroll.ts";
import type { ListPages } from "../hooks/use-list-scroll.ts";
import { follows } from "../rows.ts";
import type { Row } from "../rows.ts";
import { DayLine, NewLine } from "./DayLine.tsx";
import type { ListedMessage } from "./listed-message.ts";
import { MessageItem } from "./MessageItem.tsx";
import { PendingItem } from "./PendingItem.tsx";

interface Props {
  rows: readonly Row<ListedMessage>[];
  pending: readonly Shown<QueuedMessage>[];
  me: { id: string; name: string };
  pages: ListPages;
  /** Where to be: the seq to go to, and a number that grows with each wish. */
  target: { seq: number; at: "start" | "center"; flash: boolean; wish: number } | null;
  lastMessageSeq: number;
  lastReadSeq: number;
  onSeen: (seq: number) => void;
  onTake: (row: Shown<QueuedMessage>, edit: boolean) => void;
  onHelp: () => void;
}

/** The read page of a thread: a list of which only the part on screen stands in the document. */
export function MessageList(props: Props) {
  const { rows, pending, me, lastMessageSeq, lastReadSeq } = props;
  const { t } = useLingui();
  const list = useRef<VirtualizerHandle>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const scroll = useListScroll({ ...props, list, scroller });
  const [current, setCurrent] = useState<number | null>(null);
  const keys = useListKeys({ rows, current, setCurrent, show: scroll.show, onHelp: props.onHelp });
  // Where nothing was chosen yet, Tab reaches the last message on screen.
  const reached = current ?? scroll.lastVisible ?? rows.at(-1)?.message.seq ?? 0;
  const kept = rows.findIndex((row) => row.message.seq === reached);
  const below = lastMessageSeq - Math.max(lastReadSeq, scroll.lastVisible ?? lastMessageSeq);

  return (
    <div className="relative min-h-0">
      {scroll.topDay && (
        <div
          aria-hidden="true"
          // It leaves the scroll bar free.
          className="pointer-events-none absolute start-0 end-3.5 top-0 z-10 bg-surface ps-3.5 desk:end-6 desk:ps-6"
        >
          <div className="mx-auto max-w-180">
            <DayLine at={scroll.topDay} tight />
          </div>
        </div>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it takes the focus, and its keys move between messages */}
      <div
        ref={scroller}
        role="log"
        // What is added here while scrolling is not news; the announcer says what is.
        aria-live="off"
        aria-label={t`Messages`}
        aria-busy={props.pages.loading}
        tabIndex={0}
        onKeyDown={keys}
        onFocus={(event) => {
          const seq = event.target.closest<HTMLElement>("[data-seq]")?.dataset["seq"];
          if (seq !== undefined) setCurrent(Number(seq));
        }}
        style={{ overflowAnchor: "none" }}
        className="absolute inset-0 scroll-pt-8 overflow-x-hidden overflow-y-auto px-3.5 outline-offset-[-3px] desk:px-6"
      >
        <div className="mx-auto max-w-180 pb-3">
          <Virtualizer
            ref={list}
            scrollRef={scroller}
            shift={scroll.prepending}
            // Measured well before they are seen: what is above then never moves what is read.
            bufferSize={1000}
            keepMounted={kept >= 0 ? [kept] : []}
            onScroll={scroll.onScroll}
            onScrollEnd={scroll.onScroll}
          >
            {[
              ...rows.map((row) => (
                <div key={row.message.id}>
                  {row.day && <DayLine at={row.day} />}
                  {row.startsNew && <NewLine />}
                  <MessageItem
                    message={row.message}
                    more={row.more}
                    flash={scroll.flash === row.message.seq}
                    current={reached === row.message.seq}
                  />
                </div>
              )),
              ...pending.map((row, index) => (
                <PendingItem
                  key={row.clientKey}
                  row={row}
                  more={index > 0 || follows(rows.at(-1)?.message, me.id, row.order)}
                  me={me}
                  onTake={props.onTake}
                />
              )),
            ]}
          </Virtualizer>
        </div>
      </div>
      {!scroll.atEnd && (
        <div className="pointer-events-none absolute inset-x-0 bottom-2 grid justify-items-center">
          <button
            type="button"
            onClick={scroll.toLatest}
            className="pointer-events-auto inline-flex min-h-11 items-center gap-2 rounded-full border border-line-strong bg-surface px-4 text-sm font-semibold text-brand shadow-[0_2px_10px_var(--shade)]"
          >
            <ArrowDown aria-hidden="true" size={18} />
            {below > 0 ? (
              <Trans>Jump to latest · {below} new</Trans>
            ) : (
              <Trans>Jump to latest</Trans>
            )}
          </button>
        </div>
      )}
    </div>
  );
}
