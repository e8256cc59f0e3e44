import type { GroupPresenceSubscription } from "../../../generated/graphql.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Who has a group open and who writes in it, as far as it was told. */
export interface GroupPresence {
  /** By id; of a large group some of them. */
  readonly here: ReadonlyMap<string, Named>;
  /** All who are here; null while nobody can say. */
  readonly count: number | null;
  readonly writing: readonly { readonly threadId: string; readonly person: Named }[];
}

/** One thread's part of it, without the reader. */
export interface Presence {
  readonly here: readonly Named[];
  /** How many more are here than are named; null while nobody can say who is here. */
  readonly more: number | null;
  readonly typing: readonly Named[];
}

export const nobody: GroupPresence = { here: new Map(), count: null, writing: [] };

/** What is true after an update: the first one is the whole, later ones tell what has changed. */
export function applyPresence(
  before: GroupPresence,
  update: GroupPresenceSubscription["presence"],
): GroupPresence {
  const { snapshot, came, went, hereCount, writing } = update;
  const here = new Map(snapshot ? [] : before.here);
  for (const person of snapshot?.here ?? []) here.set(person.id, person);
  for (const id of went) here.delete(id);
  for (const person of came) here.set(person.id, person);
  return { here, count: hereCount ?? null, writing: writing ?? before.writing };
}

export function presenceIn(
  { here, count, writing }: GroupPresence,
  { threadId, viewerId }: { threadId: string; viewerId: string },
): Presence {
  const others = [...here.values()].filter(({ id }) => id !== viewerId);
  // In a large group the reader is here too, named or not.
  const named = Math.max(here.size, others.length + 1);
  return {
    here: others,
    more: count === null ? null : Math.max(0, count - named),
    typing: writing
      .filter((one) => one.threadId === threadId && one.person.id !== viewerId)
      .map((one) => one.person),
  };
}
