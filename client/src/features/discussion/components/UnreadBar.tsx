import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { regional } from "../../../ui/regional.ts";

interface Props {
  nodes: readonly { seq: number; createdAt: string }[];
  /** The first message that was unread when the page was opened. */
  newFrom: number | null;
  unread: number;
  onRead: () => void;
}

/** More is unread than a glance takes in: since when, and a way to be done with it. */
export function UnreadBar({ nodes, newFrom, unread, onRead }: Props) {
  const { i18n } = useLingui();
  const [now] = useState(() => new Date().toDateString());
  const first = nodes.find((node) => node.seq === newFrom);
  if (newFrom === null || unread < 1 || !first) return null;
  const at = new Date(first.createdAt);
  const today = at.toDateString() === now;
  const since = new Intl.DateTimeFormat(
    regional(i18n.locale),
    today
      ? { timeStyle: "short" }
      : { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" },
  ).format(at);
  return (
    <div className="flex items-center justify-center gap-2 border-b border-line bg-clay-soft px-3 text-xs text-clay">
      <span>
        <Plural value={unread} one="# unread" other="# unread" /> <Trans>since {since}</Trans>
      </span>
      <Button kind="quiet" onClick={onRead}>
        <Trans>Mark as read</Trans>
      </Button>
    </div>
  );
}
