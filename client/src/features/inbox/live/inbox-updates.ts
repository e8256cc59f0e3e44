import type { ApolloCache } from "@apollo/client";
import { graphql } from "../../../generated/gql.ts";
import type { InboxUpdatesSubscription } from "../../../generated/graphql.ts";
import { addNode, removeNodes } from "../../../platform/apollo/lists.ts";
import { writeUpdate } from "../../../platform/apollo/write-update.ts";

export const InboxUpdates = graphql(`
  subscription InboxUpdates($after: Cursor) {
    inboxUpdates(after: $after) {
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
      ... on ReadMarkMoved {
        thread {
          id
          unreadCount
          lastReadSeq
          ...GroupThread
        }
      }
      ... on Mentioned {
        message {
          id
          ...MentionRow
        }
      }
      ... on MentionChanged {
        message {
          id
          ...MentionRow
        }
      }
      ... on NetworkJoined {
        network {
          id
          ...NetworkRow
        }
      }
      ... on NetworkLeft {
        networkId
      }
      ... on GroupJoined {
        group {
          id
        }
      }
      ... on GroupLeft {
        groupId
      }
    }
  }
`);

const inbox = { __typename: "Inbox" };
const viewer = { __typename: "Viewer" };

/** One update of the viewer's own channel, into the lists that show it. Running it twice changes nothing. */
export function applyInboxUpdate(
  cache: ApolloCache,
  update: InboxUpdatesSubscription["inboxUpdates"],
): void {
  writeUpdate(cache, InboxUpdates, "inboxUpdates", {}, update);
  if (update.__typename === "ReadMarkMoved")
    addNode(cache, inbox, "threads", { __typename: "Thread", id: update.thread.id });
  else if (update.__typename === "Mentioned" || update.__typename === "MentionChanged")
    addNode(cache, inbox, "mentions", { __typename: "Message", id: update.message.id });
  else if (update.__typename === "NetworkJoined")
    addNode(cache, viewer, "networks", { __typename: "Network", id: update.network.id });
  else if (update.__typename === "NetworkLeft")
    removeNodes(cache, viewer, "networks", (read) => read("id") === update.networkId);
  else if (update.__typename === "GroupLeft")
    removeNodes(cache, viewer, "groups", (read) => read("id") === update.groupId);
}
