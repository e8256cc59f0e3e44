// What other rooms may use of this one.
export { GroupSchema, type GroupRow } from "./entities/group.ts";
export { MembershipSchema } from "./entities/membership.ts";
export { groupForViewer, type GroupForViewer } from "./loaders.ts";
export { groupPolicy, type GroupAction, type GroupState, type Standing } from "./policy.ts";
export { findGroup, getGroup } from "./queries/groups.ts";
export { findMembership, listMembershipsWhere, presentMembership } from "./queries/members.ts";
export { standingIn } from "./queries/standing.ts";
export { Group } from "./types/group.ts";
export { Membership, MembershipConnection, roles, type Role } from "../networks/public.ts";
