import { Roster, SHOWN } from "./presenceRoster.ts";
import type { Place, PresenceStore, TypingPerson } from "./presenceStore.ts";

/** What is known of a group at a time. */
export interface Seen {
  /** People who have the group open, on any node; null while that is not known. */
  count: number | null;
  /** Ids of those who are told by name. */
  here: readonly string[];
  typing: readonly TypingPerson[];
}

/** With the looks of some seconds lost, the store still knows that this node lives. */
export const RENEW_EVERY = 5;
/** So many looks may fail before what was seen last counts for nothing. */
const BLIND_LOOKS = 3;
/** When the store has lost all, the nodes need so long to say again who is on them. */
const SETTLE_MS = 4_000;
/** So many are told to the store in one go. */
const REPORTED = 1_000;

const UNKNOWN: Seen = { count: null, here: [], typing: [] };

/** What one node sees of one group: it tells the store who came and left here and hears of the others. */
export class PresenceSight {
  readonly #groupId: string;
  readonly #node: string;
  readonly #store: PresenceStore;
  readonly #roster = new Roster();
  /** Who has come (true) or left since the store was told. */
  readonly #news = new Map<string, boolean>();
  #typing: (TypingPerson & { until: number })[] = [];
  #place: Place | null = null;
  #looks = 0;
  #failures = 0;
  #settledAt = 0;

  constructor({ groupId, node, store }: { groupId: string; node: string; store: PresenceStore }) {
    this.#groupId = groupId;
    this.#node = node;
    this.#store = store;
  }

  /** On this node, with the first or the last connection of a person. */
  moved(personId: string, here: boolean): void {
    this.#news.set(personId, here);
  }

  /** Throws when the store is away; what was to be said is said the next time. */
  async look(everybody: () => Iterable<string>): Promise<void> {
    const news = [...this.#news].slice(0, REPORTED);
    const names = (here: boolean) => news.filter((each) => each[1] === here).map(([id]) => id);
    const renew = this.#looks % RENEW_EVERY === 0;
    const report = { node: this.#node, came: names(true), left: names(false), renew, everybody };
    let glance;
    try {
      glance = await this.#store.look(this.#groupId, report, this.#place);
    } catch (error) {
      this.#failures += 1;
      throw error;
    }
    this.#failures = 0;
    this.#looks += 1;
    for (const [personId, here] of news)
      if (this.#news.get(personId) === here) this.#news.delete(personId);
    if (!glance) return;
    const now = performance.now();
    if (this.#place && this.#place.epoch !== glance.place.epoch)
      this.#settledAt = now + SETTLE_MS - glance.ageMs;
    this.#place = glance.place;
    this.#roster.take(glance);
    // Whoever is here and unknown to the store is told to it anew.
    for (const person of everybody())
      if (!this.#roster.has(person, this.#node) && !this.#news.has(person))
        this.#news.set(person, true);
    this.#typing = glance.typing.map(({ ms, ...about }) => ({ ...about, until: now + ms }));
  }

  get seen(): Seen {
    const now = performance.now();
    const blind = this.#place === null || this.#failures >= BLIND_LOOKS;
    if (blind || now < this.#settledAt) return UNKNOWN;
    this.#typing = this.#typing.filter(({ until }) => until > now);
    return {
      count: this.#roster.count,
      here: this.#roster.show(),
      typing: this.#typing
        .slice(0, SHOWN)
        .map(({ personId, threadId }) => ({ personId, threadId })),
    };
  }
}
