import type { Data } from "../world.ts";

/** How far the viewer has read, with the length that the thread had at that moment. */
interface Mark {
  length: number;
  read: number;
}

/** What a client holds of one followed thing: its facts, its lists by id, and the viewer's marks by thread. */
export interface Held {
  facts: Data;
  lists: Record<string, Map<string, Data>>;
  marks: Map<string, Mark>;
}

/** Versions count changes of the text; a withdrawal comes after the version that it took away. */
export const versionOf = (entity: Data): number =>
  2 * ((entity["version"] as number | undefined) ?? 0) + Number(Boolean(entity["withdrawnAt"]));

/** Puts an entity, as an update shows it, where it was. An older version never replaces a newer one. */
export function put({ lists }: Held, list: string, entity: Data): void {
  const id = entity["id"] as string;
  const known = lists[list].get(id);
  if (!known || versionOf(known) <= versionOf(entity)) lists[list].set(id, entity);
}

export const without = (entity: Data, ...names: string[]): Data =>
  Object.fromEntries(Object.entries(entity).filter(([name]) => !names.includes(name)));

export const byId = (entities: readonly Data[]): Map<string, Data> =>
  new Map(entities.map((entity) => [entity["id"] as string, entity]));

export const markOf = (thread: Data): [string, Mark] => [
  thread["id"],
  { length: thread["lastMessageSeq"], read: thread["lastReadSeq"] },
];

/**
 * Takes a mark that an update shows. Marks move in the person's channel, and with the person's own messages in the
 * group's; no order holds between the two channels, so the thread's length says which showing is the newer one. Of
 * the same length, the person's channel is right: only there marks move without a message.
 */
export function seeMark({ marks }: Held, thread: Data, own: "group" | "person"): void {
  const [id, mark] = markOf(thread);
  const known = marks.get(id);
  const newer = !known || mark.length > known.length;
  if (newer || (own === "person" && mark.length === known.length)) marks.set(id, mark);
}

/** In how many threads something is unread. Each thread's own count must follow from its numbers. */
export function countUnread(threads: readonly Data[]): number {
  for (const { lastMessageSeq, lastReadSeq, unreadCount } of threads)
    if (unreadCount !== Math.max(0, lastMessageSeq - lastReadSeq))
      throw new Error(`${unreadCount} unread of ${lastMessageSeq}, read to ${lastReadSeq}`);
  return threads.filter(({ unreadCount }) => unreadCount > 0).length;
}

/** What is compared: plain data, the marks as the counts that screens show. */
export function shown({ facts, lists, marks }: Held): Data {
  const threads = lists["threads"] ?? byId([facts]);
  const unread = [...marks].map(([id, { read }]) => {
    const length = threads.get(id)?.["lastMessageSeq"] as number;
    return [id, { read, unread: Math.max(0, length - read) }] as const;
  });
  return {
    facts,
    ...Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, sorted(list)])),
    unread: sorted(new Map(unread)),
  };
}

const sorted = (map: Map<string, unknown>): Data =>
  Object.fromEntries([...map].toSorted(([one], [other]) => one.localeCompare(other)));
