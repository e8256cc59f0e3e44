import type { ApolloCache, InMemoryCache } from "@apollo/client";
import { graphql } from "../../../generated/gql.ts";
import type { NetworkUpdatesSubscription } from "../../../generated/graphql.ts";
import { addNode, removeNodes } from "../../../platform/apollo/lists.ts";
import { forgetPredecessors } from "../../organisations/live/forget-predecessors.ts";
import { writeUpdate } from "../../../platform/apollo/write-update.ts";

graphql(`
  fragment NetworkForViewer on Network {
    id
    memberCount
    viewerRole
    viewerCan
    viewerActions {
      action
      allowed
      reason {
        code
        message
      }
    }
  }
`);

export const NetworkUpdates = graphql(`
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
      ... on NetworkRoleChanged {
        membership {
          id
          ...MemberRow
        }
        network {
          id
          ...NetworkForViewer
        }
      }
      ... on NetworkMemberGone {
        membershipId
        network {
          id
          ...NetworkForViewer
        }
      }
      ... on NetworkEdited {
        network {
          id
          ...NetworkFacts
        }
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
      ... on GroupMovedOn {
        group {
          id
          ...GroupRow
        }
      }
      ... on OrganisationRegistered {
        organisation {
          id
          ...OrganisationRow
        }
      }
      ... on OrganisationCorrected {
        organisation {
          id
          ...OrganisationFacts
        }
      }
      ... on OrganisationRenamed {
        organisation {
          id
          ...OrganisationFacts
        }
      }
      ... on OrganisationClosed {
        organisation {
          id
          ...OrganisationFacts
        }
      }
      ... on OrganisationRevived {
        organisation {
          id
          ...OrganisationFacts
        }
      }
      ... on OrganisationsMerged {
        organisations {
          id
          ...OrganisationFacts
        }
        into {
          id
          ...OrganisationFacts
        }
      }
      ... on ProgrammeCreated {
        programme {
          id
          ...ProgrammeRow
        }
      }
      ... on ProgrammeChanged {
        programme {
          id
          ...ProgrammeFacts
        }
      }
      ... on GroupHidden {
        groupId
        groupIfSeen {
          id
          ...GroupRow
        }
      }
    }
  }
`);

const listThatGrew: Record<string, string> = {
  OrganisationRegistered: "organisations",
  OrganisationRevived: "organisations",
  ProgrammeCreated: "programmes",
};

/** One update of a network, into the list of its groups. Running it twice changes nothing. */
export function applyNetworkUpdate(
  cache: ApolloCache,
  networkId: string,
  update: NetworkUpdatesSubscription["networkUpdates"],
): void {
  writeUpdate(cache, NetworkUpdates, "networkUpdates", { networkId }, update);
  const network = { __typename: "Network", id: networkId };
  // Its place in an ordered list, which may be narrowed, is the server's to say: open pages ask again.
  const list = listThatGrew[update.__typename];
  if (update.__typename === "OrganisationRevived") forgetPredecessors(cache as InMemoryCache);
  if (list) cache.evict({ id: `Network:${networkId}`, fieldName: list });
  // A group that was hidden and is so no more is new to who may not have known of it.
  if (update.__typename === "GroupCreated" || update.__typename === "GroupEdited")
    addNode(cache, network, "groups", { __typename: "Group", id: update.group.id });
  if (update.__typename === "NetworkMemberGone")
    removeNodes(cache, network, "members", (read) => read("id") === update.membershipId);
  if (update.__typename !== "GroupHidden" || update.groupIfSeen) return;
  removeNodes(cache, network, "groups", (read) => read("id") === update.groupId);
  cache.evict({ id: cache.identify({ __typename: "Group", id: update.groupId }) });
}
