// What other rooms may use of this one.
export { agree } from "./commands/agreeToCompact.ts";
export { inviteMany, revokeUnused, sendAgain } from "./commands/inviteMany.ts";
export { addressOf } from "./entities/address.ts";
export type { InvitedRole } from "./entities/invitation.ts";
export { admit, countQueue, groupRow } from "./commands/places.ts";
export { findWay, useInvitation } from "./commands/useInvitation.ts";
export { fullAt, groupKinds, type GroupKind, type GroupRow } from "./entities/group.ts";
export { lifeStates, type LifeState } from "./entities/life.ts";
export {
  GroupEdited,
  GroupMovedOn,
  MemberLeft,
  MemberRemoved,
  RoleChanged,
  SeatsChanged,
} from "./facts.ts";
export { groupForViewer, joinStandings, knownTo, standingOf, viewerStandingIn } from "./loaders.ts";
export { comingIn, groupPolicy, type GroupState, type Standing } from "./policy.ts";
export { findGroup, getGroup } from "./queries/groups.ts";
export { presentMembership } from "./queries/members.ts";
export { getStandingIn, standingIn, standingsIn } from "./queries/standing.ts";
export { Group, GroupConnection } from "./types/group.ts";
export {
  enterNetwork,
  Membership,
  MembershipConnection,
  networkRoleIn,
  refuseUnheld,
  roles,
  type Departure,
  type Role,
} from "../networks/public.ts";
