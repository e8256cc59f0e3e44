import type { FragmentType } from "@apollo/client";
import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "../../../platform/router/Link.tsx";
import { graphql } from "../../../generated/gql.ts";
import type { GroupRowFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { Chip } from "../../../ui/Chip.tsx";
import { GroupMark } from "../../../ui/GroupMark.tsx";
import { Time } from "../../../ui/Time.tsx";
import { UnreadCount } from "../../../ui/UnreadCount.tsx";
import { stateWord, visibilityWord } from "./context-words.ts";
import { groupKindWord } from "./words.ts";

const GroupRowDocument = graphql(`
  fragment GroupRow on Group {
    id
    name
    kind
    isCircle
    visibility
    state
    country
    memberCount
    viewerRole
    unreadThreadCount
    lastActivityAt
  }
`);

/** A group in a list: its name, who it is, and what waits there. */
export function GroupRow({ group }: { group: FragmentType<GroupRowFragment> }) {
  const data = useFragmentData(GroupRowDocument, group);
  if (!data) return null;
  const unread = data.unreadThreadCount;
  return (
    <li>
      <Link
        to={`/groups/${data.id}`}
        className="flex min-h-14 items-center gap-3 rounded-lg px-2.5 py-2 hover:bg-paper"
      >
        <GroupMark name={data.name} country={data.country ?? null} large />
        <span className="min-w-0 flex-1">
          <span dir="auto" className={`block truncate text-match ${unread ? "font-semibold" : ""}`}>
            {data.name}
          </span>
          <span className="block text-xs text-ink-2">
            {data.isCircle ? <Trans>Circle</Trans> : groupKindWord(data.kind)}
            {" · "}
            <Plural value={data.memberCount} one="# member" other="# members" />
            {data.viewerRole && (
              <>
                {" · "}
                <Time at={data.lastActivityAt} />
              </>
            )}
          </span>
        </span>
        {data.visibility === "CONFIDENTIAL" && <Chip>{visibilityWord(data.visibility)}</Chip>}
        {data.state !== "ACTIVE" && <Chip>{stateWord(data.state)}</Chip>}
        {unread > 0 && (
          <>
            <UnreadCount count={unread} />
            <span className="sr-only">
              <Trans>threads with new messages</Trans>
            </span>
          </>
        )}
      </Link>
    </li>
  );
}
