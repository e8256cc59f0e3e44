import type { GroupVisibility } from "../../networks/public.ts";
import type { GroupKind } from "./group.ts";

/** `usual`: what the network says of its groups. A community is open, whatever that is. */
export const defaultVisibility = (
  kind: GroupKind,
  usual: GroupVisibility | null = null,
): GroupVisibility => (kind === "COMMUNITY" ? "OPEN" : (usual ?? "PRIVATE"));

/** The life of a group, in its order. */
export const lifeStates = {
  FORMING: "FORMING",
  ACTIVE: "ACTIVE",
  SELF_SUSTAINING: "SELF_SUSTAINING",
  GRADUATED: "GRADUATED",
  SEALED: "SEALED",
} as const;
export type LifeState = keyof typeof lifeStates;

const order = Object.keys(lifeStates) as LifeState[];

/** Whether `to` comes later in a group's life. */
export const isOnward = (from: LifeState, to: LifeState): boolean =>
  order.indexOf(to) > order.indexOf(from);

export const laterStates = (from: LifeState): LifeState[] => order.slice(order.indexOf(from) + 1);
