import type { GroupKind } from "./group.ts";

/** Who may know that a group is there, and how one comes into it. What is inside is for its members at every level. */
export const groupVisibilities = {
  OPEN: "OPEN",
  RESTRICTED: "RESTRICTED",
  PRIVATE: "PRIVATE",
  CONFIDENTIAL: "CONFIDENTIAL",
} as const;
export type GroupVisibility = keyof typeof groupVisibilities;

export const defaultVisibility = (kind: GroupKind): GroupVisibility =>
  kind === "COMMUNITY" ? "OPEN" : "PRIVATE";

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
