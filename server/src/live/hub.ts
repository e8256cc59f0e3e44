import type { Db } from "../platform/database/database.ts";
import type { Entry } from "./entities.ts";
import { readEntries } from "./log.ts";

const RING = 256;
export const BATCH = 200;

/** A stretch of the log. */
export interface Reading {
  /** In order, at most a batch. */
  entries: Entry[];
  /** The stretch ends here: nothing that was asked for lies between the last entry and it. */
  through: number;
  /** Every entry of the stretch is there, not only those of a label. */
  whole: boolean;
}

/** A node's one reader of a channel that has local followers. */
export class Hub {
  readonly channelId: string;
  /** Followers that hold this hub; it goes when there are none. */
  references = 0;
  #head: number;
  /** The last entries read, in order and without holes: what most followers need next. */
  #ring: Entry[] = [];
  #reading: Promise<void> | null = null;
  readonly #db: Db;
  readonly #signals = new Set<() => void>();

  constructor({ channelId, head, db }: { channelId: string; head: number; db: Db }) {
    this.channelId = channelId;
    this.#head = head;
    this.#db = db;
  }

  /** The highest seq that this node knows to be committed. */
  get head(): number {
    return this.#head;
  }

  /** Takes the maximum: pokes may be late, doubled or out of order. */
  raise(seq: number): void {
    if (seq <= this.#head) return;
    this.#head = seq;
    for (const signal of this.#signals) signal();
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
    if (this.#ring.length === 0 && pos >= this.#head - BATCH) await this.#extend(pos);
    else if (pos >= this.#end) await this.#extend();
    const first = this.#ring[0];
    if (first && pos + 1 >= first.seq) {
      const from = pos + 1 - first.seq;
      const entries = this.#ring.slice(from, from + BATCH);
      return { entries, through: entries.at(-1)?.seq ?? pos, whole: true };
    }
    const upTo = this.#head;
    const entries = await readEntries(this.#db, {
      channelId: this.channelId,
      after: pos,
      upTo,
      label,
      limit: BATCH,
    });
    const full = entries.length === BATCH;
    return { entries, through: full ? entries[BATCH - 1]!.seq : upTo, whole: label === undefined };
  }

  get #end(): number {
    return this.#ring.at(-1)?.seq ?? 0;
  }

  /** Reads on behind the ring's end (or from `pos` when it is empty), once for all who wait. */
  async #extend(pos = this.#end): Promise<void> {
    this.#reading ??= this.#readOn(pos).finally(() => (this.#reading = null));
    await this.#reading;
  }

  async #readOn(pos: number): Promise<void> {
    const entries = await readEntries(this.#db, {
      channelId: this.channelId,
      after: pos,
      limit: BATCH,
    });
    for (const entry of entries) this.#append(entry);
    if (this.#end > this.#head) this.raise(this.#end);
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
