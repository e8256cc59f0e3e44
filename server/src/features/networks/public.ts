// What other rooms may use of this one.
export type { Founding } from "./commands/createNetwork.ts";
export { enterNetwork } from "./commands/enterNetwork.ts";
export { refuseUnheld, type Departure } from "./commands/departure.ts";
export type { NetworkRole } from "./entities.ts";
export { networkForViewer } from "./loaders.ts";
export { networkPolicy } from "./policy.ts";
export {
  aboutNetworkPlace,
  findNetworkMembership,
  getNetwork,
  networkRoleIn,
  wasInNetwork,
} from "./queries.ts";
export { groupVisibilities, type GroupVisibility } from "./visibility.ts";
export { Membership, MembershipConnection, Network, roles, type Role } from "./types.ts";
