/** What the pages of a network add to the types that every page knows. */
export const networkTypes = {
  LiveUpdate: [
    "NetworkEdited",
    "NetworkMemberGone",
    "OrganisationClosed",
    "OrganisationCorrected",
    "OrganisationRegistered",
    "OrganisationRenamed",
    "OrganisationRevived",
    "OrganisationsMerged",
    "ProgrammeChanged",
    "ProgrammeCreated",
  ],
};
