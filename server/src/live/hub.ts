import type { Entry } from "./entities.ts";
import { readEntries, readHeads } from "./log.ts";
import type { ReadOn } from "./logReader.ts";
import type { ReadAsOf } from "./replica.ts";

const RING = 256;
const BATCH = 200;

/** A stretch of the log. */
export interface Reading {
  /** In order, at most a batch. */
  entries: Entry[];
  /** The stretch ends here: nothing that was asked for lies between the last entry and it. */
  through: number;
  /** Every entry of the stretch is there, not only those of a label. */
  whole: boolean;
  /** Some of what was asked for is kept no longer: nothing of it is told. */
  gone?: true;
}

/** A node's one reader of a channel that has local followers. */
export class Hub {
  readonly channelId: string;
  /** Followers that hold this hub; it goes when there are none. */
  references = 0;
  /** Whether there is such a channel; null until its head is asked for. */
  opening: Promise<boolean> | null = null;
  #head: number;
  #floor = 0;
  /** The last entries read, in order and without holes: what most followers need next. */
  #ring: Entry[] = [];
  /** Whether the reading that is under way may have left something behind. */
  #reading: Promise<boolean> | null = null;
  #looking = false;
  /** The highest seq that somebody spoke of since the last look began. */
  #heard = 0;
  readonly #readOn: ReadOn;
  readonly #readAsOf: ReadAsOf;
  readonly #signals = new Set<() => void>();

  constructor(options: { channelId: string; head: number; readOn: ReadOn; readAsOf: ReadAsOf }) {
    this.channelId = options.channelId;
    this.#head = options.head;
    this.#readOn = options.readOn;
    this.#readAsOf = options.readAsOf;
  }

  /** The highest seq that this node knows to be committed. */
  get head(): number {
    return this.#head;
  }

  /** Entries up to here are kept no longer. */
  get floor(): number {
    return this.#floor;
  }

  lift(floor: number): void {
    this.#floor = Math.max(this.#floor, floor);
  }

  /** Takes a head that PostgreSQL has told, or that was committed here; an older one changes nothing. */
  raise(seq: number): void {
    if (seq <= this.#head) return;
    this.#head = seq;
    for (const signal of this.#signals) signal();
  }

  /**
   * Takes entries that were committed here, as they stand in the log. They save a reading when they follow on all that
   * is known to be there; else they are no more than news of a head.
   */
  take(entries: readonly Entry[]): void {
    for (const entry of entries) {
      const known = this.#ring.length === 0 || this.#end === this.#head;
      if (!known || entry.seq !== this.#head + 1) return this.raise(entries.at(-1)?.seq ?? 0);
      this.#append(entry);
      this.raise(entry.seq);
    }
  }

  /**
   * Somebody says that the head is at least `seq`. That may be late, doubled or made up, so it is a reason to read
   * and nothing more: the head rises by what is found.
   */
  nudge(seq: number): void {
    if (!(seq > this.#head)) return;
    this.#heard = Math.max(this.#heard, seq);
    if (!this.#looking) void this.#look();
  }

  /** Calls `signal` whenever the head rises; returns how to stop it. */
  onRise(signal: () => void): () => void {
    this.#signals.add(signal);
    return () => this.#signals.delete(signal);
  }

  /**
   * What comes after `pos`: from the ring when it reaches back that far, else from one query. Followers
   * that need the ring's next at once share one query.
   */
  async read(pos: number, label?: string): Promise<Reading> {
    const next = this.#ring.length > 0 && pos === this.#end;
    if (next || pos >= Math.max(this.#end, this.#head - BATCH)) await this.#extend(pos);
    const first = this.#ring[0];
    // Behind its end the ring has nothing, however far the head is: that would be asked for again at once, for ever.
    if (first && pos + 1 >= first.seq && pos < this.#end) {
      const from = pos + 1 - first.seq;
      const entries = this.#ring.slice(from, from + BATCH);
      return { entries, through: entries.at(-1)?.seq ?? pos, whole: true };
    }
    const upTo = this.#head;
    const { channelId } = this;
    const { entries, floor } = await this.#readAsOf([{ channelId, seq: upTo }], async (db) => ({
      entries: await readEntries(db, { channelId, after: pos, upTo, label, limit: BATCH }),
      // The floor only rises: what is not below it after the reading was there to be read.
      floor: (await readHeads(db, [channelId])).get(channelId)?.floor ?? 0,
    }));
    this.lift(floor);
    if (pos < floor) return { entries: [], through: pos, whole: false, gone: true };
    const full = entries.length === BATCH;
    return { entries, through: full ? entries[BATCH - 1].seq : upTo, whole: label === undefined };
  }

  get #end(): number {
    return this.#ring.at(-1)?.seq ?? 0;
  }

  async #look(): Promise<void> {
    this.#looking = true;
    try {
      for (let full = false; this.#heard > this.#head || full;) {
        // One that is under way may have begun before the commit that this is about, or have brought it.
        if (this.#reading) await this.#reading;
        if (this.#heard <= this.#head && !full) break;
        this.#heard = 0;
        full = await this.#extend(this.#head);
      }
    } catch {
      // PostgreSQL is away: the sweep finds it later.
      this.#heard = 0;
    } finally {
      this.#looking = false;
    }
  }

  /** Reads on behind the ring's end, or from `pos` when that is too far away; once for all who wait. */
  #extend(pos: number): Promise<boolean> {
    const near = this.#ring.length > 0 && pos - this.#end <= BATCH;
    this.#reading ??= this.#next(near ? this.#end : pos).finally(() => (this.#reading = null));
    return this.#reading;
  }

  async #next(after: number): Promise<boolean> {
    const { entries, full } = await this.#readOn(this.channelId, after);
    // Some of them may have come by a commit of this node meanwhile.
    for (const entry of entries) if (entry.seq > this.#end) this.#append(entry);
    if (this.#end > this.#head) this.raise(this.#end);
    return full;
  }

  #append(entry: Entry): void {
    const last = this.#ring.at(-1);
    if (last && entry.seq !== last.seq + 1) this.#ring = [];
    if (entry.data["redacts"] === true) this.#redact(entry);
    this.#ring.push(entry);
    if (this.#ring.length > RING) this.#ring.splice(0, this.#ring.length - RING);
  }

  /** The log's text is gone by now; the copies in the ring go too. */
  #redact({ subject }: Entry): void {
    this.#ring = this.#ring.map((entry) =>
      entry.subject === subject && "body" in entry.data
        ? { ...entry, data: { ...entry.data, body: "" } }
        : entry,
    );
  }
}
