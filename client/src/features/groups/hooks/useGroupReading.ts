import { useState } from "react";
import type { GroupAction } from "../../../generated/graphql.ts";
import { isMissing } from "../../../platform/apollo/is-missing.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";

/**
 * The variables of a group's pages. Someone may look after a group without reading it: the server then
 * refuses the whole page for its threads, and it is asked for again without them.
 */
export function useGroupReading(groupId: string) {
  const { frame, desk } = useFrame();
  const [closedId, setClosedId] = useState<string | null>(null);
  const closed = closedId === groupId;
  return {
    variables: { id: groupId, frame, read: !closed, desk: desk && !closed },
    /** Takes what came; says whether there is no such group for this reader, even without its threads. */
    isGone: (error: unknown, viewerCan: readonly GroupAction[] | undefined) => {
      // Both ask again within the same render; neither the refusal nor the gap is shown.
      if (closed && viewerCan?.includes("READ")) setClosedId(null);
      if (!isMissing(error)) return false;
      if (!closed) setClosedId(groupId);
      return closed;
    },
  };
}
