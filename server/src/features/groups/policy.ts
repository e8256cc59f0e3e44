import type { Policy, RootRules } from "../../platform/policy/rule.ts";
import type { NetworkRole, Role } from "../networks/public.ts";
import type { GroupKind } from "./entities/group.ts";

/** What somebody is in a group, and in its network. Without either they see nothing of it. */
export interface Standing {
  role: Role | null;
  networkRole: NetworkRole | null;
}

export interface GroupState {
  kind: GroupKind;
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
  EDIT: "EDIT",
  START_THREAD: "START_THREAD",
  ANNOUNCE: "ANNOUNCE",
  JOIN: "JOIN",
  LEAVE: "LEAVE",
} as const;
export type GroupAction = keyof typeof groupActions;

export const membershipActions = {
  REMOVE: "REMOVE",
  MAKE_MEMBER: "MAKE_MEMBER",
  MAKE_COORDINATOR: "MAKE_COORDINATOR",
  MAKE_MANAGER: "MAKE_MANAGER",
  MAKE_MODERATOR: "MAKE_MODERATOR",
} as const;
export type MembershipAction = keyof typeof membershipActions;

const inside = ({ role }: Standing) => role !== null;
const administers = ({ role, networkRole }: Standing) =>
  role === "MANAGER" || networkRole === "MANAGER";
const leads = (standing: Standing) => standing.role === "COORDINATOR" || administers(standing);
/** Who is in the coordinators' group follows from roles elsewhere; nobody is put in or taken out by hand. */
const byHand = ({ kind }: GroupState) => kind !== "COORDINATORS";

/** Who may see that there is such a group: its name, kind, country and seats. */
export const canSeeGroup = ({ role, networkRole }: Standing) =>
  role !== null || networkRole !== null;

export const groupPolicy: Policy<GroupAction, Standing, GroupState> = {
  READ: inside,
  SEE_MEMBERS: (who) => inside(who) || administers(who),
  INVITE: (who, group) => byHand(group) && leads(who),
  EDIT: leads,
  START_THREAD: inside,
  // Everyone in the coordinators' group leads a group of their own.
  ANNOUNCE: (who, group) =>
    inside(who) && (leads(who) || who.role === "MODERATOR" || !byHand(group)),
  JOIN: (who, group) => group.kind === "COMMUNITY" && canSeeGroup(who) && !inside(who),
  LEAVE: (who, group) => byHand(group) && inside(who),
};

/** Coordinators may bring in, hand over and step down; who leads above them is for managers to say. */
export const membershipPolicy: Policy<MembershipAction, Standing, MemberState> = {
  REMOVE: (who, at) =>
    byHand(at) && !at.isViewer && (administers(who) || (leads(who) && at.role === "MEMBER")),
  MAKE_MEMBER: (who, at) =>
    byHand(at) &&
    at.role !== "MEMBER" &&
    (administers(who) || (at.isViewer && at.role === "COORDINATOR")),
  MAKE_COORDINATOR: (who, at) =>
    byHand(at) &&
    at.role !== "COORDINATOR" &&
    (administers(who) || (leads(who) && at.role === "MEMBER")),
  MAKE_MANAGER: (who, at) => byHand(at) && at.role !== "MANAGER" && administers(who),
  MAKE_MODERATOR: (who, at) => byHand(at) && at.role !== "MODERATOR" && administers(who),
};

export const groupRules: RootRules = {
  invitation: { scope: "groups:read", anonymous: true },
  createGroup: { scope: "groups:write" },
  editGroup: { scope: "groups:write" },
  inviteToGroup: { scope: "members:write" },
  createInvitationLink: { scope: "members:write" },
  renewInvitation: { scope: "members:write" },
  revokeInvitation: { scope: "members:write" },
  acceptInvitation: { scope: "members:write" },
  joinGroup: { scope: "members:write" },
  leaveGroup: { scope: "members:write" },
  changeRole: { scope: "members:write" },
  removeMember: { scope: "members:write" },
  groupUpdates: { scope: "groups:read" },
};
