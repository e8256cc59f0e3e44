import { needs, type Condition, type ReasonedPolicy } from "../../platform/policy/reasons.ts";
import type { RootRules } from "../../platform/policy/rule.ts";
import type { NetworkRole } from "./entities.ts";

export const networkActions = {
  CREATE_GROUP: "CREATE_GROUP",
  EDIT: "EDIT",
  KEEP_REGISTER: "KEEP_REGISTER",
  RUN_PROGRAMMES: "RUN_PROGRAMMES",
} as const;
export type NetworkAction = keyof typeof networkActions;

const isManager: Condition<NetworkRole | null, null> = {
  code: "NOT_MANAGING",
  because: "You manage this network.",
  otherwise: "Only the network's managers do this: ask one of them.",
  holds: (role) => role === "MANAGER",
};

/** What a member of the network may do with it. Who is no member sees nothing of it. */
export const networkPolicy: ReasonedPolicy<NetworkAction, NetworkRole | null, null> = {
  CREATE_GROUP: needs(isManager),
  EDIT: needs(isManager),
  KEEP_REGISTER: needs(isManager),
  RUN_PROGRAMMES: needs(isManager),
};

export const networkRules: RootRules = {
  network: { scope: "networks:read" },
  networks: { scope: "networks:read" },
  createNetwork: { scope: "networks:write" },
  networkUpdates: { scope: "networks:read" },
};
