import type { Db } from "../platform/database/database.ts";
import type { Hub } from "./hub.ts";
import type { Hubs } from "./hubs.ts";
import { readMembers } from "./log.ts";
import { removedBy } from "./spans.ts";

/** Watches over who may see one group's presence, which has no log of its own that could end with a right. */
export interface RightsWatch {
  /** Whether it holds a reference to the group's hub. */
  readonly holdsHub: boolean;
  /** Who of `people` has no right any more, as far as it was not said before. `fresh` are those who have just come. */
  lost(people: ReadonlyMap<string, unknown>, fresh: readonly string[]): Promise<readonly string[]>;
  close(): void;
}

/** Reads in the group's log whose right has ended: nobody is asked about while nobody is removed. */
export class GroupRights implements RightsWatch {
  readonly #groupId: string;
  readonly #db: Db;
  readonly #hubs: Hubs;
  #hub: Hub | null = null;
  #pos = 0;
  /** People who may have lost it. */
  readonly #doubtful = new Set<string>();
  #closed = false;

  constructor(groupId: string, { db, hubs }: { db: Db; hubs: Hubs }) {
    this.#groupId = groupId;
    this.#db = db;
    this.#hubs = hubs;
  }

  get holdsHub(): boolean {
    return this.#hub !== null;
  }

  async lost(
    people: ReadonlyMap<string, unknown>,
    fresh: readonly string[],
  ): Promise<readonly string[]> {
    const doubtful = this.#doubtful;
    for (const person of fresh) doubtful.add(person);
    const hub = await this.#held(people);
    while (this.#pos < hub.head) {
      const { entries, through, gone } = await hub.read(this.#pos);
      if (gone || through <= this.#pos) {
        for (const person of people.keys()) doubtful.add(person);
        this.#pos = hub.head;
      } else this.#pos = through;
      for (const entry of entries)
        for (const person of removedBy(entry)) if (people.has(person)) doubtful.add(person);
    }
    if (doubtful.size === 0) return [];
    const asked = [...doubtful];
    const members = await readMembers(this.#db, { channelId: this.#groupId, people: asked });
    doubtful.clear();
    return asked.filter((person) => !members.has(person));
  }

  close(): void {
    this.#closed = true;
    if (this.#hub) this.#hubs.release(this.#hub);
    this.#hub = null;
  }

  /** After a restore of the database the log is another one, and everybody is asked about. */
  async #held(people: ReadonlyMap<string, unknown>): Promise<Hub> {
    const known = this.#hub;
    if (known && this.#hubs.has(known)) return known;
    if (known) this.#hubs.release(known);
    this.#hub = null;
    const hub = await this.#hubs.acquire(this.#groupId);
    if (!hub) throw new Error(`there is no channel ${this.#groupId}`);
    if (this.#closed) this.#hubs.release(hub);
    else this.#hub = hub;
    this.#pos = hub.head;
    for (const person of people.keys()) this.#doubtful.add(person);
    return hub;
  }
}
