import type { InMemoryCache } from "@apollo/client";

/**
 * What went into which is another now: pages that list it ask again. All of them, since what was taken back does not
 * say any more what it had gone into.
 */
export function forgetPredecessors(cache: InMemoryCache): void {
  for (const id of Object.keys(cache.extract()))
    if (id.startsWith("Organisation:")) cache.evict({ id, fieldName: "predecessors" });
}
