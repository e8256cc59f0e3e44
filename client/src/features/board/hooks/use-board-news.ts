import { useApolloClient } from "@apollo/client/react";
import { useEffect, useEffectEvent } from "react";
import { graphql } from "../../../generated/gql.ts";

const BoardNewsQuery = graphql(`
  query BoardNews($slug: String!) {
    network(slug: $slug) {
      id
      boardSummary {
        groupCount
        attentionCount
        freeSeatCount
        waitingCount
        openApplicationCount
        countries
      }
    }
  }
`);

const EVERY_MS = 60_000;

/**
 * Looks at the numbers of the board each minute, and when its reader comes back to it: seats, lines and applications
 * are told in each group's own channel, and nobody follows a thousand of them. `told` hears that they are others.
 */
export function useBoardNews(slug: string, told: () => void): void {
  const client = useApolloClient();
  const tell = useEffectEvent(told);
  useEffect(() => {
    const read = () =>
      JSON.stringify(client.readQuery({ query: BoardNewsQuery, variables: { slug } }));
    async function look() {
      if (document.hidden) return;
      const before = read();
      // Without a link there is no news, and the header says why.
      await client
        .query({ query: BoardNewsQuery, variables: { slug }, fetchPolicy: "network-only" })
        .catch(() => null);
      if (before && read() !== before) tell();
    }
    const timer = setInterval(() => void look(), EVERY_MS);
    const back = () => void look();
    document.addEventListener("visibilitychange", back);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", back);
    };
  }, [client, slug]);
}
