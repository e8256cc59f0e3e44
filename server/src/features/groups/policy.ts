import { needs, type Condition, type ReasonedPolicy } from "../../platform/policy/reasons.ts";
import type { RootRules } from "../../platform/policy/rule.ts";
import type { GroupVisibility, NetworkRole, Role } from "../networks/public.ts";
import type { GroupKind } from "./entities/group.ts";
import { isOnward, laterStates, type LifeState } from "./entities/life.ts";

/** What somebody is in a group, and in its network. Without either they see nothing of it. */
export interface Standing {
  role: Role | null;
  networkRole: NetworkRole | null;
  /** The group can only be read: what hangs on a standing, such as writing, asks this first. */
  sealed: boolean;
}

/** What of a group its rules go by. */
export interface GroupState {
  kind: GroupKind;
  visibility: GroupVisibility;
  state: LifeState;
  /** People who coordinate it. */
  coordinatorCount: number;
  /** Of a room of coordinators: whose it is. */
  roomOf?: string | null;
}

/** A membership that is acted on: whose it is and in which group. */
export interface MemberState extends GroupState {
  role: Role;
  isViewer: boolean;
}

export const groupActions = {
  READ: "READ",
  SEE_MEMBERS: "SEE_MEMBERS",
  INVITE: "INVITE",
  ADMIT: "ADMIT",
  EDIT: "EDIT",
  SET_UP: "SET_UP",
  MOVE_ON: "MOVE_ON",
  UNSEAL: "UNSEAL",
  START_THREAD: "START_THREAD",
  ANNOUNCE: "ANNOUNCE",
  CONFER: "CONFER",
  JOIN: "JOIN",
  APPLY: "APPLY",
  STEP_DOWN: "STEP_DOWN",
  LEAVE: "LEAVE",
} as const;
export type GroupAction = keyof typeof groupActions;

export const membershipActions = {
  REMOVE: "REMOVE",
  MAKE_MEMBER: "MAKE_MEMBER",
  MAKE_COORDINATOR: "MAKE_COORDINATOR",
  MAKE_MANAGER: "MAKE_MANAGER",
  MAKE_MODERATOR: "MAKE_MODERATOR",
  HAND_ON: "HAND_ON",
} as const;
export type MembershipAction = keyof typeof membershipActions;

const inside = ({ role }: Standing) => role !== null;
const administers = ({ role, networkRole }: Standing) =>
  role === "MANAGER" || networkRole === "MANAGER";
/** Coordinators and managers: who may decide about the group, whatever its state. */
const leads = (standing: Standing) => standing.role === "COORDINATOR" || administers(standing);

/**
 * Who may see that there is such a group: its name, kind, country and seats. A confidential one only its own and who
 * administers it; a room of coordinators nobody but who is in it.
 */
export const canSeeGroup = (
  who: Standing,
  { visibility, roomOf }: Pick<GroupState, "visibility" | "roomOf">,
) =>
  inside(who) ||
  (!roomOf && (administers(who) || (who.networkRole !== null && visibility !== "CONFIDENTIAL")));

type Asked = Condition<Standing, GroupState>;

const ledBy = ({ role }: Standing) => {
  if (role === "COORDINATOR") return "You coordinate this group.";
  return role === "MANAGER" ? "You manage this group." : "You manage its network.";
};

const isInside: Asked = {
  code: "NOT_A_MEMBER",
  because: "You are in this group.",
  otherwise: "This is for the group's members: ask one of its coordinators to let you in.",
  holds: inside,
};
const isOutside: Asked = {
  code: "ALREADY_INSIDE",
  because: "You are in its network, and not in this group yet.",
  otherwise: "You are in this group already.",
  holds: (who) => !inside(who) && who.networkRole !== null,
};
const isLeading: Asked = {
  code: "NOT_LEADING",
  because: ledBy,
  otherwise: "Only the group's coordinators and managers do this: ask one of them.",
  holds: leads,
};
const isManaging: Asked = {
  code: "NOT_MANAGING",
  because: ledBy,
  otherwise: "Only managers of the group or its network do this: ask one of them.",
  holds: administers,
};
const maySeeInside: Asked = {
  ...isInside,
  because: (who) => (inside(who) ? "You are in this group." : ledBy(who)),
  otherwise: "Who is in this group is for its members to see.",
  holds: (who) => inside(who) || administers(who),
};
const mayInvite: Asked = {
  ...isLeading,
  because: (who) => (leads(who) ? ledBy(who) : "This group sustains itself: each member invites."),
  otherwise: "Only the group's coordinators and managers invite people: ask one of them.",
  holds: (who, { state }) => leads(who) || (inside(who) && state === "SELF_SUSTAINING"),
};
const mayAnnounce: Asked = {
  code: "NOT_LEADING",
  because: "You lead a group.",
  otherwise: "Announcements are written by who leads the group: start a discussion instead.",
  // Everyone in the coordinators' group leads a group of their own.
  holds: (who, { kind }) =>
    inside(who) && (leads(who) || who.role === "MODERATOR" || kind === "COORDINATORS"),
};
/** Who is in the coordinators' group follows from roles elsewhere; nobody is put in or taken out by hand. */
const byHand: Asked = {
  code: "MEMBERSHIP_DERIVED",
  because: "Its members are chosen by hand.",
  otherwise:
    "Who is in this group follows from who coordinates the network's other groups: change the role there.",
  holds: (_who, { kind }) => kind !== "COORDINATORS",
};
/** A room has the name and the state of the group that it belongs to. */
const isItsOwn: Asked = {
  code: "MEMBERSHIP_DERIVED",
  because: "It is a group of its own.",
  otherwise: "This room goes with its group: change the group, and the room follows.",
  holds: (_who, { roomOf }) => !roomOf,
};
const isUnsealed: Asked = {
  code: "GROUP_SEALED",
  because: "The group is not sealed.",
  otherwise:
    "This group is sealed: it can be read, and nothing is changed in it. A manager can open it again.",
  holds: (_who, { state }) => state !== "SEALED",
};
const isSealed: Asked = {
  code: "NOT_SEALED",
  because: "The group is sealed.",
  otherwise: "This group is not sealed.",
  holds: (_who, { state }) => state === "SEALED",
};
const takesPeople: Asked = {
  code: "GROUP_CLOSED",
  because: "The group takes people.",
  otherwise:
    "This group has graduated and takes nobody new. Its coordinators can tell you of another one.",
  holds: (_who, { state }) => state !== "GRADUATED",
};
const hasBegun: Asked = {
  code: "GROUP_FORMING",
  because: "The group has begun.",
  otherwise: "This group is still forming: come back when its coordinators have opened it.",
  holds: (_who, { state }) => state !== "FORMING",
};
const isOpen: Asked = {
  code: "NOT_OPEN",
  because: "The group is open to its network.",
  otherwise: "This group is joined by invitation: ask one of its coordinators.",
  holds: (_who, { visibility }) => visibility === "OPEN",
};
const takesApplications: Asked = {
  code: "NO_APPLICATIONS",
  because: "The group takes applications.",
  otherwise: "This group takes no applications: ask one of its coordinators how to come in.",
  holds: (_who, { visibility }) => visibility === "RESTRICTED",
};

const isCoordinating: Asked = {
  code: "NOT_COORDINATING",
  because: "You coordinate this group.",
  otherwise: "You do not coordinate this group.",
  holds: ({ role }) => role === "COORDINATOR",
};

/** A coordinator's role that is about to come to its end. */
interface EndOfRole {
  role: Role;
  state: LifeState;
  coordinatorCount: number;
  /** Whoever may say so has said that it may be the last one. */
  evenIfLast: boolean;
}
const lastCoordinator = {
  code: "LAST_COORDINATOR",
  because: "Somebody else coordinates it too.",
  otherwise:
    "This is the group's only coordinator: hand the role on first (handOnRole), or make somebody else a coordinator.",
};
/** Asked whenever somebody's role ends by leaving or another role; not when a manager removes them. */
export const keepsCoordinator = needs<unknown, EndOfRole>({
  ...lastCoordinator,
  // Nobody gets a role in a sealed group, so nobody is held to handing one on.
  holds: (_who, { role, state, coordinatorCount, evenIfLast }) =>
    role !== "COORDINATOR" || coordinatorCount > 1 || evenIfLast || state === "SEALED",
});
/** Who may leave a group of others without a coordinator by saying so. */
export const mayLeaveUnled = administers;

export const groupPolicy: ReasonedPolicy<GroupAction, Standing, GroupState> = {
  READ: needs(isInside),
  SEE_MEMBERS: needs(maySeeInside),
  INVITE: needs(mayInvite, byHand, isUnsealed, takesPeople),
  ADMIT: needs(isLeading, byHand),
  EDIT: needs(isLeading, isItsOwn, isUnsealed),
  SET_UP: needs(isManaging, byHand, isUnsealed),
  MOVE_ON: needs(isLeading, byHand, isUnsealed),
  UNSEAL: needs(isManaging, byHand, isSealed),
  START_THREAD: needs(isInside, isUnsealed),
  ANNOUNCE: needs(mayAnnounce, isUnsealed),
  CONFER: needs(isCoordinating, byHand),
  JOIN: needs(isOutside, byHand, isOpen, isUnsealed, takesPeople, hasBegun),
  APPLY: needs(isOutside, byHand, takesApplications, isUnsealed, takesPeople, hasBegun),
  STEP_DOWN: needs(isCoordinating, byHand, isUnsealed, {
    ...lastCoordinator,
    holds: (_who, { coordinatorCount }) => coordinatorCount > 1,
  }),
  LEAVE: needs(isInside, byHand),
};

/** Asked of the group itself whenever somebody comes in, by whatever way. */
export const comingIn = needs(isUnsealed, takesPeople);
/** Asked of the group itself when its coordinators want a room and have none: the one that they have they can always read. */
export const takesRoom = needs(isUnsealed);
/** Asked of who agrees to the compact. Nothing is held back for want of it: `commands/writeCompact.ts`. */
export const agreeing = needs(isInside, isUnsealed);
/** Asked of the group itself whenever it is done to by hand. */
export const doneByHand = needs(byHand);

/** The states to which somebody may move a group from the one that it is in. */
export function nextStates(who: Standing, group: GroupState): LifeState[] {
  if (groupPolicy.UNSEAL(who, group)) return ["GRADUATED"];
  return groupPolicy.MOVE_ON(who, group) ? laterStates(group.state) : [];
}

/** The rule for moving a group to another state. */
export const ruleOfMove = ({ state }: GroupState, to: LifeState) =>
  isOnward(state, to) ? groupPolicy.MOVE_ON : groupPolicy.UNSEAL;

type AskedOfMember = Condition<Standing, MemberState>;

const mayRemove: AskedOfMember = {
  ...isLeading,
  otherwise: "Coordinators remove members; only managers remove people with another role.",
  holds: (who, at) => administers(who) || (leads(who) && at.role === "MEMBER"),
};
const isAnother: AskedOfMember = {
  code: "ONES_OWN_PLACE",
  because: "It is another person's place.",
  otherwise: "Nobody removes themselves: leave the group.",
  holds: (_who, { isViewer }) => !isViewer,
};
const mayAppoint: AskedOfMember = {
  ...isLeading,
  otherwise: "Coordinators make members coordinators; every other role is given by managers.",
  holds: (who, at) => administers(who) || (leads(who) && at.role === "MEMBER"),
};
const mayStandDown: AskedOfMember = {
  ...isManaging,
  because: (who) => (administers(who) ? ledBy(who) : "It is your own role."),
  otherwise: "A coordinator steps down by themselves, or managers give the role to somebody else.",
  holds: (who, at) => administers(who) || (at.isViewer && at.role === "COORDINATOR"),
};
const mayHandOn: AskedOfMember = {
  code: "NOT_LEADING",
  because: ledBy,
  otherwise: "Coordinators and managers of the group hand on their own role.",
  holds: ({ role }) => role === "COORDINATOR" || role === "MANAGER",
};
const isMember: AskedOfMember = {
  code: "HAS_ROLE",
  because: "They are a member.",
  otherwise: "They have a role of their own: a role is handed on to a member.",
  holds: (_who, { role }) => role === "MEMBER",
};
const isNot = (role: Role): AskedOfMember => ({
  code: "SAME_ROLE",
  because: "It is another role.",
  otherwise: "They have this role already.",
  holds: (_who, at) => at.role !== role,
});

/** Coordinators may bring in, hand over and step down; who leads above them is for managers to say. */
export const membershipPolicy: ReasonedPolicy<MembershipAction, Standing, MemberState> = {
  REMOVE: needs(mayRemove, byHand, isAnother),
  MAKE_MEMBER: needs(mayStandDown, byHand, isNot("MEMBER"), isUnsealed),
  MAKE_COORDINATOR: needs(mayAppoint, byHand, isNot("COORDINATOR"), isUnsealed),
  MAKE_MANAGER: needs(isManaging, byHand, isNot("MANAGER"), isUnsealed),
  MAKE_MODERATOR: needs(isManaging, byHand, isNot("MODERATOR"), isUnsealed),
  HAND_ON: needs(mayHandOn, byHand, isAnother, isMember, isUnsealed),
};

export const groupRules: RootRules = {
  invitation: { scope: "groups:read", anonymous: true },
  createGroup: { scope: "groups:write" },
  openCoordinatorsRoom: { scope: "groups:write" },
  editGroup: { scope: "groups:write" },
  moveGroupOn: { scope: "groups:write" },
  inviteToGroup: { scope: "members:write" },
  createInvitationLink: { scope: "members:write" },
  renewInvitation: { scope: "members:write" },
  revokeInvitation: { scope: "members:write" },
  acceptInvitation: { scope: "members:write" },
  joinGroup: { scope: "members:write" },
  leaveGroup: { scope: "members:write" },
  changeRole: { scope: "members:write" },
  handOnRole: { scope: "members:write" },
  removeMember: { scope: "members:write" },
  writeCompact: { scope: "groups:write" },
  agreeToCompact: { scope: "members:write" },
  groupUpdates: { scope: "groups:read" },
};
