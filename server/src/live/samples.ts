import { sql } from "kysely";
import type { Db } from "../platform/database/database.ts";

/** What only PostgreSQL knows, as it was when it was last asked. */
export interface Samples {
  /** By consumer: the age in seconds of the oldest entry that it has not taken; 0 when it has taken all. */
  consumerAges: ReadonlyMap<string, number>;
  /** Sessions of this database that wait for a lock now. */
  lockWaits: number;
  /** Seconds that the one of them which waits longest has waited. */
  longestLockWait: number;
}

const BEGINNING = "00000000-0000-0000-0000-000000000000";
/** Channels looked at in one turn: what a turn costs does not grow with the installation. */
const PAGE = 50_000;

/** Asks PostgreSQL in turns; an installation with more channels than a page is gone through in several. */
export class Sampler {
  readonly #db: Db;
  readonly #consumers: readonly string[];
  readonly #page: number;
  #after = BEGINNING;
  #running = new Map<string, number>();
  #last: ReadonlyMap<string, number> = new Map();

  constructor(options: { db: Db; consumers: readonly string[]; page?: number }) {
    this.#db = options.db;
    this.#consumers = options.consumers;
    this.#page = options.page ?? PAGE;
  }

  async take(): Promise<Samples> {
    await this.#lookAtConsumers();
    const ages = this.#consumers.map((name) => {
      const age = Math.max(this.#last.get(name) ?? 0, this.#running.get(name) ?? 0);
      return [name, age] as const;
    });
    return { consumerAges: new Map(ages), ...(await lockWaits(this.#db)) };
  }

  async #lookAtConsumers(): Promise<void> {
    const { count, last } = await pageOf(this.#db, { after: this.#after, limit: this.#page });
    for (const name of this.#consumers) {
      const age = await oldestWait(this.#db, { consumer: name, after: this.#after, upTo: last });
      this.#running.set(name, Math.max(this.#running.get(name) ?? 0, age));
    }
    this.#after = last;
    if (count === this.#page) return;
    this.#after = BEGINNING;
    this.#last = this.#running;
    this.#running = new Map();
  }
}

async function pageOf(
  db: Db,
  page: { after: string; limit: number },
): Promise<{ count: number; last: string }> {
  const { rows } = await sql<{ count: number; last: string | null }>`
    with page as (select id from channel where id > ${page.after} order by id limit ${page.limit})
    select (select count(*)::integer from page) as count,
      (select id from page order by id desc limit 1) as last`.execute(db);
  return { count: rows[0]?.count ?? 0, last: rows[0]?.last ?? page.after };
}

/** By the clock of PostgreSQL, which dated the entries. */
async function oldestWait(
  db: Db,
  { consumer, after, upTo }: { consumer: string; after: string; upTo: string },
): Promise<number> {
  const { rows } = await sql<{ age: number }>`
    select coalesce(extract(epoch from clock_timestamp() - min(entry.at)), 0)::float8 as age
    from channel left join consumer_position taken
      on taken.channel_id = channel.id and taken.consumer = ${consumer}
    join channel_update entry
      on entry.channel_id = channel.id and entry.seq = coalesce(taken.seq, 0) + 1
    where channel.id > ${after} and channel.id <= ${upTo}
      and channel.head_seq > coalesce(taken.seq, 0)`.execute(db);
  return rows[0]?.age ?? 0;
}

async function lockWaits(db: Db): Promise<Pick<Samples, "lockWaits" | "longestLockWait">> {
  const { rows } = await sql<{ lockWaits: number; longestLockWait: number }>`
    select count(*)::integer as lock_waits,
      coalesce(extract(epoch from clock_timestamp() - min(wait.waitstart)), 0)::float8
        as longest_lock_wait
    from pg_locks wait join pg_stat_activity session using (pid)
    where not wait.granted and session.datname = current_database()`.execute(db);
  return rows[0] ?? { lockWaits: 0, longestLockWait: 0 };
}
