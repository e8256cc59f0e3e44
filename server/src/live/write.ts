import { IsolationLevel } from "@mikro-orm/core";
import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "kysely";
import { readsOf, type Database, type Db } from "../platform/database/database.ts";
import type { ChannelKind, Entry } from "./entities.ts";
import type { Fact, LiveMarks } from "./fact.ts";

/** What a fact says where and about what. */
export interface Statement<Data extends object> {
  channelId: string;
  data: Data;
  label?: string;
  subject?: string;
}

/** One command's transaction: its channels are locked, in it facts take their places. */
export interface Transaction {
  readonly em: EntityManager;
  /** Reads (and set-wise writes) inside the transaction. */
  readonly db: Db;
  /** The database's time at the lock, to the millisecond: nodes' clocks may be wrong. */
  readonly at: Date;
  /** The head of a locked channel, counting what was stated in this transaction. */
  head(channelId: string): number;
  /** States a fact in a locked channel. Returns the seq that it takes. */
  state<Data extends object>(fact: Fact<Data>, statement: Statement<Data>): number;
  /** Makes a channel for a new owner; it is locked by being new. */
  createChannel(id: string, kind: ChannelKind): void;
  /** The person may see the channel from the next fact on, which must follow in this transaction. */
  openSpan(channelId: string, personId: string): void;
  /** The person may not see the next fact, which must follow in this transaction, nor what comes after. */
  closeSpan(channelId: string, personId: string): void;
  /** Takes the text out of every earlier entry about `subject`; the next fact of the channel tells the hubs. */
  redact(channelId: string, subject: string): void;
}

type Pending = (db: Db) => Promise<unknown>;

/**
 * Runs `work` in one transaction that holds the rows of `channels`, the only serialisation point; they are
 * locked in the order of their ids. A refusal thrown by `work` rolls all of it back.
 * @returns the result, and the channels that moved with their new heads, for the pokes.
 */
export async function write<T>(
  database: Database,
  { channels, actorId }: { channels: readonly string[]; actorId: string | null },
  work: (tx: Transaction) => Promise<T>,
): Promise<{ result: T; moved: Map<string, number> }> {
  const moved = new Map<string, number>();
  const result = await database.fork().transactional(
    async (em) => {
      const db = readsOf(em);
      const heads = await lockChannels(db, channels);
      const tx = new OpenTransaction(em, db, { heads, at: await readClock(db), actorId });
      const value = await work(tx);
      await em.flush();
      await tx.settle(moved);
      return value;
    },
    { isolationLevel: IsolationLevel.READ_COMMITTED },
  );
  return { result, moved };
}

async function lockChannels(db: Db, channels: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("channel")
    .select(["id", "headSeq"])
    .where(sql<boolean>`id = any(${sql.val([...new Set(channels)])}::uuid[])`)
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, row.headSeq]));
}

async function readClock(db: Db): Promise<Date> {
  const { rows } = await sql<{
    at: Date;
  }>`select date_trunc('milliseconds', clock_timestamp()) as at`.execute(db);
  return rows[0].at;
}

class OpenTransaction implements Transaction {
  readonly #entries: Omit<Entry, "labelPrev">[] = [];
  readonly #before: Pending[] = [];
  readonly #after: Pending[] = [];
  /** Marks for the next fact of a channel. */
  readonly #marks = new Map<string, LiveMarks>();
  readonly em: EntityManager;
  readonly db: Db;
  readonly at: Date;
  readonly #heads: Map<string, number>;
  readonly #actorId: string | null;

  constructor(
    em: EntityManager,
    db: Db,
    locked: { heads: Map<string, number>; at: Date; actorId: string | null },
  ) {
    this.em = em;
    this.db = db;
    this.at = locked.at;
    this.#heads = locked.heads;
    this.#actorId = locked.actorId;
  }

  head(channelId: string): number {
    const head = this.#heads.get(channelId);
    if (head === undefined) throw new Error(`channel ${channelId} is not locked by this command`);
    return head;
  }

  state<Data extends object>(fact: Fact<Data>, statement: Statement<Data>): number {
    const seq = this.head(statement.channelId) + 1;
    this.#heads.set(statement.channelId, seq);
    this.#entries.push({
      channelId: statement.channelId,
      seq,
      at: this.at,
      name: fact.name,
      version: fact.version,
      label: statement.label ?? null,
      subject: statement.subject ?? null,
      actorId: this.#actorId,
      data: { ...statement.data, ...this.#marks.get(statement.channelId) } as Record<
        string,
        unknown
      >,
    });
    this.#marks.delete(statement.channelId);
    return seq;
  }

  createChannel(id: string, kind: ChannelKind): void {
    this.#heads.set(id, 0);
    this.#before.push((db) => db.insertInto("channel").values({ id, kind, headSeq: 0 }).execute());
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

  /** Writes channels, entries, spans and heads, in that order, and tells which heads moved. */
  async settle(moved: Map<string, number>): Promise<void> {
    if (this.#marks.size > 0)
      throw new Error("a span or a redaction without a fact that tells of it");
    for (const pending of this.#before) await pending(this.db);
    for (const entry of this.#entries) {
      await this.db
        .insertInto("channelUpdate")
        .values({
          ...entry,
          data: JSON.stringify(entry.data) as never,
          labelPrev: entry.label
            ? sql<number>`coalesce((select max(seq) from channel_update
                where channel_id = ${entry.channelId} and label = ${entry.label}), 0)`
            : 0,
        })
        .execute();
      moved.set(entry.channelId, entry.seq);
    }
    for (const pending of this.#after) await pending(this.db);
    for (const [id, headSeq] of moved)
      await this.db.updateTable("channel").set({ headSeq }).where("id", "=", id).execute();
  }
}
