import { useApolloClient } from "@apollo/client/react";
import { useRef, useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { MessagePageQueryVariables } from "../../../generated/graphql.ts";

// `liveCursor` starts live following anew from this answer, which may be older than what came live meanwhile.
const MessagePage = graphql(`
  query MessagePage(
    $threadId: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $around: Int
  ) {
    thread: node(id: $threadId) {
      id
      ... on Thread {
        liveCursor
        lastMessageSeq
        messages(first: $first, after: $after, last: $last, before: $before, around: $around) {
          nodes {
            id
            seq
            createdAt
            withdrawnAt
            clientKey
            author {
              id
              name
              isViewer
            }
            ...LiveMessage
          }
          pageInfo {
            hasNextPage
            hasPreviousPage
            startCursor
            endCursor
          }
        }
      }
    }
  }
`);

const PAGE = 50;
type Page = Omit<MessagePageQueryVariables, "threadId">;

/** Loads more of a thread into the cache's run of messages; one load at a time, and a failed one can be tried again. */
export function useMessagePages(threadId: string) {
  const client = useApolloClient();
  const busy = useRef(false);
  const [loading, setLoading] = useState(false);
  const [failed, setFailed] = useState(false);

  async function load(page: Page): Promise<boolean> {
    if (busy.current) return false;
    busy.current = true;
    setLoading(true);
    try {
      await client.query({
        query: MessagePage,
        variables: { threadId, ...page },
        fetchPolicy: "network-only",
      });
      setFailed(false);
      return true;
    } catch {
      setFailed(true);
      return false;
    } finally {
      busy.current = false;
      setLoading(false);
    }
  }
  return {
    loading,
    failed,
    older: (before: string) => load({ last: PAGE, before }),
    newer: (after: string) => load({ first: PAGE, after }),
    around: (seq: number) => load({ around: seq, first: PAGE }),
    latest: () => load({ last: PAGE }),
  };
}
