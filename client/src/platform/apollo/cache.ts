import { InMemoryCache, type FieldPolicy, type Reference } from "@apollo/client";
import { possibleTypes } from "./possible-types.ts";

interface StoredConnection {
  edges?: readonly { cursor?: string; node?: Reference }[];
  nodes?: readonly Reference[];
  pageInfo?: object;
}

/** A forward list: a page asked with `after` is added to what is there, any other page replaces it. */
export function forwardList(): FieldPolicy<StoredConnection> {
  return {
    keyArgs: (args) => Object.keys(args ?? {}).filter((name) => name !== "after"),
    merge: (existing, incoming, { args }) =>
      args?.["after"] === undefined || args["after"] === null || existing === undefined
        ? incoming
        : {
            ...incoming,
            ...(incoming.edges && { edges: [...(existing.edges ?? []), ...incoming.edges] }),
            ...(incoming.nodes && { nodes: [...(existing.nodes ?? []), ...incoming.nodes] }),
          },
  };
}

/** What two pages asked of one version is put together; another version takes its place. */
const versioned: FieldPolicy<{ version: number } | null> = {
  merge: (existing, incoming, { mergeObjects }) =>
    existing && incoming && existing.version === incoming.version
      ? mergeObjects(existing, incoming)
      : incoming,
};

export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes,
    typePolicies: {
      // One reader to a cache: the frame reads its part of the viewer from here, whichever page asked for it.
      Viewer: { keyFields: [], fields: { groups: forwardList(), networks: forwardList() } },
      Inbox: { keyFields: [], fields: { threads: forwardList(), mentions: forwardList() } },
      Group: {
        fields: {
          compact: versioned,
          members: forwardList(),
          membersNotAgreed: forwardList(),
          threads: forwardList(),
          invitations: forwardList(),
        },
      },
      Network: {
        fields: { groups: forwardList(), members: forwardList(), people: forwardList() },
      },
      Thread: { fields: { acknowledgement: { merge: true } } },
      Subscription: {
        fields: {
          threadUpdates: { merge: false },
          groupUpdates: { merge: false },
          networkUpdates: { merge: false },
          inboxUpdates: { merge: false },
        },
      },
      ReactionCount: { keyFields: false },
      MessageVersion: { keyFields: false },
    },
  });
}
