import { useApolloClient } from "@apollo/client/react";
import { useLive } from "../../../platform/live/use-live.ts";
import { applyNetworkUpdate, NetworkUpdates } from "./network-updates.ts";

interface Props {
  networkId: string;
  after: string;
  /** Asks for the page again and answers its cursor. */
  again: () => Promise<string | null | undefined>;
}

/** Keeps the groups of a network fresh while its page is open. Shows nothing. */
export function FollowNetwork({ networkId, after, again }: Props) {
  const { cache } = useApolloClient();
  useLive({
    document: NetworkUpdates,
    field: "networkUpdates",
    variables: { networkId },
    after,
    apply: (update) => applyNetworkUpdate(cache, networkId, update),
    onReset: again,
  });
  return null;
}
