/** Which types stand behind each interface and union that fragments name. possible-types.test.tsx holds it to the schema. */
const control = ["Live", "Heartbeat", "Skipped", "Reset", "Ended"];
const ofMessages = [
  "MessageSent",
  "MessageEdited",
  "MessageWithdrawn",
  "MessageRestored",
  "MessagePinned",
  "ReactionsChanged",
];
const ofThread = [
  "ThreadRenamed",
  "ThreadClosed",
  "ThreadReopened",
  "ThreadPinned",
  "AnswerAccepted",
];
const ofMembers = ["MemberAdmitted", "MemberRemoved", "MemberLeft", "RoleChanged"];
const ofWishes = ["ApplicationMoved", "WaitingPlaceMoved"];
const ofOrganisations = [
  "OrganisationClosed",
  "OrganisationCorrected",
  "OrganisationRegistered",
  "OrganisationRenamed",
  "OrganisationRevived",
  "OrganisationsMerged",
];
const ofProgrammes = ["ProgrammeChanged", "ProgrammeCreated"];
const aroundGroup = ["GroupCreated", "GroupEdited", "GroupMovedOn"];
const ofInbox = [
  "ReadMarkMoved",
  "Mentioned",
  "MentionChanged",
  "NetworkJoined",
  "GroupJoined",
  "GroupLeft",
];

export const possibleTypes = {
  Node: [
    "Person",
    "Network",
    "Group",
    "Membership",
    "Invitation",
    "Application",
    "WaitingPlace",
    "Thread",
    "Message",
    "Organisation",
    "Post",
    "Programme",
    "ProgrammeRelation",
    "Wave",
  ],
  UserError: ["Refusal", "GroupFull", "VersionConflict"],
  LiveUpdate: [
    ...control,
    ...ofMessages,
    ...ofThread,
    "ThreadAcknowledged",
    "ThreadStarted",
    "ThreadMoved",
    ...ofMembers,
    ...aroundGroup,
    ...ofWishes,
    ...ofOrganisations,
    ...ofProgrammes,
    "GroupPlaced",
    "SeatsChanged",
    "GroupHidden",
    ...ofInbox,
  ],
  ThreadUpdate: [...ofMessages, ...ofThread, "ThreadAcknowledged", ...control],
  GroupUpdate: [
    "ThreadStarted",
    "ThreadMoved",
    ...ofThread,
    ...ofMembers,
    "GroupEdited",
    "GroupMovedOn",
    "SeatsChanged",
    "GroupPlaced",
    ...control,
  ],
  NetworkUpdate: [...aroundGroup, "GroupHidden", ...ofOrganisations, ...ofProgrammes, ...control],
  InboxUpdate: [...ofInbox, ...ofWishes, ...aroundGroup, ...control],
};
