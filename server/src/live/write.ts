import type { EntityManager } from "@mikro-orm/postgresql";
import { sql, type OperationNodeSource, type Transaction as DbTransaction } from "kysely";
import type { Database, Db } from "../platform/database/database.ts";
import { prepared } from "../platform/database/prepared.ts";
import type { Tables } from "../platform/database/tables.ts";
import { append, type Stated } from "./append.ts";
import type { ChannelKind, Entry } from "./entities.ts";
import type { Fact, LiveMarks } from "./fact.ts";

/** What a fact says where and about what. */
export interface Statement<Data extends object> {
  channelId: string;
  data: Data;
  label?: string;
  subject?: string;
  /** Who did it, where a transaction is not one person's. */
  actorId?: string;
}

/** One command's transaction: its channels are locked, in it facts take their places. */
export interface Transaction {
  /** A unit of work in the transaction, begun when it is asked for. */
  readonly em: EntityManager;
  /** Reads (and set-wise writes) inside the transaction. */
  readonly db: Db;
  /** The database's time at the lock, to the millisecond: nodes' clocks may be wrong. */
  readonly at: Date;
  /** Whether the channel is locked by this transaction: it exists, and nobody else held it where that counts. */
  holds(channelId: string): boolean;
  /** The head of a locked channel, counting what was stated in this transaction. */
  head(channelId: string): number;
  /** States a fact in a locked channel. Returns the seq that it takes. */
  state<Data extends object>(fact: Fact<Data>, statement: Statement<Data>): number;
  /**
   * Leaves a write to the transaction's end, where it goes with the log's entries in one statement: for what the
   * command need not wait for. Such writes do not see each other; no row may be changed by two of them.
   */
  defer(write: OperationNodeSource): void;
  /** Makes a channel for a new owner; it is locked by being new. */
  createChannel(id: string, kind: ChannelKind): void;
  /** The person may see the channel from the next fact on, which must follow in this transaction. */
  openSpan(channelId: string, personId: string): void;
  /** The person may not see the next fact, which must follow in this transaction, nor what comes after. */
  closeSpan(channelId: string, personId: string): void;
  /** Takes the text out of every earlier entry about `subject`; the next fact of the channel tells the hubs. */
  redact(channelId: string, subject: string): void;
}

/** What a transaction is about. */
export interface About {
  channels: readonly string[];
  actorId: string | null;
  /** Leave channels alone that somebody else holds just now; `holds` tells which are locked. */
  passOver?: boolean;
}

type Pending = (db: Db) => Promise<unknown>;

/**
 * Runs `work` in one transaction that holds the rows of `channels`, the only serialisation point; they are
 * locked in the order of their ids. A refusal thrown by `work` rolls all of it back.
 * @returns the result, and the channels that moved with their new entries, for hubs and pokes.
 */
export async function write<T>(
  database: Database,
  { channels, actorId, passOver = false }: About,
  work: (tx: Transaction) => Promise<T>,
): Promise<{ result: T; moved: Map<string, Entry[]> }> {
  let entries: Entry[] = [];
  // Not by the unit of work: when its connection breaks, it keeps the place in the pool for ever.
  const result = await database.db
    .transaction()
    .setIsolationLevel("read committed")
    .execute(async (db) => {
      const { heads, at } = await lockChannels(db, { channels, passOver });
      const tx = new OpenTransaction(() => unitOfWork(database, db), db, { heads, at, actorId });
      const value = await work(tx);
      entries = await tx.settle();
      return value;
    });
  return { result, moved: Map.groupBy(entries, ({ channelId }) => channelId) };
}

function unitOfWork(database: Database, db: DbTransaction<Tables>): EntityManager {
  const em = database.fork();
  em.setTransactionContext(db.withoutPlugins());
  return em;
}

/** Locks the rows and then reads the clock: whoever waited is later than whom they waited for. */
async function lockChannels(
  db: Db,
  { channels, passOver }: { channels: readonly string[]; passOver: boolean },
): Promise<{ heads: Map<string, number>; at: Date }> {
  const { rows } = await sql<{ ids: string[] | null; heads: number[] | null; at: Date }>`${prepared}
    with locked as materialized (
      select id, head_seq from channel where id = any(${[...new Set(channels)]}::uuid[])
      order by id for no key update ${passOver ? sql`skip locked` : sql``}
    )
    select ids, heads, date_trunc('milliseconds', clock_timestamp()) as at
    from (select array_agg(id) as ids, array_agg(head_seq) as heads from locked) as all_of_them`.execute(
    db,
  );
  const [{ ids, heads, at }] = rows as [(typeof rows)[number]];
  return { heads: new Map(ids?.map((id, i) => [id, heads?.[i] ?? 0])), at };
}

class OpenTransaction implements Transaction {
  readonly #stated: Stated[] = [];
  readonly #deferred: OperationNodeSource[] = [];
  readonly #made = new Map<string, ChannelKind>();
  readonly #before: Pending[] = [];
  readonly #after: Pending[] = [];
  /** Marks for the next fact of a channel. */
  readonly #marks = new Map<string, LiveMarks>();
  readonly db: Db;
  readonly at: Date;
  readonly #begin: () => EntityManager;
  #em: EntityManager | null = null;
  readonly #heads: Map<string, number>;
  readonly #actorId: string | null;

  constructor(
    begin: () => EntityManager,
    db: Db,
    locked: { heads: Map<string, number>; at: Date; actorId: string | null },
  ) {
    this.#begin = begin;
    this.db = db;
    this.at = locked.at;
    this.#heads = locked.heads;
    this.#actorId = locked.actorId;
  }

  get em(): EntityManager {
    this.#em ??= this.#begin();
    return this.#em;
  }

  holds(channelId: string): boolean {
    return this.#heads.has(channelId);
  }

  head(channelId: string): number {
    const head = this.#heads.get(channelId);
    if (head === undefined) throw new Error(`channel ${channelId} is not locked by this command`);
    return head;
  }

  state<Data extends object>(fact: Fact<Data>, statement: Statement<Data>): number {
    const seq = this.head(statement.channelId) + 1;
    this.#heads.set(statement.channelId, seq);
    this.#stated.push({
      channelId: statement.channelId,
      seq,
      at: this.at,
      name: fact.name,
      version: fact.version,
      label: statement.label ?? null,
      subject: statement.subject ?? null,
      actorId: statement.actorId ?? this.#actorId,
      data: { ...statement.data, ...this.#marks.get(statement.channelId) } as Record<
        string,
        unknown
      >,
    });
    this.#marks.delete(statement.channelId);
    return seq;
  }

  defer(write: OperationNodeSource): void {
    this.#deferred.push(write);
  }

  createChannel(id: string, kind: ChannelKind): void {
    this.#heads.set(id, 0);
    this.#made.set(id, kind);
  }

  openSpan(channelId: string, personId: string): void {
    const fromSeq = this.head(channelId) + 1;
    const marks = this.#mark(channelId);
    marks.admits = [...(marks.admits ?? []), personId];
    this.#after.push((db) =>
      db
        .insertInto("membershipSpan")
        .values({ channelId, personId, fromSeq, toSeq: null })
        .execute(),
    );
  }

  closeSpan(channelId: string, personId: string): void {
    const toSeq = this.head(channelId) + 1;
    const marks = this.#mark(channelId);
    marks.removes = [...(marks.removes ?? []), personId];
    this.#after.push((db) =>
      db
        .updateTable("membershipSpan")
        .set({ toSeq })
        .where("channelId", "=", channelId)
        .where("personId", "=", personId)
        .where("toSeq", "is", null)
        .execute(),
    );
  }

  redact(channelId: string, subject: string): void {
    this.#mark(channelId).redacts = true;
    this.#before.push((db) =>
      db
        .updateTable("channelUpdate")
        .set({ data: sql`data || '{"body": ""}'::jsonb` })
        .where("channelId", "=", channelId)
        .where("subject", "=", subject)
        .where(sql<boolean>`data ? 'body'`)
        .execute(),
    );
  }

  #mark(channelId: string): LiveMarks {
    const marks = this.#marks.get(channelId) ?? {};
    this.#marks.set(channelId, marks);
    return marks;
  }

  /** Writes entities, new channels, entries with heads and what was deferred, spans, in that order. Returns the entries as they stand in the log. */
  async settle(): Promise<Entry[]> {
    await this.#em?.flush();
    if (this.#marks.size > 0)
      throw new Error("a span or a redaction without a fact that tells of it");
    for (const [id, kind] of this.#made)
      await this.db
        .insertInto("channel")
        .values({ id, kind, headSeq: this.head(id) })
        .execute();
    for (const pending of this.#before) await pending(this.db);
    const entries = await append(this.db, { stated: this.#stated, besides: this.#deferred });
    for (const pending of this.#after) await pending(this.db);
    return entries;
  }
}
