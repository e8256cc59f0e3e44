import { useApolloClient } from "@apollo/client/react";
import { useRef, useState } from "react";
import type { MessagePageQueryVariables } from "../../../generated/graphql.ts";

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
      const { MessagePage } = await import("../acts/reading-documents.ts");
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
