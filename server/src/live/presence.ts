import type { Log } from "../platform/log/log.ts";

/** Who is in a group now, and who writes where. */
export interface Here {
  /** Ids of people with the group open, each once, in no order. */
  people: string[];
  typing: { personId: string; threadId: string }[];
}

/** Where presence is kept: it forgets by itself, so a node that dies leaves nobody behind. */
export interface PresenceStore {
  /** The person is here for another `ttlMs`. */
  enter(groupId: string, personId: string, ttlMs: number): Promise<void>;
  leave(groupId: string, personId: string): Promise<void>;
  /** The person writes in the thread for another `ttlMs`; 0 ends it. */
  typing(
    groupId: string,
    about: { personId: string; threadId: string },
    ttlMs: number,
  ): Promise<void>;
  read(groupId: string): Promise<Here>;
}

/** Which of these people have an open span in the group's channel: presence has no log that could end with it. */
export type MembersOf = (groupId: string, people: string[]) => Promise<Set<string>>;

const HERE_MS = 45_000;
const TYPING_MS = 5_000;
const LOOK_MS = 1_000;

interface Room {
  watchers: Set<Watcher>;
  /** Connections of this node by person: a person leaves with the last of them. */
  people: Map<string, number>;
  last: string;
  timer: NodeJS.Timeout;
  beats: number;
}

interface Watcher {
  readonly personId: string;
  return(): Promise<unknown>;
  tell: (here: Here) => void;
}

/**
 * Presence of the groups that are open on this node. It is in no log and may be lost: once a second each open
 * group is looked at, and its watchers hear of it when it changed. What it costs grows with the changes.
 */
export class Presence {
  readonly #store: PresenceStore;
  readonly #log: Log;
  readonly #membersOf: MembersOf;
  readonly #rooms = new Map<string, Room>();

  constructor({ store, membersOf, log }: { store: PresenceStore; membersOf: MembersOf; log: Log }) {
    this.#store = store;
    this.#membersOf = membersOf;
    this.#log = log;
  }

  get watchers(): number {
    let sum = 0;
    for (const room of this.#rooms.values()) sum += room.watchers.size;
    return sum;
  }

  /** Follows who is here; being followed, the person is here. Ends by `return()`. */
  follow(groupId: string, personId: string): AsyncIterableIterator<Here> {
    const room = this.#rooms.get(groupId) ?? this.#open(groupId);
    room.people.set(personId, (room.people.get(personId) ?? 0) + 1);
    const stream = new HereStream(personId, () => {
      room.watchers.delete(stream);
      const left = (room.people.get(personId) ?? 1) - 1;
      if (left > 0) return room.people.set(personId, left);
      room.people.delete(personId);
      this.#quietly(this.#store.leave(groupId, personId));
      if (room.watchers.size === 0) this.#close(groupId, room);
    });
    room.watchers.add(stream);
    room.last = "";
    this.#quietly(this.#store.enter(groupId, personId, HERE_MS).then(() => this.#look(groupId)));
    return stream;
  }

  /** The person writes in the thread, for five seconds from now. */
  async signalTyping(
    groupId: string,
    about: { personId: string; threadId: string },
  ): Promise<void> {
    await this.#store
      .typing(groupId, about, TYPING_MS)
      .catch((error: Error) => this.#complain(error));
  }

  /** The person's message is sent: they do not write any more. */
  async endTyping(groupId: string, about: { personId: string; threadId: string }): Promise<void> {
    await this.#store.typing(groupId, about, 0).catch((error: Error) => this.#complain(error));
  }

  close(): void {
    for (const [groupId, room] of this.#rooms) this.#close(groupId, room);
  }

  #open(groupId: string): Room {
    const timer = setInterval(() => void this.#beat(groupId), LOOK_MS);
    const room: Room = { watchers: new Set(), people: new Map(), last: "", timer, beats: 0 };
    this.#rooms.set(groupId, room);
    return room;
  }

  #close(groupId: string, room: Room): void {
    clearInterval(room.timer);
    this.#rooms.delete(groupId);
  }

  async #beat(groupId: string): Promise<void> {
    const room = this.#rooms.get(groupId);
    if (!room) return;
    room.beats += 1;
    if (room.beats % 2 === 0) this.#quietly(this.#endOthers(groupId, room));
    if (room.beats % 20 === 0)
      for (const personId of room.people.keys())
        this.#quietly(this.#store.enter(groupId, personId, HERE_MS));
    this.#quietly(this.#look(groupId));
  }

  /** Ends the streams of people who are no members any more. */
  async #endOthers(groupId: string, room: Room): Promise<void> {
    const members = await this.#membersOf(groupId, [...room.people.keys()]);
    for (const watcher of room.watchers) if (!members.has(watcher.personId)) await watcher.return();
  }

  async #look(groupId: string): Promise<void> {
    const here = await this.#store.read(groupId);
    const room = this.#rooms.get(groupId);
    if (!room) return;
    // Somebody who closes the group on one node may still have it open here.
    for (const personId of room.people.keys())
      if (!here.people.includes(personId))
        this.#quietly(this.#store.enter(groupId, personId, HERE_MS));
    const now = JSON.stringify([here.people.toSorted(), here.typing.toSorted(byThread)]);
    if (room.last === now) return;
    room.last = now;
    for (const watcher of room.watchers) watcher.tell(here);
  }

  #quietly(work: Promise<unknown>): void {
    work.catch((error: Error) => this.#complain(error));
  }

  #complain(error: Error): void {
    this.#log.debug({ error: error.message }, "presence is not to be had");
  }
}

type Typing = Here["typing"][number];
const byThread = (a: Typing, b: Typing) =>
  a.threadId.localeCompare(b.threadId) || a.personId.localeCompare(b.personId);

/** Only the newest state is kept: a slow reader misses what is past. */
class HereStream implements AsyncIterableIterator<Here>, Watcher {
  #newest: Here | null = null;
  #wake: (() => void) | null = null;
  #over = false;
  readonly personId: string;
  readonly #onEnd: () => void;

  constructor(personId: string, onEnd: () => void) {
    this.personId = personId;
    this.#onEnd = onEnd;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  tell(here: Here): void {
    this.#newest = here;
    this.#wake?.();
  }

  async next(): Promise<IteratorResult<Here, undefined>> {
    while (!this.#over && !this.#newest)
      await new Promise<void>((resolve) => (this.#wake = resolve));
    const here = this.#newest;
    this.#newest = null;
    return this.#over || !here ? { done: true, value: undefined } : { done: false, value: here };
  }

  async return(): Promise<IteratorResult<Here, undefined>> {
    if (!this.#over) {
      this.#over = true;
      this.#wake?.();
      this.#onEnd();
    }
    return { done: true, value: undefined };
  }
}
