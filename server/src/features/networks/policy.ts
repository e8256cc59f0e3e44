import type { Policy, RootRules } from "../../platform/policy/rule.ts";
import type { NetworkRole } from "./entities.ts";

export const networkActions = { CREATE_GROUP: "CREATE_GROUP", EDIT: "EDIT" } as const;
export type NetworkAction = keyof typeof networkActions;

const manages = (role: NetworkRole | null) => role === "MANAGER";

/** What a member of the network may do with it. Who is no member sees nothing of it. */
export const networkPolicy: Policy<NetworkAction, NetworkRole | null, null> = {
  CREATE_GROUP: manages,
  EDIT: manages,
};

export const networkRules: RootRules = {
  network: { scope: "networks:read" },
  networks: { scope: "networks:read" },
  createNetwork: { scope: "networks:write" },
  networkUpdates: { scope: "networks:read" },
};
