import { use, useSyncExternalStore } from "react";
import type { LinkState } from "./core/link.ts";
import { LiveContext } from "./live-context.tsx";

const unknown: LinkState = { state: "live", upTo: null };
const nothing = (): (() => void) => () => {};

/** One word for the link, and the time up to which what is shown is known to be whole. */
export function useLinkState(): LinkState {
  const link = use(LiveContext);
  return useSyncExternalStore(link?.subscribe ?? nothing, () => link?.state() ?? unknown);
}
