import { use, useSyncExternalStore } from "react";
import type { LinkState } from "./core/link.ts";
import { LiveContext } from "./live-context.tsx";

const starting: LinkState = { state: "live", upTo: null };
const late: LinkState = { state: "delayed", upTo: null };
/** Longer than this without a link since the page was opened is a delay. */
const STARTS_WITHIN = 4000;
const nothing = (): (() => void) => () => {};

/** One word for the link, and the time up to which what is shown is known to be whole. */
export function useLinkState(): LinkState {
  const link = use(LiveContext);
  return useSyncExternalStore(link?.subscribe ?? nothing, () =>
    link ? link.state() : performance.now() < STARTS_WITHIN ? starting : late,
  );
}
