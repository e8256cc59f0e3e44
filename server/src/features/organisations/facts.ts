import { defineFact } from "../../live/fact.ts";

// All in the network's channel.
export const OrganisationRegistered = defineFact<{ organisationId: string }>(
  "OrganisationRegistered",
);
/** What was wrong or unknown was put right: it is no other than before. */
export const OrganisationCorrected = defineFact<{ organisationId: string }>(
  "OrganisationCorrected",
);
/** From that day on it is called otherwise. */
export const OrganisationRenamed = defineFact<{ organisationId: string; on: string }>(
  "OrganisationRenamed",
);
export const OrganisationsMerged = defineFact<{
  organisationIds: string[];
  intoId: string;
  on: string;
}>("OrganisationsMerged");
export const OrganisationClosed = defineFact<{ organisationId: string; on: string }>(
  "OrganisationClosed",
);
/** A merger or closing was taken back. */
export const OrganisationRevived = defineFact<{ organisationId: string }>("OrganisationRevived");
