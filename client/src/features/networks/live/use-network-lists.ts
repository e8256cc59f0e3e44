import type { InMemoryCache } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { forwardList } from "../../../platform/apollo/cache.ts";

/** How the longer lists of a network's own pages grow. Said before the page asks, and not in the first script. */
export function useNetworkLists(): void {
  const { cache } = useApolloClient();
  useState(() =>
    (cache as InMemoryCache).policies.addTypePolicies({
      Network: {
        fields: { board: forwardList(), programmes: forwardList(), organisations: forwardList() },
      },
      Programme: { fields: { groups: forwardList() } },
    }),
  );
}
