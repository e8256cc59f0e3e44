import { put, type Held } from "../held.ts";
import type { Data } from "../../world.ts";

/** What a network's page shows of a group. */
export const GROUP_AROUND = `id name kind description country createdAt memberCapacity coordinatorCapacity
  visibility state setting facilityLevel resources field language startsOn endsOn isCircle`;

/**
 * What a network's page keeps of a group. Of a confidential one nothing is stated for the network: its members follow
 * the group itself, its managers their own channel, and the page keeps no more than that it is there.
 */
export const around = (group: Data): Data =>
  group["visibility"] === "CONFIDENTIAL" ? { id: group["id"] } : group;

export const putAround = (held: Held, group: Data): void => put(held, "groups", around(group));
