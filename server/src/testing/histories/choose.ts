import type { Actor } from "../world.ts";
import type { Dice } from "./dice.ts";
import type { Model, ModelGroup, ModelMessage, ModelThread, Place } from "./model.ts";

/** Somebody's place in a group that passes, and the group. */
export function placeIn(
  model: Model,
  dice: Dice,
  fits: (place: Place, group: ModelGroup) => boolean = () => true,
): { by: Actor; role: string; group: ModelGroup } | null {
  const groups = new Map(model.groups.map((group) => [group.id, group]));
  const place = dice.of(model.places.filter((each) => fits(each, groups.get(each.groupId)!)));
  return place ? { by: place.person, role: place.role, group: groups.get(place.groupId)! } : null;
}

export const leads = ({ role }: { role: string }) => role === "COORDINATOR" || role === "MANAGER";
export const byHand = ({ kind }: ModelGroup) => kind !== "COORDINATORS";

/** Groups of this visibility that take people. */
export const taking = ({ groups }: Model, visibility: string) =>
  groups.filter(
    (group) =>
      group.visibility === visibility && ["ACTIVE", "SELF_SUSTAINING"].includes(group.state),
  );

/** One of these groups, with somebody of its network who is not in it. */
export function outsideOf(
  { networks, places }: Model,
  dice: Dice,
  groups: readonly ModelGroup[],
): { by: Actor; group: ModelGroup } | null {
  const pairs = groups.flatMap((group) => {
    const here = places.filter(({ groupId }) => groupId === group.id);
    const members = networks.find(({ id }) => id === group.networkId)?.members ?? [];
    return members
      .filter((by) => !here.some(({ person }) => person === by))
      .map((by) => ({ by, group }));
  });
  return dice.of(pairs) ?? null;
}

/** A thread that passes, with a member of its group who fits it. */
export function threadWith(
  model: Model,
  dice: Dice,
  fits: (thread: ModelThread, place: Place) => boolean,
): { by: Actor; thread: ModelThread } | null {
  const pairs = model.threads.flatMap((thread) =>
    model.places
      .filter((place) => place.groupId === thread.groupId && fits(thread, place))
      .map((place) => ({ by: place.person, thread })),
  );
  return dice.of(pairs) ?? null;
}

/** A message that passes, with a member of its group who fits it. */
export function messageWith(
  model: Model,
  dice: Dice,
  fits: (message: ModelMessage, place: Place) => boolean,
): { by: Actor; message: ModelMessage } | null {
  const pairs = model.messages.flatMap((message) =>
    model.places
      .filter((place) => place.groupId === message.groupId && fits(message, place))
      .map((place) => ({ by: place.person, message })),
  );
  return dice.of(pairs) ?? null;
}
