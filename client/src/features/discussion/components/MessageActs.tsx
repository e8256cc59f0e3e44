import type { FragmentType } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useLingui } from "@lingui/react/macro";
import { EllipsisVertical, Pencil, Quote, SmilePlus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { MessageActsFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { Button } from "../../../ui/Button.tsx";
import { Menu } from "../../../ui/Menu.tsx";
import { withMessageActs } from "../acts/when-loaded.ts";
import type { MenuAct } from "../../../ui/menu-act.ts";
import { patient } from "../../../ui/patient.ts";
import { say } from "../../../ui/toast-list.ts";
import { permalink } from "../permalink.ts";
import { useThread } from "./thread-scope.ts";

const MessageActsData = graphql(`
  fragment MessageActs on Message {
    id
    seq
    version
    body
    editedAt
    pinnedAt
    withdrawnAt
    viewerCan
    author {
      id
      name
    }
  }
`);

const ReactionChoice = lazy(patient(() => import("./ReactionChoice.tsx")));
const HistoryDialog = lazy(patient(() => import("./HistoryDialog.tsx")));

/** The acts on one message: the two most used as buttons, the others in a menu. */
export function MessageActs({ message }: { message: FragmentType<MessageActsFragment> }) {
  const { t } = useLingui();
  const data = useFragmentData(MessageActsData, message);
  const { groupId, threadId, kind, mayAccept, quote, edit, markUnreadFrom } = useThread();
  const client = useApolloClient();
  const [open, setOpen] = useState<"reactions" | "history" | null>(null);
  if (!data) return null;
  const { id, seq, body, version, viewerCan } = data;
  const aim = { client, threadId, messageId: id };
  const may = (act: (typeof viewerCan)[number]): boolean => viewerCan.includes(act);
  const chosen = { id, seq, body, version, authorName: data.author.name };
  const pinned = data.pinnedAt !== null && data.pinnedAt !== undefined;

  const list: (MenuAct | false)[] = [
    {
      id: "link",
      label: t`Copy link`,
      onAction: () =>
        void navigator.clipboard
          .writeText(location.origin + permalink(groupId, threadId, seq))
          .then(() => say(t`Link copied.`))
          .catch(() => say(t`The link could not be copied.`)),
    },
    { id: "unread", label: t`Mark unread from here`, onAction: () => markUnreadFrom(seq) },
    kind === "QUESTION" &&
      mayAccept &&
      data.withdrawnAt == null && {
        id: "accept",
        label: t`Accept as the answer`,
        onAction: () => withMessageActs(({ accept }) => accept(aim, id)),
      },
    may("PIN") && {
      id: "pin",
      label: pinned ? t`Unpin` : t`Pin to the thread`,
      onAction: () => withMessageActs(({ pin }) => pin(aim, !pinned)),
    },
    data.editedAt != null && {
      id: "history",
      label: t`Earlier versions`,
      onAction: () => setOpen("history"),
    },
    may("WITHDRAW") && {
      id: "withdraw",
      label: t`Withdraw`,
      danger: true,
      onAction: () => withMessageActs(({ withdraw }) => withdraw(aim)),
    },
  ];
  return (
    <div className="flex rounded-lg bg-surface">
      {may("REACT") && (
        <Button
          kind="icon"
          aria-label={t`React`}
          aria-haspopup="dialog"
          onClick={() => setOpen("reactions")}
        >
          <SmilePlus aria-hidden="true" size={20} />
        </Button>
      )}
      {may("QUOTE") && (
        <Button kind="icon" data-act="quote" aria-label={t`Quote`} onClick={() => quote(chosen)}>
          <Quote aria-hidden="true" size={18} />
        </Button>
      )}
      {may("EDIT") && (
        <Button kind="icon" data-act="edit" aria-label={t`Edit`} onClick={() => edit(chosen)}>
          <Pencil aria-hidden="true" size={18} />
        </Button>
      )}
      <Menu label={t`More`} acts={list.filter((act) => act !== false)}>
        <EllipsisVertical aria-hidden="true" size={20} />
      </Menu>
      {open && (
        <Suspense>
          {open === "reactions" ? (
            <ReactionChoice messageId={id} onClose={() => setOpen(null)} />
          ) : (
            <HistoryDialog messageId={id} onClose={() => setOpen(null)} />
          )}
        </Suspense>
      )}
    </div>
  );
}
