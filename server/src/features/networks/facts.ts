import { defineFact } from "../../live/fact.ts";
import type { NetworkRole } from "./entities.ts";

/** Its name, look, places or rules are others now. */
export const NetworkEdited = defineFact<{ networkId: string }>("NetworkEdited");

/** In the network's channel, where the person's view of it begins and nobody is shown it, and in the person's own. */
export const NetworkJoined = defineFact<{ networkId: string; personId: string }>("NetworkJoined");
/** In the network's channel and in the person's own. */
export const NetworkRoleChanged = defineFact<{
  networkId: string;
  membershipId: string;
  personId: string;
  from: NetworkRole;
  to: NetworkRole;
  reason: string | null;
}>("NetworkRoleChanged");
/** In the network's channel, where the person's view of it ends. */
export const NetworkMemberGone = defineFact<{
  networkId: string;
  membershipId: string;
  personId: string;
  as: "LEFT" | "REMOVED";
  reason: string | null;
}>("NetworkMemberGone");
/** In the person's own channel. */
export const NetworkLeft = defineFact<{ networkId: string }>("NetworkLeft");
