import { useApolloClient } from "@apollo/client/react";
import { graphql } from "../../../generated/gql.ts";
import { useLive } from "../../../platform/live/use-live.ts";
import { applyGroupUpdate } from "./apply-group-update.ts";
import { GroupUpdates } from "./group-updates.ts";

// Asked for again when the server can't replay what was missed.
const GroupAgain = graphql(`
  query GroupAgain($id: ID!) {
    node(id: $id) {
      ... on Group {
        id
        liveCursor
        unreadThreadCount
        lastActivityAt
      }
    }
  }
`);

interface Props {
  groupId: string;
  after: string | null;
  onEnded: (reason: string) => void;
}

/** Keeps one group fresh for as long as it is rendered. Shows nothing. */
export function FollowGroup({ groupId, after, onEnded }: Props) {
  const client = useApolloClient();
  useLive({
    document: GroupUpdates,
    field: "groupUpdates",
    variables: { groupId },
    after,
    apply(update) {
      applyGroupUpdate(client.cache, groupId, update);
      // Another role, or another state of the group, may do other things with every thread and message on the screen.
      if (
        update.__typename === "GroupMovedOn" ||
        update.__typename === "GroupEdited" ||
        (update.__typename === "RoleChanged" && update.membership.person.isViewer)
      )
        void client.refetchQueries({ include: "active" });
    },
    onReset: async () => {
      const { data } = await client.query({
        query: GroupAgain,
        variables: { id: groupId },
        fetchPolicy: "network-only",
      });
      // The cursor was read before the pages are: what happens between the two is replayed.
      await client.refetchQueries({ include: "active" });
      return data?.node && "liveCursor" in data.node ? data.node.liveCursor : null;
    },
    onEnded,
  });
  return null;
}
