import { sql } from "kysely";
import type { Database, Db } from "../platform/database/database.ts";
import type { Log } from "../platform/log/log.ts";
import { Sweeper } from "./sweeper.ts";

const INTERVAL_MS = 5_000;
/** Of each interval so much is work at the most: old entries may be many, and sending goes first. */
const WORK_MS = 1_000;
const CHANNELS = 500;
/** Entries deleted while a channel is locked: some milliseconds. */
const BATCH = 500;
const LOCK_MS = 200;
const BEGINNING = "00000000-0000-0000-0000-000000000000";

export interface KeepingOptions {
  database: Database;
  /** How long an entry is kept at the least. */
  keptDays: number;
  /** Names of those who take the log: what one of them has not taken is kept. */
  consumers: readonly string[];
  log: Log;
}

/**
 * Keeps the log for its time: walks over all channels once an hour and deletes what is older, from the floor of each
 * upward. A channel's floor rises in the transaction that deletes, so what lies above it is always there without
 * gaps, and who asks for something below is told. One node at a time does it; the others find its row locked.
 */
export class LogKeeping {
  readonly #database: Database;
  readonly #options: KeepingOptions;
  readonly #sweeper: Sweeper;

  constructor(options: KeepingOptions) {
    this.#database = options.database;
    this.#options = options;
    this.#sweeper = new Sweeper({
      name: "log",
      intervalMs: () => INTERVAL_MS,
      work: () => this.tidy().then(() => {}),
      log: options.log,
    });
  }

  start(): void {
    this.#sweeper.start();
  }

  stop(): Promise<void> {
    return this.#sweeper.stop();
  }

  /**
   * Goes on with the walk for a second.
   * @returns how many entries it deleted; null when there is nothing to do now, or another node does it.
   */
  async tidy(): Promise<number | null> {
    return this.#database.db.transaction().execute(async (turn) => {
      const walk = await turn
        .selectFrom("logKeeping")
        .select(["walkedTo", sql<boolean>`round_ended_at > now() - interval '1 hour'`.as("rests")])
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (!walk || (walk.walkedTo === null && walk.rests)) return null;
      const { deleted, walkedTo } = await this.#walk(walk.walkedTo ?? BEGINNING);
      await turn
        .updateTable("logKeeping")
        .set(walkedTo === null ? { walkedTo, roundEndedAt: sql`now()` } : { walkedTo })
        .execute();
      return deleted;
    });
  }

  async #walk(from: string): Promise<{ deleted: number; walkedTo: string | null }> {
    const until = performance.now() + WORK_MS;
    let deleted = 0;
    for (let at = from; ;) {
      const { rows } = await findOld(this.#database.db, {
        after: at,
        days: this.#options.keptDays,
      });
      for (const { id, old } of rows) {
        for (let more = old; more;) {
          if (performance.now() > until) return { deleted, walkedTo: at };
          const count = await this.#raise(id);
          deleted += count;
          more = count === BATCH;
        }
        at = id;
      }
      if (rows.length < CHANNELS) return { deleted, walkedTo: null };
    }
  }

  /** One batch of one channel. A channel that is busy for long gets its turn in the next round. */
  async #raise(channelId: string): Promise<number> {
    try {
      return await this.#database.db.transaction().execute((db) =>
        raiseFloor(db, {
          channelId,
          days: this.#options.keptDays,
          consumers: this.#options.consumers,
        }),
      );
    } catch (error) {
      if (isLockTimeout(error)) return 0;
      throw error;
    }
  }
}

/** The next channels in the order of their ids, and whether their oldest entry is older than it need be. */
function findOld(db: Db, { after, days }: { after: string; days: number }) {
  return sql<{ id: string; old: boolean }>`
    select page.id, coalesce(oldest.at < now() - make_interval(days => ${days}), false) as old
    from (
      select id, floor_seq from channel where id > ${after}::uuid order by id limit ${CHANNELS}
    ) page
    left join channel_update oldest on oldest.channel_id = page.id and oldest.seq = page.floor_seq + 1
    order by page.id`.execute(db);
}

async function raiseFloor(
  db: Db,
  about: { channelId: string; days: number; consumers: readonly string[] },
): Promise<number> {
  const { channelId, days, consumers } = about;
  await sql`select set_config('lock_timeout', ${`${LOCK_MS}ms`}, true)`.execute(db);
  // Like every command: the channel first, its entries then.
  const { floorSeq } = await db
    .selectFrom("channel")
    .select("floorSeq")
    .where("id", "=", channelId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const { rows } = await sql<{ floor: number }>`
    select least(
      (select coalesce(min(seq) filter (where at >= now() - make_interval(days => ${days})) - 1, max(seq))
        from (
          select seq, at from channel_update
          where channel_id = ${channelId} and seq > ${floorSeq} order by seq limit ${BATCH}
        ) oldest),
      (select min(coalesce(seq, 0)) from unnest(${consumers}::text[]) as each (consumer)
        left join consumer_position place
          on place.consumer = each.consumer and place.channel_id = ${channelId})
    ) as floor`.execute(db);
  const floor = rows[0]?.floor ?? floorSeq;
  if (floor <= floorSeq) return 0;
  await db
    .deleteFrom("channelUpdate")
    .where("channelId", "=", channelId)
    .where("seq", ">", floorSeq)
    .where("seq", "<=", floor)
    .execute();
  await db.updateTable("channel").set({ floorSeq: floor }).where("id", "=", channelId).execute();
  return floor - floorSeq;
}

const isLockTimeout = (error: unknown) => (error as { code?: unknown }).code === "55P03";
