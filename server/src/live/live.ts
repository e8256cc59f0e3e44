import { unavailable } from "../platform/graphql/errors.ts";
import { isOutage } from "../platform/database/outage.ts";
import type { Database } from "../platform/database/database.ts";
import type { Log } from "../platform/log/log.ts";
import { writeCursor } from "./cursor.ts";
import { Cohorts } from "./cohorts.ts";
import { Follower, type Following, type FollowerTools } from "./follower.ts";
import type { Hub } from "./hub.ts";
import { Hubs } from "./hubs.ts";
import { readActor, readEpoch, readSpans } from "./log.ts";
import type { Control, Pokes } from "./pokes.ts";
import { ReplicaReads, type ReadAsOf } from "./replica.ts";
import type { Span } from "./spans.ts";
import { Sweeper } from "./sweeper.ts";
import { Gathering, type Gathered } from "./gathered.ts";
import { write, type About, type Transaction } from "./write.ts";

export interface LiveOptions {
  database: Database;
  pokes: Pokes;
  log: Log;
  heartbeatMs: number;
  /** How often the heads are read while pokes arrive, in milliseconds. */
  sweepMs?: number;
}

/** Live delivery of one node: the one door for writes that are told, and for those who follow. */
export class LiveDelivery {
  readonly hubs: Hubs;
  readonly replica: ReplicaReads;
  readonly #database: Database;
  readonly #pokes: Pokes;
  readonly #heartbeatMs: number;
  readonly #sweeper: Sweeper;
  readonly #onMoved: ((channelIds: string[]) => void)[] = [];
  readonly #onWritten: ((seconds: number) => void)[] = [];
  readonly #followers = new Set<Follower>();
  readonly #cohorts = new Cohorts();
  readonly #tools = new WeakMap<Hub, FollowerTools>();
  readonly #gatherings = new Map<object, unknown>();
  #epoch = "";
  #holes = 0;

  constructor({ database, pokes, log, heartbeatMs, sweepMs = 2_000 }: LiveOptions) {
    this.#database = database;
    this.#pokes = pokes;
    this.#heartbeatMs = heartbeatMs;
    this.replica = new ReplicaReads({ primary: database.db, replica: database.replica, log });
    this.hubs = new Hubs({ database, pokes, readAsOf: this.readAsOf });
    this.#sweeper = new Sweeper({
      name: "heads",
      intervalMs: () => (pokes.ready ? sweepMs : Math.min(250, sweepMs)),
      work: () => this.#sweep(),
      log,
    });
    // At once, and at the pace that this asks for from now on.
    pokes.onTurn(() => void this.#sweeper.now());
  }

  async start(): Promise<void> {
    this.#epoch = await readEpoch(this.#database.db);
    this.#sweeper.start();
  }

  async stop(): Promise<void> {
    await this.#sweeper.stop();
    await this.#pokes.close();
  }

  /** Holes seen in a channel's log since the start; each ended a stream. Never anything but 0. */
  get holes(): number {
    return this.#holes;
  }

  /** Subscriptions over all channels of this node. */
  get followers(): number {
    return this.#followers.size;
  }

  /** Groups of followers that are told together. */
  get cohorts(): number {
    return this.#cohorts.size;
  }

  /** Milliseconds since the heads were last read; grows only while PostgreSQL is away. */
  get staleMs(): number {
    return this.#sweeper.sinceSuccess;
  }

  cursor(channelId: string, seq: number): string {
    return writeCursor({ epoch: this.#epoch, channelId, seq });
  }

  /**
   * A read of what the log has told of, by a replica if there is one that has come as far as `reached`. Who may see
   * it was asked before.
   */
  readonly readAsOf: ReadAsOf = (reached, read) =>
    this.replica.read({ epoch: this.#epoch, reached }, read);

  /** Calls `listener` after each commit of this node with the channels that it moved. */
  onMoved(listener: (channelIds: string[]) => void): void {
    this.#onMoved.push(listener);
  }

  /** Calls `listener` after each commit of this node with the time from its begin to its end. */
  onWritten(listener: (seconds: number) => void): void {
    this.#onWritten.push(listener);
  }

  /** Reads the heads now: something that concerns all hubs was heard of. */
  sweep(): Promise<void> {
    return this.#sweeper.now();
  }

  /**
   * One command's transaction (write.ts); after the commit this node's hubs rise and the others are poked,
   * which nobody waits for. Throws UNAVAILABLE when PostgreSQL is away: nothing is known to be saved then.
   */
  async write<T>(about: About, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    const epoch = this.#epoch;
    try {
      const { result, moved } = await write(this.#database, about, work);
      const seconds = (performance.now() - startedAt) / 1000;
      for (const listener of this.#onWritten) listener(seconds);
      for (const [channelId, entries] of moved) {
        // The log may have become another one meanwhile, in which this did not happen.
        if (epoch === this.#epoch) this.hubs.take(channelId, entries);
        this.#pokes.poke(channelId, entries.at(-1)?.seq ?? 0);
      }
      const channelIds = [...moved.keys()];
      for (const listener of this.#onMoved) listener(channelIds);
      return result;
    } catch (error) {
      if (isOutage(error)) throw unavailable();
      throw error;
    }
  }

  /** Meets a wish together with others of its kind (gathered.ts); resolves when its transaction is committed. */
  writeTogether<Wish, Result>(kind: Gathered<Wish, Result>, wish: Wish): Promise<Result> {
    let gathering = this.#gatherings.get(kind) as Gathering<Wish, Result> | undefined;
    if (!gathering) {
      gathering = new Gathering(kind, (about, work) => this.write(about, work));
      this.#gatherings.set(kind, gathering);
    }
    return gathering.add(wish);
  }

  /** Tells all nodes, this one first, whose sockets must close. Without Redis the others' sweep finds it. */
  async tellAll(message: Control): Promise<void> {
    await this.#pokes.control(message).catch(() => {});
  }

  /** One follower of a channel. The caller has asked the policy; null when there is no such channel. */
  async follow(channelId: string, following: Following): Promise<Follower | null> {
    const hub = await this.hubs.acquire(channelId);
    if (!hub) return null;
    // Before the spans: an entry that ends one later will be read.
    const from = hub.head;
    let spans: readonly Span[] = [];
    try {
      if (following.spans) spans = await this.#toolsOf(hub).readSpans(following.personId);
    } catch (error) {
      this.hubs.release(hub);
      throw error;
    }
    if (!this.hubs.has(hub)) {
      // The database was restored meanwhile.
      this.hubs.release(hub);
      return this.follow(channelId, following);
    }
    const follower = new Follower(following, { from, spans }, this.#toolsOf(hub));
    this.#followers.add(follower);
    return follower;
  }

  /** One set for all followers of a hub: there may be very many of them. */
  #toolsOf(hub: Hub): FollowerTools {
    const known = this.#tools.get(hub);
    if (known) return known;
    const { db } = this.#database;
    const { channelId } = hub;
    const tools: FollowerTools = {
      hub,
      cohorts: this.#cohorts,
      epoch: this.#epoch,
      heartbeatMs: this.#heartbeatMs,
      look: () => this.hubs.look(hub),
      readSpans: (personId) => readSpans(db, { channelId, personId }),
      readActor: (seq) => readActor(db, { channelId, seq }),
      onHole: () => (this.#holes += 1),
      onStop: (follower) => {
        this.#followers.delete(follower);
        this.hubs.release(hub);
      },
    };
    this.#tools.set(hub, tools);
    return tools;
  }

  async #sweep(): Promise<void> {
    const epoch = await readEpoch(this.#database.db);
    if (epoch !== this.#epoch) this.#turn(epoch);
    await this.hubs.sweep();
  }

  /** The database was restored: what was read of it is void, and everybody begins anew. */
  #turn(epoch: string): void {
    this.#epoch = epoch;
    this.hubs.forget();
    for (const follower of this.#followers) follower.turn();
  }
}
