import { randomUUID } from "node:crypto";
import {
  type Glance,
  pairOf,
  type Place,
  type PresenceStore,
  readPair,
  type Report,
  type TypingPerson,
} from "./presenceStore.ts";

interface Room {
  version: number;
  since: number;
  /** Person and node. */
  stays: Set<string>;
  /** Thread and person; the values are the times at which an entry is forgotten. */
  typing: Map<string, number>;
}

/** Presence of an installation with one node. */
export class LocalPresence implements PresenceStore {
  readonly #epoch = randomUUID();
  readonly #rooms = new Map<string, Room>();

  async look(groupId: string, report: Report, since: Place | null): Promise<Glance | null> {
    const { node, came, left } = report;
    const now = performance.now();
    const room = this.#rooms.get(groupId) ?? {
      version: 0,
      since: now,
      stays: new Set<string>(),
      typing: new Map<string, number>(),
    };
    this.#rooms.set(groupId, room);
    for (const person of came) room.stays.add(pairOf(person, node));
    for (const person of left) room.stays.delete(pairOf(person, node));
    for (const [key, until] of room.typing) if (until <= now) room.typing.delete(key);
    if (room.stays.size === 0) this.#rooms.delete(groupId);
    if (came.length + left.length > 0) room.version += 1;
    if (since?.version === room.version) return null;
    return {
      place: { epoch: this.#epoch, version: room.version },
      ageMs: now - room.since,
      whole: true,
      stays: [...room.stays].map((each) => {
        const [personId, at] = readPair(each);
        return { personId, node: at, here: true };
      }),
      typing: [...room.typing].map(([key, until]) => {
        const [threadId, personId] = readPair(key);
        return { threadId, personId, ms: until - now };
      }),
    };
  }

  /** Nobody hears of it where nobody has the group open. */
  async typing(
    groupId: string,
    { threadId, personId }: TypingPerson,
    ttlMs: number,
  ): Promise<void> {
    const room = this.#rooms.get(groupId);
    if (!room) return;
    const key = pairOf(threadId, personId);
    if (ttlMs > 0) room.typing.set(key, performance.now() + ttlMs);
    else if (!room.typing.delete(key)) return;
    room.version += 1;
  }
}
