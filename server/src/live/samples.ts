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

export async function takeSamples(db: Db, consumers: readonly string[]): Promise<Samples> {
  const ages = new Map<string, number>();
  for (const consumer of consumers) ages.set(consumer, await consumerAge(db, consumer));
  return { consumerAges: ages, ...(await lockWaits(db)) };
}

/** By the clock of PostgreSQL, which dated the entries. A thousand channels behind tell as much as all of them. */
async function consumerAge(db: Db, consumer: string): Promise<number> {
  const { rows } = await sql<{ age: number }>`
    select coalesce(extract(epoch from clock_timestamp() - min(entry.at)), 0)::float8 as age
    from (
      select channel.id, coalesce(taken.seq, 0) as seq
      from channel left join consumer_position taken
        on taken.channel_id = channel.id and taken.consumer = ${consumer}
      where channel.head_seq > coalesce(taken.seq, 0)
      limit 1000
    ) behind
    join channel_update entry on entry.channel_id = behind.id and entry.seq = behind.seq + 1`.execute(
    db,
  );
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
