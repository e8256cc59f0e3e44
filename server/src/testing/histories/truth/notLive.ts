const person =
  "Names and profiles are read fresh with whatever shows them next; nobody is told of a change.";
const profile =
  "It has an audience, and is asked for by the pages of people, never by what is live.";
const directory =
  "The directory and the map ask when they open, as whoever looks for somebody does.";
const board = "The board asks when it opens, and is told by its own clock that there is more.";
const account = "The account's own: no channel has it, its page asks when it opens.";

const form = "Asked by the page of the form when it opens, and kept for the next opening.";

/**
 * What no live field keeps true, by type and field, with the reason. All other fields of these types stand in a
 * snapshot of this folder, and are proved.
 */
export const notLive: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Person: {
    name: person,
    profession: person,
    country: person,
    pronunciation: profile,
    field: profile,
    careerStage: profile,
    posts: profile,
    timeZone: profile,
    languages: profile,
    readingLanguages: profile,
    writingLanguages: profile,
    interests: profile,
    canHelpWith: profile,
    about: profile,
    photo: profile,
  },
  Viewer: {
    email: account,
    emailVerified: account,
    person,
    profileAudiences: account,
    announcementReach:
      "A look ahead: asked when somebody is about to announce, and asked again by what they choose.",
  },
  Inbox: {
    threads: "What groupUpdates of the viewer's groups and inboxUpdates say together.",
    unreadThreadCount: "What groupUpdates of the viewer's groups and inboxUpdates say together.",
  },
  Network: {
    members: "It may have a hundred thousand: its page asks when it opens.",
    memberCount: "It may have a hundred thousand: its page asks when it opens.",
    people: directory,
    colleaguesAbroad: directory,
    countries: directory,
    viewerListed: directory,
    lookOf: "It follows from the colour that is asked for.",
    board,
    boardSummary: board,
    bulkActs:
      "For the few who manage: its pages ask when they open, and at each BulkActMoved of inboxUpdates.",
  },
  NetworkLook: {},
  Palette: {},
  Organisation: {
    network: "It never changes.",
    nameOn: "It follows from the names, which are kept true.",
    predecessors: "They follow from the successors, which are kept true.",
    relations: "They follow from the programmes' own, which are kept true.",
    heir: "It follows from the successors, which are kept true.",
  },
  Application: {},
  JoiningAnswer: {},
  WaitingPlace: { groupName: "For who does not see the group; the group itself tells its name." },
  ActionAnswer: {},
  ActionReason: {},
  OrganisationName: {},
  Programme: {
    network: "It never changes.",
    groups: "They follow from each group's own programme, which groupUpdates keeps true.",
    figures: "For the few who compare: their page asks when it opens.",
  },
  Wave: {
    programme: "It never changes.",
    groups: "They follow from each group's own wave, which groupUpdates keeps true.",
    figures: "For the few who compare: their page asks when it opens.",
  },
  ProgrammeRelation: { programme: "It never changes." },
  Group: {
    network: "It never changes.",
    roomOf: "It never changes.",
    joiningForm: form,
    applicationDraft: form,
    viewerApplication: "Viewer.applications, which inboxUpdates keep.",
    viewerWaitingPlace: "Viewer.waitingPlaces, which inboxUpdates keep.",
    compactVersions:
      "They are only added to, and the newest is kept true: their page asks for the rest.",
    membersNotAgreed:
      "It follows from the compact and each member's compactVersion, which are kept true.",
    openApplicationCount: board,
    attention: board,
    invitations: "For the two or three who invite: their page asks when it opens.",
  },
  Membership: {},
  CompactVersion: {},
  Thread: {
    draft:
      "Kept for the next opening: two devices that write at once would undo each other's words.",
  },
  Acknowledgement: {
    pending:
      "Asked anew when an acknowledgement or, by groupUpdates, a member's coming or going is told.",
  },
  Message: {},
  ReactionCount: {},
  MessageVersion: {},
};
