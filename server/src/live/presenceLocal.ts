import type { Here, PresenceStore } from "./presence.ts";

interface Room {
  people: Map<string, number>;
  typing: Map<string, number>;
}

/** Presence of an installation with one node. Values are the times at which an entry is forgotten. */
export class LocalPresence implements PresenceStore {
  readonly #rooms = new Map<string, Room>();

  async enter(groupId: string, personId: string, ttlMs: number): Promise<void> {
    this.#room(groupId).people.set(personId, performance.now() + ttlMs);
  }

  async leave(groupId: string, personId: string): Promise<void> {
    this.#room(groupId).people.delete(personId);
  }

  async typing(
    groupId: string,
    about: { personId: string; threadId: string },
    ttlMs: number,
  ): Promise<void> {
    const key = `${about.threadId} ${about.personId}`;
    if (ttlMs > 0) this.#room(groupId).typing.set(key, performance.now() + ttlMs);
    else this.#room(groupId).typing.delete(key);
  }

  async read(groupId: string): Promise<Here> {
    const room = this.#rooms.get(groupId);
    if (!room) return { people: [], typing: [] };
    forgetOld(room.people);
    forgetOld(room.typing);
    if (room.people.size + room.typing.size === 0) this.#rooms.delete(groupId);
    return { people: [...room.people.keys()], typing: [...room.typing.keys()].map(readTyping) };
  }

  #room(groupId: string): Room {
    const room = this.#rooms.get(groupId) ?? { people: new Map(), typing: new Map() };
    this.#rooms.set(groupId, room);
    return room;
  }
}

export function readTyping(key: string): { personId: string; threadId: string } {
  const [threadId = "", personId = ""] = key.split(" ");
  return { personId, threadId };
}

function forgetOld(entries: Map<string, number>): void {
  for (const [key, until] of entries) if (until <= performance.now()) entries.delete(key);
}
