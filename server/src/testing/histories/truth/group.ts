import { byId, countUnread, markOf, put, seeMark, without, type Held } from "../held.ts";
import type { Data } from "../../world.ts";
import type { LiveField, Told } from "./liveField.ts";

const GROUP = `id name kind description country createdAt lastActivityAt viewerRole viewerCan
  memberCapacity coordinatorCapacity memberCount coordinatorCount heldCount waitingCount visibility state stateSince
  nextStates setting facilityLevel resources field language startsOn endsOn isCircle
  programme { id } wave { id }
  compact { version body change writtenAt writtenBy { id } } viewerCompactVersion
  viewerActions { action allowed reason { code message } }`;
const PLACE = `id role since compactVersion viewerCan viewerActions { action allowed reason { code } } person { id }`;
const THREAD = `id title kind createdAt closedAt pinnedAt lastMessageSeq lastActivityAt lastReadSeq viewerCan
  createdBy { id } lastMessage { id version body withdrawnAt editedAt } acceptedAnswer { id version body }`;

function showThread(held: Held, { group, ...thread }: Data): void {
  put(held, "threads", without(thread, "lastReadSeq"));
  seeMark(held, thread, "group");
  held.facts = group;
}

const aboutThread: Told = {
  shows: `thread { ${THREAD} group { ${GROUP} } }`,
  apply: (held, { thread }) => showThread(held, thread),
};
const aboutGroup: Told = {
  shows: `group { ${GROUP} }`,
  apply(held, { group }) {
    held.facts = group;
  },
};
const comes: Told = {
  shows: `group { ${GROUP} } membership { ${PLACE} }`,
  apply(held, { group, membership }) {
    held.facts = group;
    put(held, "members", membership);
  },
};
const goes: Told = {
  shows: `group { ${GROUP} } person { id }`,
  apply(held, { group, person }) {
    held.facts = group;
    for (const [id, place] of held.lists["members"])
      if (place["person"].id === person.id) held.lists["members"].delete(id);
  },
};

export const groupField: LiveField = {
  field: "groupUpdates",
  argument: "groupId",
  snapshot: `query($target: ID!) { node(id: $target) { ... on Group { liveCursor ${GROUP} unreadThreadCount
    members(first: 100) { nodes { ${PLACE} } } threads(first: 100) { nodes { ${THREAD} unreadCount } } } } }`,
  read({ node }) {
    if (!node?.viewerRole) return null;
    const { liveCursor, members, threads, unreadThreadCount, ...facts } = node as Data;
    if (countUnread(threads.nodes) !== unreadThreadCount)
      throw new Error("unreadThreadCount is off");
    const withoutMarks = threads.nodes.map((thread: Data) =>
      without(thread, "unreadCount", "lastReadSeq"),
    );
    const held: Held = {
      facts,
      lists: { members: byId(members.nodes), threads: byId(withoutMarks) },
      marks: new Map(threads.nodes.map(markOf)),
    };
    return { held, cursor: liveCursor };
  },
  told: {
    ThreadStarted: aboutThread,
    ThreadMoved: aboutThread,
    ThreadRenamed: aboutThread,
    ThreadClosed: aboutThread,
    ThreadReopened: aboutThread,
    ThreadPinned: aboutThread,
    AnswerAccepted: aboutThread,
    MemberAdmitted: comes,
    RoleChanged: comes,
    MemberRemoved: goes,
    MemberLeft: goes,
    GroupEdited: aboutGroup,
    GroupMovedOn: aboutGroup,
    SeatsChanged: aboutGroup,
    GroupPlaced: aboutGroup,
    CompactWritten: aboutGroup,
    CompactAgreed: comes,
  },
  get facts() {
    return {
      ...Object.fromEntries(
        Object.keys(without(this.told, "ThreadMoved")).map((name) => [name, name]),
      ),
      MessageSent: "ThreadMoved",
      MessageEdited: "ThreadMoved",
      MessageWithdrawn: "ThreadMoved",
      MessageRestored: "ThreadMoved",
    };
  },
  coalesced: new Set(["ThreadMoved"]),
};
