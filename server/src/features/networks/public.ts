// What other rooms may use of this one.
export { createNetwork, type Founding } from "./commands/createNetwork.ts";
export { enterNetwork } from "./commands/enterNetwork.ts";
export { NetworkMembershipSchema, NetworkSchema, type NetworkRole } from "./entities.ts";
export { networkForViewer, type NetworkForViewer } from "./loaders.ts";
export { networkPolicy } from "./policy.ts";
export { findNetwork, findNetworkMembership, getNetwork, networkRoleIn } from "./queries.ts";
export { Membership, MembershipConnection, Network, roles, type Role } from "./types.ts";
