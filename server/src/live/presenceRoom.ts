import { randomUUID } from "node:crypto";
import type { LiveEvent, Teller } from "../platform/graphql/liveSource.ts";
import type { RightsWatch } from "./presenceRights.ts";
import { PresenceSeats } from "./presenceSeats.ts";
import { PresenceSight } from "./presenceSight.ts";
import type { PresenceStore } from "./presenceStore.ts";
import type { Leaving, Looked, ShowPresence, Sitting } from "./presenceStream.ts";
import { type PresenceTold, tellingOf, wholeOf } from "./presenceTold.ts";

/** Between two looks, and between two tellings. */
const LOOK_MS = 1_000;

export interface RoomOptions {
  groupId: string;
  node: string;
  store: PresenceStore;
  rights: RightsWatch;
  complain: (error: unknown) => void;
  /** Nobody has the group open any more. */
  onEmpty: () => void;
}

/** One group that is open on this node. It is looked at once a second, and all hear of what has changed at once. */
export class PresenceRoom implements Looked {
  readonly #options: RoomOptions;
  /** Another one for each time that the group is opened: answers are remembered by it. */
  readonly #name = randomUUID();
  readonly #sight: PresenceSight;
  readonly #seats = new PresenceSeats();
  /** The streams of this node by person: a person leaves with the last of them. */
  readonly #people = new Map<string, Set<Leaving>>();
  #fresh: string[] = [];
  #told: PresenceTold | null = null;
  #whole: PresenceTold | null = null;
  #toldAt = -Infinity;
  #looking = false;
  #telling = false;
  #timer: NodeJS.Timeout | undefined;
  begun = 0;
  ended = 0;

  constructor(options: RoomOptions) {
    this.#options = options;
    this.#sight = new PresenceSight(options);
  }

  get told(): PresenceTold | null {
    return this.#told;
  }

  get whole(): PresenceTold | null {
    this.#whole ??= this.#told && wholeOf(this.#told);
    return this.#whole;
  }

  get size(): number {
    let sum = 0;
    for (const streams of this.#people.values()) sum += streams.size;
    return sum;
  }

  /** Whether it holds a reference to the hub of its group. */
  get holdsHub(): boolean {
    return this.#options.rights.holdsHub;
  }

  enter(personId: string, stream: Leaving): void {
    const streams = this.#people.get(personId) ?? new Set();
    this.#people.set(personId, streams);
    if (streams.size === 0) this.#sight.moved(personId, true);
    streams.add(stream);
    this.#fresh.push(personId);
    this.stir();
  }

  leave(personId: string, stream: Leaving): void {
    if (stream.seat) this.#seats.leave(stream.seat);
    const streams = this.#people.get(personId);
    streams?.delete(stream);
    if (streams?.size !== 0) return;
    this.#people.delete(personId);
    this.#sight.moved(personId, false);
    if (this.#people.size > 0) return this.stir();
    clearTimeout(this.#timer);
    this.#options.onEmpty();
    this.#options.rights.close();
    // The last thing that it says is that they have left.
    void this.#look();
  }

  sit<Event extends LiveEvent>(
    key: string,
    sitting: Sitting,
    how: { teller: () => Teller<Event>; show: ShowPresence<Event> },
  ): void {
    this.#seats.sit(key, sitting, how);
  }

  /** Something has happened here: it is looked at now, unless something was told a moment ago. */
  stir(): void {
    if (!this.#looking && performance.now() - this.#toldAt >= LOOK_MS) void this.#beat();
  }

  /** Ends all streams. */
  close(): void {
    for (const streams of this.#people.values()) for (const each of streams) each.end();
  }

  async #beat(): Promise<void> {
    clearTimeout(this.#timer);
    this.#looking = true;
    // Those who come in the same moment are looked for together.
    await Promise.resolve();
    const look = (this.begun += 1);
    await this.#look();
    const right = await this.#endOthers();
    this.#looking = false;
    if (this.#people.size === 0) return;
    this.#timer = setTimeout(() => void this.#beat(), LOOK_MS);
    if (!right) return;
    this.#tell();
    this.ended = look;
    for (const streams of this.#people.values())
      for (const stream of streams) if (!stream.seat) stream.look();
  }

  async #look(): Promise<void> {
    await this.#sight.look(() => this.#people.keys()).catch(this.#options.complain);
  }

  /** Ends the streams of those who may not see it any more. False while that cannot be found out: nothing is told. */
  async #endOthers(): Promise<boolean> {
    const fresh = this.#fresh;
    this.#fresh = [];
    try {
      for (const personId of await this.#options.rights.lost(this.#people, fresh))
        for (const stream of this.#people.get(personId) ?? []) stream.end();
      return true;
    } catch (error) {
      this.#fresh.push(...fresh);
      this.#options.complain(error);
      return false;
    }
  }

  #tell(): void {
    if (this.#telling) return;
    const told = tellingOf(this.#name, this.#told, this.#sight.seen);
    if (!told) return;
    this.#told = told;
    this.#whole = null;
    this.#toldAt = performance.now();
    this.#telling = true;
    void this.#seats.tell(told).then(() => (this.#telling = false));
  }
}
