import type { Role } from "../../../generated/graphql.ts";

/** Whether the reader leads one of these groups: who does may write to all of theirs at once. */
export const leadsAny = (groups: readonly { viewerRole?: Role | null }[]): boolean =>
  groups.some(({ viewerRole }) => viewerRole === "COORDINATOR" || viewerRole === "MANAGER");
