import { defineFact } from "../../live/fact.ts";

// In the network's channel.
export const ProgrammeCreated = defineFact<{ programmeId: string }>("ProgrammeCreated");
export const ProgrammeEdited = defineFact<{ programmeId: string }>("ProgrammeEdited");
export const WaveAdded = defineFact<{ programmeId: string; waveId: string }>("WaveAdded");
export const WaveEdited = defineFact<{ programmeId: string; waveId: string }>("WaveEdited");
export const WaveRemoved = defineFact<{ programmeId: string; waveId: string }>("WaveRemoved");
export const OrganisationRelated = defineFact<{ programmeId: string; relationId: string }>(
  "OrganisationRelated",
);
/** Its days were changed: most often it came to its end. */
export const RelationDated = defineFact<{ programmeId: string; relationId: string }>(
  "RelationDated",
);
/** It was entered by mistake. */
export const RelationRemoved = defineFact<{ programmeId: string; relationId: string }>(
  "RelationRemoved",
);

/** In the group's channel: it may be one that the network is not to know of. */
export const GroupPlaced = defineFact<{ programmeId: string | null; waveId: string | null }>(
  "GroupPlaced",
);
