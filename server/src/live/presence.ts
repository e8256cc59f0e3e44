import { randomUUID } from "node:crypto";
import type { LiveEvent } from "../platform/graphql/liveSource.ts";
import type { Log } from "../platform/log/log.ts";
import type { RightsWatch } from "./presenceRights.ts";
import { PresenceRoom } from "./presenceRoom.ts";
import type { PresenceStore, TypingPerson } from "./presenceStore.ts";
import { PresenceStream, type ShowPresence } from "./presenceStream.ts";

const TYPING_MS = 5_000;

export interface PresenceOptions {
  store: PresenceStore;
  /** Watches over who may see a group's presence, for as long as it is open here. */
  rightsOf: (groupId: string) => RightsWatch;
  log: Log;
}

/**
 * Presence of the groups that are open on this node. It is in no log and may be lost. Once a second each open group is
 * looked at, and those who have it open hear of what has changed: what it costs grows with the changes.
 */
export class Presence {
  readonly #options: PresenceOptions;
  readonly #node = randomUUID();
  readonly #rooms = new Map<string, PresenceRoom>();

  constructor(options: PresenceOptions) {
    this.#options = options;
  }

  /** References to hubs that are held for it, beside those of followers. */
  get references(): number {
    let sum = 0;
    for (const room of this.#rooms.values()) sum += Number(room.holdsHub);
    return sum;
  }

  get watchers(): number {
    let sum = 0;
    for (const room of this.#rooms.values()) sum += room.size;
    return sum;
  }

  /** Follows who is here; being followed, the person is here. Ends by `return()`. */
  follow<Event extends LiveEvent>(
    groupId: string,
    personId: string,
    show: ShowPresence<Event>,
  ): PresenceStream<Event> {
    const room = this.#rooms.get(groupId) ?? this.#open(groupId);
    const stream = new PresenceStream(personId, show, room);
    room.enter(personId, stream);
    return stream;
  }

  /** The person writes in the thread, for five seconds from now. */
  signalTyping(groupId: string, about: TypingPerson): Promise<void> {
    return this.#type(groupId, about, TYPING_MS);
  }

  /** The person's message is sent: they do not write any more. */
  endTyping(groupId: string, about: TypingPerson): Promise<void> {
    return this.#type(groupId, about, 0);
  }

  close(): void {
    for (const room of this.#rooms.values()) room.close();
  }

  async #type(groupId: string, about: TypingPerson, ttlMs: number): Promise<void> {
    try {
      await this.#options.store.typing(groupId, about, ttlMs);
      this.#rooms.get(groupId)?.stir();
    } catch (error) {
      this.#complain(error);
    }
  }

  #open(groupId: string): PresenceRoom {
    const { store, rightsOf } = this.#options;
    const room = new PresenceRoom({
      groupId,
      node: this.#node,
      store,
      rights: rightsOf(groupId),
      complain: (error) => this.#complain(error),
      onEmpty: () => {
        if (this.#rooms.get(groupId) === room) this.#rooms.delete(groupId);
      },
    });
    this.#rooms.set(groupId, room);
    return room;
  }

  #complain(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.#options.log.debug({ error: message }, "presence is not to be had");
  }
}
