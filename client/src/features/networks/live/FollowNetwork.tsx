import { useApolloClient } from "@apollo/client/react";
import { graphql } from "../../../generated/gql.ts";
import { addNode } from "../../../platform/apollo/lists.ts";
import { writeUpdate } from "../../../platform/apollo/write-update.ts";
import { useLive } from "../../../platform/live/use-live.ts";

const NetworkUpdates = graphql(`
  subscription NetworkUpdates($networkId: ID!, $after: Cursor) {
    networkUpdates(networkId: $networkId, after: $after) {
      __typename
      ... on LiveUpdate {
        cursor
        seq
        prev
        at
      }
      ... on Reset {
        reason
      }
      ... on Ended {
        endReason: reason
      }
      ... on GroupCreated {
        group {
          id
          ...GroupRow
        }
      }
      ... on GroupEdited {
        group {
          id
          ...GroupRow
        }
      }
    }
  }
`);

interface Props {
  networkId: string;
  after: string;
  /** Asks for the page again and answers its cursor. */
  again: () => Promise<string | null | undefined>;
}

/** Keeps the groups of a network fresh while its page is open. Shows nothing. */
export function FollowNetwork({ networkId, after, again }: Props) {
  const { cache } = useApolloClient();
  useLive({
    document: NetworkUpdates,
    field: "networkUpdates",
    variables: { networkId },
    after,
    apply: (update) => {
      writeUpdate(cache, NetworkUpdates, "networkUpdates", { networkId }, update);
      if (update.__typename !== "GroupCreated") return;
      const network = { __typename: "Network", id: networkId };
      addNode(cache, network, "groups", { __typename: "Group", id: update.group.id });
    },
    onReset: again,
  });
  return null;
}
