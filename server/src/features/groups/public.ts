// What other rooms may use of this one.
export { groupForViewer, knownTo, viewerStandingIn } from "./loaders.ts";
export { groupPolicy, type GroupState, type Standing } from "./policy.ts";
export { findGroup, getGroup } from "./queries/groups.ts";
export { presentMembership } from "./queries/members.ts";
export { standingIn, standingsIn } from "./queries/standing.ts";
export { Group, GroupConnection } from "./types/group.ts";
export { Membership, MembershipConnection, roles, type Role } from "../networks/public.ts";
