import { Trans } from "@lingui/react/macro";
import { NavLink } from "../../platform/router/Link.tsx";
import { graphql } from "../../generated/gql.ts";
import { useFragmentData } from "../../platform/apollo/use-fragment-data.ts";
import { inOrder } from "../../features/groups/components/in-order.ts";
import { UnreadCount } from "../../ui/UnreadCount.tsx";
import { railLink } from "./rail-look.ts";

// A page about a group or one of its threads spreads this on the group, on a desk.
const RailGroup = graphql(`
  fragment RailGroup on Group {
    id
    name
    liveCursor
    unreadThreadCount
    threads(first: 30) {
      nodes {
        id
        title
        unreadCount
        pinnedAt
        lastActivityAt
      }
    }
  }
`);

const shown = 8;

export function RailThreads({ groupId }: { groupId: string }) {
  const group = useFragmentData(RailGroup, { __typename: "Group", id: groupId } as never);
  if (!group || group.threads.nodes.length === 0) return null;
  return (
    <>
      <h2 className="px-2.5 pt-4 pb-1 text-2xs font-semibold text-ink-2">
        <Trans>
          Threads in <bdi>{group.name}</bdi>
        </Trans>
      </h2>
      {inOrder(group.threads.nodes)
        .slice(0, shown)
        .map((thread) => (
          <NavLink
            key={thread.id}
            to={`/groups/${groupId}/threads/${thread.id}`}
            className={railLink}
          >
            <span
              dir="auto"
              className={`line-clamp-2 text-match ${thread.unreadCount > 0 ? "font-semibold" : ""}`}
            >
              {thread.title}
            </span>
            <UnreadCount count={thread.unreadCount} />
          </NavLink>
        ))}
    </>
  );
}
