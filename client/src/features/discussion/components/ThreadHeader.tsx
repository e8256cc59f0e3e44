import type { FragmentType } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { ArrowLeft, EllipsisVertical } from "lucide-react";
import { Link } from "../../../platform/router/Link.tsx";
import { graphql } from "../../../generated/gql.ts";
import type { ThreadHeaderFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { buttonLook } from "../../../ui/button-look.ts";
import { Menu } from "../../../ui/Menu.tsx";
import { withThreadActs } from "../acts/when-loaded.ts";
import type { MenuAct } from "../../../ui/menu-act.ts";
import { PageHeader } from "../../../ui/PageFrame.tsx";

const ThreadHeaderData = graphql(`
  fragment ThreadHeader on Thread {
    id
    title
    pinnedAt
    closedAt
    viewerCan
    group {
      id
      name
    }
  }
`);

export type ThreadDialog = "pinned" | "rename" | "shortcuts" | "pending";

interface Props {
  thread: FragmentType<ThreadHeaderFragment>;
  groupId: string;
  announces: boolean;
  onAnnounces: (on: boolean) => void;
  onMarkUnread: () => void;
  onOpen: (dialog: ThreadDialog) => void;
}

/** Where the reader is, the truth about the link, and what can be done with the thread. */
export function ThreadHeader(props: Props) {
  const { groupId, announces, onAnnounces, onMarkUnread, onOpen } = props;
  const { t } = useLingui();
  const thread = useFragmentData(ThreadHeaderData, props.thread);
  const client = useApolloClient();
  if (!thread) return null;
  const { id } = thread;
  const may = (act: (typeof thread.viewerCan)[number]): boolean => thread.viewerCan.includes(act);
  const pinned = thread.pinnedAt != null;
  const list: (MenuAct | false)[] = [
    { id: "pinned", label: t`Pinned messages`, onAction: () => onOpen("pinned") },
    { id: "unread", label: t`Mark unread`, onAction: onMarkUnread },
    may("RENAME") && { id: "rename", label: t`Rename`, onAction: () => onOpen("rename") },
    may("PIN") && {
      id: "pin",
      label: pinned ? t`Unpin the thread` : t`Pin the thread`,
      onAction: () => withThreadActs(({ pinThread }) => pinThread(client, id, !pinned)),
    },
    may("SEE_ACKNOWLEDGEMENTS") && {
      id: "pending",
      label: t`Who has not acknowledged`,
      onAction: () => onOpen("pending"),
    },
    may("CLOSE") && {
      id: "close",
      label: t`Close the thread`,
      onAction: () => withThreadActs(({ closeThread }) => closeThread(client, id)),
    },
    may("REOPEN") && {
      id: "reopen",
      label: t`Reopen the thread`,
      onAction: () => withThreadActs(({ reopenThread }) => reopenThread(client, id)),
    },
    {
      id: "announce",
      label: announces ? t`Stop announcing new messages` : t`Announce new messages`,
      onAction: () => onAnnounces(!announces),
    },
    // Of no use on glass.
    !matchMedia("(pointer: coarse)").matches && {
      id: "keys",
      label: t`Keyboard shortcuts`,
      onAction: () => onOpen("shortcuts"),
    },
  ];
  return (
    <PageHeader
      title={thread.title}
      sub={
        thread.group && (
          <>
            <bdi>{thread.group.name}</bdi>
            {thread.closedAt && (
              <>
                {" · "}
                <Trans>Closed</Trans>
              </>
            )}
          </>
        )
      }
      back={
        <Link
          to={`/groups/${groupId}`}
          aria-label={t`Back to the group`}
          className={`${buttonLook("icon")} -ms-2 desk:hidden`}
        >
          <ArrowLeft aria-hidden="true" className="size-5 rtl:-scale-x-100" />
        </Link>
      }
      end={
        <Menu label={t`Thread menu`} acts={list.filter((act) => act !== false)}>
          <EllipsisVertical aria-hidden="true" size={20} />
        </Menu>
      }
    />
  );
}
