import type { FragmentType } from "@apollo/client";
import { SendWaiting } from "../../features/discussion/live/SendWaiting.tsx";
import { FollowGroup } from "../../features/groups/live/FollowGroup.tsx";
import { FollowInbox } from "../../features/inbox/live/FollowInbox.tsx";
import { graphql } from "../../generated/gql.ts";
import type { FollowingViewerFragment } from "../../generated/graphql.ts";
import { useFragmentData } from "../../platform/apollo/use-fragment-data.ts";

const FollowingViewer = graphql(`
  fragment FollowingViewer on Viewer {
    person {
      id
    }
    liveCursor
    groups(first: 50) {
      nodes {
        id
        ...ShellGroup
      }
    }
  }
`);

// What the frame needs of one group. Its cursor starts the following; a page that shows the group moves it.
const ShellGroup = graphql(`
  fragment ShellGroup on Group {
    id
    name
    country
    liveCursor
    unreadThreadCount
    lastActivityAt
    network {
      id
    }
  }
`);

interface Props {
  viewer: FragmentType<FollowingViewerFragment>;
  onJoined: (groupId: string) => void;
  onEnded: (groupId: string) => void;
}

/** What goes on whichever page is open: following the viewer's channel and groups, sending what waits. Shows nothing. */
export function Following({ viewer, onJoined, onEnded }: Props) {
  const data = useFragmentData(FollowingViewer, viewer);
  return (
    <>
      {data && <SendWaiting personId={data.person.id} />}
      <FollowInbox after={data?.liveCursor ?? null} onJoined={onJoined} onLeft={onEnded} />
      {data?.groups.nodes.map((group) => (
        <FollowOne key={group.id} group={group} onEnded={onEnded} />
      ))}
    </>
  );
}

function FollowOne({
  group,
  onEnded,
}: {
  group: FollowingViewerFragment["groups"]["nodes"][number];
  onEnded: (groupId: string) => void;
}) {
  const data = useFragmentData(ShellGroup, group);
  return (
    <FollowGroup
      groupId={group.id}
      after={data?.liveCursor ?? null}
      onEnded={(reason) => {
        if (reason === "REMOVED" || reason === "LEFT") onEnded(group.id);
      }}
    />
  );
}
