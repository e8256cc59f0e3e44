/** Plain objects in the schema's shapes, with what a test does not care about filled in. */
type Fields = Record<string, unknown>;

export const page = (nodes: readonly unknown[]) => ({
  nodes,
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false },
});

export const aPerson = (fields: Fields = {}) => ({
  __typename: "Person",
  id: "person-1",
  name: "Grace Nkandu",
  profession: "Midwife",
  country: "ZM",
  timeZone: "Africa/Lusaka",
  languages: ["en", "bem"],
  about: null,
  isViewer: false,
  ...fields,
});

export const aNetwork = (fields: Fields = {}) => ({
  __typename: "Network",
  id: "network-1",
  slug: "talent",
  name: "TALENT Groups",
  description: "Early-career nurses",
  liveCursor: "n0",
  viewerRole: "MEMBER",
  viewerCan: [],
  memberCount: 40,
  groups: page([]),
  members: page([]),
  ...fields,
});

export const aGroup = (fields: Fields = {}) => ({
  __typename: "Group",
  id: "group-1",
  name: "Zambia",
  kind: "COHORT",
  description: "Rural clinics",
  country: "ZM",
  network: aNetwork(),
  memberCapacity: 20,
  coordinatorCapacity: 3,
  memberCount: 12,
  coordinatorCount: 2,
  createdAt: "2026-06-21T07:00:00Z",
  viewerRole: "MEMBER",
  viewerCan: ["READ", "START_THREAD", "LEAVE"],
  liveCursor: "g0",
  unreadThreadCount: 0,
  lastActivityAt: "2026-11-20T10:00:00Z",
  members: page([]),
  threads: page([]),
  invitations: page([]),
  ...fields,
});

export const aThread = (fields: Fields = {}) => ({
  __typename: "Thread",
  id: "thread-1",
  title: "Handover at the end of nights",
  kind: "DISCUSSION",
  group: aGroup(),
  createdBy: aPerson(),
  createdAt: "2026-11-19T07:42:00Z",
  liveCursor: "t0",
  unreadCount: 0,
  lastReadSeq: 0,
  lastMessageSeq: 1,
  lastMessage: null,
  lastActivityAt: "2026-11-20T10:00:00Z",
  pinnedAt: null,
  closedAt: null,
  acceptedAnswer: null,
  acknowledgement: null,
  viewerCan: ["SEND"],
  viewerCanWithOwn: ["REACT", "QUOTE", "EDIT", "WITHDRAW"],
  viewerCanWithOthers: ["REACT", "QUOTE"],
  pinnedMessages: [],
  messages: page([]),
  ...fields,
});

export const aMembership = (fields: Fields = {}) => ({
  __typename: "Membership",
  id: "membership-1",
  person: aPerson(),
  role: "MEMBER",
  since: "2026-06-21T07:00:00Z",
  viewerCan: [],
  ...fields,
});

export const aViewer = (fields: Fields = {}) => ({
  person: aPerson({ id: "me", name: "Nasilele Mubita", isViewer: true }),
  email: "member@zambia.example",
  emailVerified: true,
  groups: page([]),
  networks: page([]),
  inbox: { threads: page([]), mentions: page([]), unreadThreadCount: 0 },
  liveCursor: "v0",
  ...fields,
});
