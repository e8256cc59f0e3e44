import type { InMemoryCache } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useLive } from "../../../platform/live/use-live.ts";
import { networkTypes } from "./network-types.ts";
import { applyNetworkUpdate, NetworkUpdates } from "./network-updates.ts";

interface Props {
  networkId: string;
  after: string;
  /** Asks for the page again and answers its cursor. */
  again: () => Promise<string | null | undefined>;
  /** Hears the name of each update, once it is in the cache. */
  told?: (update: string) => unknown;
}

/** Keeps the groups of a network fresh while its page is open. Shows nothing. */
export function FollowNetwork({ networkId, after, again, told }: Props) {
  const { cache } = useApolloClient();
  // Before the first update is written; knowing them twice changes nothing.
  useState(() => (cache as InMemoryCache).policies.addPossibleTypes(networkTypes));
  useLive({
    document: NetworkUpdates,
    field: "networkUpdates",
    variables: { networkId },
    after,
    apply: (update) => {
      applyNetworkUpdate(cache, networkId, update);
      told?.(update.__typename);
    },
    onReset: again,
  });
  return null;
}
