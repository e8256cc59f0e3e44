import { needs, type Condition, type ReasonedPolicy } from "../../platform/policy/reasons.ts";
import type { RootRules } from "../../platform/policy/rule.ts";
import type { NetworkRole } from "./entities.ts";

export const networkActions = {
  CREATE_GROUP: "CREATE_GROUP",
  EDIT: "EDIT",
  KEEP_REGISTER: "KEEP_REGISTER",
  RUN_PROGRAMMES: "RUN_PROGRAMMES",
  SEE_BOARD: "SEE_BOARD",
  LEAVE: "LEAVE",
} as const;
export type NetworkAction = keyof typeof networkActions;

/** Actions on somebody's place in a network. */
type NetworkPlaceAction = "REMOVE" | "MAKE_MEMBER" | "MAKE_MANAGER" | "MAKE_MODERATOR";

/** A place that is acted on. Only its own holder can be the last manager: whoever acts on another's is one too. */
interface NetworkPlace {
  role: NetworkRole;
  isViewer: boolean;
  /** The viewer is the network's only manager. */
  isOnlyManager: boolean;
}

/** What of a network its rules go by; null where they go by the role alone. */
type NetworkState = { isOnlyManager: boolean } | null;
type AskedOfPlace = Condition<NetworkRole | null, NetworkPlace>;

const isManager: Condition<NetworkRole | null, unknown> = {
  code: "NOT_MANAGING",
  because: "You manage this network.",
  otherwise: "Only the network's managers do this: ask one of them.",
  holds: (role) => role === "MANAGER",
};
const isInside: Condition<NetworkRole | null, unknown> = {
  code: "NOT_A_MEMBER",
  because: "You are in this network.",
  otherwise: "You are not in this network.",
  holds: (role) => role !== null,
};
const anotherManages = {
  code: "LAST_MANAGER",
  because: "Somebody else manages it too.",
  otherwise:
    "You are the only manager of this network: make somebody else a manager first, so that it is never without one.",
};

/** What a member of the network may do with it. Who is no member sees nothing of it. */
export const networkPolicy: ReasonedPolicy<NetworkAction, NetworkRole | null, NetworkState> = {
  CREATE_GROUP: needs<NetworkRole | null, NetworkState>(isManager),
  EDIT: needs<NetworkRole | null, NetworkState>(isManager),
  KEEP_REGISTER: needs<NetworkRole | null, NetworkState>(isManager),
  RUN_PROGRAMMES: needs<NetworkRole | null, NetworkState>(isManager),
  SEE_BOARD: needs<NetworkRole | null, NetworkState>(isManager),
  LEAVE: needs<NetworkRole | null, NetworkState>(isInside, {
    ...anotherManages,
    holds: (_role, state) => !state?.isOnlyManager,
  }),
};

const decidesRoles: AskedOfPlace = isManager;
const mayStandDown: AskedOfPlace = {
  ...isManager,
  because: (role) => (role === "MANAGER" ? "You manage this network." : "It is your own role."),
  otherwise: "Managers give roles; everybody may give up their own.",
  holds: (role, at) => role === "MANAGER" || at.isViewer,
};
const isAnother: AskedOfPlace = {
  code: "ONES_OWN_PLACE",
  because: "It is another person's place.",
  otherwise: "Nobody removes themselves: leave the network.",
  holds: (_role, { isViewer }) => !isViewer,
};
const keepsAManager: AskedOfPlace = {
  ...anotherManages,
  holds: (_role, at) => !(at.isViewer && at.isOnlyManager),
};
const isNot = (role: NetworkRole): AskedOfPlace => ({
  code: "SAME_ROLE",
  because: "It is another role.",
  otherwise: "They have this role already.",
  holds: (_role, at) => at.role !== role,
});

/** Who is what in a network is for its managers to say, who are never without one among them. */
export const networkPlacePolicy: ReasonedPolicy<
  NetworkPlaceAction,
  NetworkRole | null,
  NetworkPlace
> = {
  REMOVE: needs(decidesRoles, isAnother),
  MAKE_MEMBER: needs(mayStandDown, isNot("MEMBER"), keepsAManager),
  MAKE_MANAGER: needs(decidesRoles, isNot("MANAGER")),
  MAKE_MODERATOR: needs(decidesRoles, isNot("MODERATOR"), keepsAManager),
};

export const networkRules: RootRules = {
  network: { scope: "networks:read" },
  networks: { scope: "networks:read" },
  createNetwork: { scope: "networks:write" },
  editNetwork: { scope: "networks:write" },
  changeNetworkRole: { scope: "members:write" },
  leaveNetwork: { scope: "members:write" },
  removeFromNetwork: { scope: "members:write" },
  networkUpdates: { scope: "networks:read" },
};
