import { useApolloClient } from "@apollo/client/react";
import { useRef, useState } from "react";
import type { MessagePageQueryVariables } from "../../../generated/graphql.ts";

const PAGE = 50;
type Page = Omit<MessagePageQueryVariables, "threadId">;

/** Loads more of a thread into the cache's run of messages; one load at a time, and a failed one can be tried again. */
export function useMessagePages(threadId: string) {
  const client = useApolloClient();
  const running = useRef<Promise<boolean> | null>(null);
  const [loading, setLoading] = useState(false);
  const [failed, setFailed] = useState(false);

  async function ask(page: Page): Promise<boolean> {
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
      setLoading(false);
    }
  }

  function start(page: Page): Promise<boolean> {
    const mine = ask(page).finally(() => {
      if (running.current === mine) running.current = null;
    });
    running.current = mine;
    return mine;
  }

  /** Scrolling asks again by itself; what the reader asked for waits for its turn. */
  const more = async (page: Page): Promise<boolean> => !running.current && (await start(page));
  const wanted = async (page: Page): Promise<boolean> => {
    await running.current;
    return start(page);
  };

  return {
    loading,
    failed,
    older: (before: string) => more({ last: PAGE, before }),
    newer: (after: string) => more({ first: PAGE, after }),
    around: (seq: number) => wanted({ around: seq, first: PAGE }),
    latest: () => wanted({ last: PAGE }),
  };
}
