import { ApolloClient, ApolloLink } from "@apollo/client";
import type {} from "./masking.ts";
import { createCache } from "./cache.ts";
import { httpLink } from "./http-link.ts";
import { sessionLink } from "./session-link.ts";

/** The one client of a tab. Tests give their own last link. Live fields do not pass here. */
export function createClient(last: ApolloLink = httpLink): ApolloClient {
  return new ApolloClient({
    cache: createCache(),
    link: ApolloLink.from([sessionLink, last]),
    dataMasking: true,
    assumeImmutableResults: true,
    defaultOptions: {
      // A page shows what is known at once and asks again; later changes come live, not by asking.
      watchQuery: { fetchPolicy: "cache-and-network", nextFetchPolicy: "cache-first" },
    },
  });
}
