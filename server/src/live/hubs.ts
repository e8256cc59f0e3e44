import type { Database, Db } from "../platform/database/database.ts";
import { Hub } from "./hub.ts";
import { readHead, readHeads } from "./log.ts";
import type { Entry } from "./entities.ts";
import { LogReader } from "./logReader.ts";
import type { Pokes } from "./pokes.ts";
import type { ReadAsOf } from "./replica.ts";

/** The hubs of this node, one for each channel that somebody here follows. */
export class Hubs {
  readonly #hubs = new Map<string, Hub>();
  readonly #db: Db;
  readonly #pokes: Pokes;
  readonly #reader: LogReader;
  readonly #readAsOf: ReadAsOf;

  constructor(options: {
    database: Pick<Database, "db" | "ask">;
    pokes: Pokes;
    readAsOf: ReadAsOf;
  }) {
    const { database, pokes, readAsOf } = options;
    this.#db = database.db;
    this.#reader = new LogReader((statement, values) => database.ask(statement, values));
    this.#readAsOf = readAsOf;
    this.#pokes = pokes;
    pokes.onPoke((channelId, seq) => this.#hubs.get(channelId)?.nudge(seq));
  }

  get size(): number {
    return this.#hubs.size;
  }

  /** References held over all hubs: one for each follower. */
  get references(): number {
    let sum = 0;
    for (const hub of this.#hubs.values()) sum += hub.references;
    return sum;
  }

  /** Whether it is still the hub of its channel: a restored database has others. */
  has(hub: Hub): boolean {
    return this.#hubs.get(hub.channelId) === hub;
  }

  /** Tells a head that is committed, if somebody here follows the channel. */
  raise(channelId: string, seq: number): void {
    this.#hubs.get(channelId)?.raise(seq);
  }

  /** Hands over what was committed here, if somebody here follows the channel. */
  take(channelId: string, entries: readonly Entry[]): void {
    this.#hubs.get(channelId)?.take(entries);
  }

  /**
   * The hub of a channel; null when there is no such channel. Its head was true when the hub was opened and is kept
   * so by commits, pokes and sweeps. Give it back by `release`.
   */
  async acquire(channelId: string): Promise<Hub | null> {
    const hub = this.#hubs.get(channelId) ?? this.#open(channelId);
    hub.references += 1;
    try {
      // Pokes are asked for before the head is read; one that fell between the two is made good by `watch`.
      hub.opening ??= this.look(hub);
      if (await hub.opening) return hub;
    } catch (error) {
      hub.opening = null;
      this.release(hub);
      throw error;
    }
    this.release(hub);
    return null;
  }

  /** Reads how far the channel's log reaches now; false when there is no such channel. */
  async look(hub: Hub): Promise<boolean> {
    const extent = await readHead(this.#db, hub.channelId);
    if (!extent) return false;
    hub.lift(extent.floor);
    hub.raise(extent.head);
    return true;
  }

  release(hub: Hub): void {
    hub.references -= 1;
    if (hub.references > 0 || !this.has(hub)) return;
    this.#hubs.delete(hub.channelId);
    this.#pokes.unwatch(hub.channelId);
  }

  /** Forgets all that was read: the log is another one. Who holds a hub gives it back as ever. */
  forget(): void {
    for (const id of this.#hubs.keys()) this.#pokes.unwatch(id);
    this.#hubs.clear();
  }

  /** Reads every followed channel's head from PostgreSQL: what makes a lost poke harmless. */
  async sweep(): Promise<void> {
    const ids = [...this.#hubs.keys()];
    for (let at = 0; at < ids.length; at += 10_000)
      for (const [id, { head, floor }] of await readHeads(this.#db, ids.slice(at, at + 10_000))) {
        this.#hubs.get(id)?.lift(floor);
        this.raise(id, head);
      }
  }

  #open(channelId: string): Hub {
    const hub = new Hub({
      channelId,
      head: 0,
      readOn: this.#reader.readOn,
      readAsOf: this.#readAsOf,
    });
    this.#hubs.set(channelId, hub);
    this.#pokes.watch(channelId);
    return hub;
  }
}
