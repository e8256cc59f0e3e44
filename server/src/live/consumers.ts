import { sql } from "kysely";
import type { Config } from "../platform/config/config.ts";
import type { Database, Db } from "../platform/database/database.ts";
import type { Log } from "../platform/log/log.ts";
import type { Mailer } from "../platform/mail/mail.ts";
import type { Entry } from "./entities.ts";
import type { LiveDelivery } from "./live.ts";
import { readEntries } from "./log.ts";
import { Sweeper } from "./sweeper.ts";

/** What a consumer's work may use. */
export interface ConsumerTools {
  readonly db: Db;
  readonly config: Config;
  readonly mailer: Mailer;
  readonly live: LiveDelivery;
  readonly log: Log;
}

/**
 * What a room does on hearing facts. It is told of each at least once, in the order of the channel; the id
 * of a telling is `channelId:seq`. A consumer that throws is told again later, and nothing of that channel
 * reaches it before.
 */
export interface Consumer {
  /** Unique; its positions are kept under it. */
  readonly name: string;
  /** The facts that it hears. */
  readonly hears: readonly string[];
  handle(tools: ConsumerTools, entry: Entry): Promise<void>;
}

const BATCH = 200;
const SWEEP_MS = 5_000;
/** A transaction that waits for its consumer longer than PostgreSQL lets it be idle would lose what was done. */
const FEED_MS = 2_000;

/** Feeds the log to the consumers of this node; nodes share the work channel by channel. */
export class Consumers {
  readonly #consumers: readonly Consumer[];
  readonly #tools: ConsumerTools;
  readonly #database: Database;
  readonly #sweeper: Sweeper;
  readonly #dirty = new Set<string>();
  #lastDrain = 0;

  constructor(options: {
    consumers: readonly Consumer[];
    tools: ConsumerTools;
    database: Database;
  }) {
    this.#consumers = options.consumers;
    this.#tools = options.tools;
    this.#database = options.database;
    this.#sweeper = new Sweeper({
      name: "consumers",
      intervalMs: () => SWEEP_MS,
      work: () => this.#work(),
      log: options.tools.log,
    });
    options.tools.live.onMoved((channelIds) => {
      for (const id of channelIds) this.#dirty.add(id);
      void this.#sweeper.now();
    });
  }

  start(): void {
    this.#sweeper.start();
  }

  stop(): Promise<void> {
    return this.#sweeper.stop();
  }

  /**
   * Works off all that is in the log now, but for channels that another feeding has in hand.
   * @returns how many were behind when it began: 0 says that nothing is left.
   */
  async drain(): Promise<number> {
    this.#lastDrain = performance.now();
    let behind = 0;
    for (const consumer of this.#consumers)
      for (const channelId of await this.#behind(consumer)) {
        behind += 1;
        await this.#feed(consumer, channelId);
      }
    return behind;
  }

  /** What moved on this node at once; what moved elsewhere or was left over in its turn, however busy this node is. */
  async #work(): Promise<void> {
    if (this.#dirty.size === 0 || performance.now() > this.#lastDrain + SWEEP_MS) {
      this.#dirty.clear();
      await this.drain();
      return;
    }
    const channelIds = [...this.#dirty];
    this.#dirty.clear();
    for (const channelId of channelIds)
      for (const consumer of this.#consumers) await this.#feed(consumer, channelId);
  }

  async #behind({ name }: Consumer): Promise<string[]> {
    const rows = await this.#database.db
      .selectFrom("channel")
      .leftJoin("consumerPosition", (join) =>
        join.onRef("channelId", "=", "channel.id").on("consumer", "=", name),
      )
      .select("channel.id")
      .where("headSeq", ">", sql<number>`coalesce(consumer_position.seq, 0)`)
      .limit(1_000)
      .execute();
    return rows.map((row) => row.id);
  }

  /** Everything behind the consumer's position in one channel, unless another node is at it. */
  async #feed(consumer: Consumer, channelId: string): Promise<void> {
    // By itself: in the transaction, another node would wait for it instead of passing over the channel.
    await this.#database.db
      .insertInto("consumerPosition")
      .values({ consumer: consumer.name, channelId, seq: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    for (let more = true; more;) {
      more = await this.#database.db.transaction().execute(async (db) => {
        const position = await db
          .selectFrom("consumerPosition")
          .select("seq")
          .where("consumer", "=", consumer.name)
          .where("channelId", "=", channelId)
          .forUpdate()
          .skipLocked()
          .executeTakeFirst();
        if (!position) return false;
        const entries = await readEntries(db, { channelId, after: position.seq, limit: BATCH });
        const through = await this.#handle(consumer, entries, position.seq);
        if (through > position.seq)
          await db
            .updateTable("consumerPosition")
            .set({ seq: through })
            .where("consumer", "=", consumer.name)
            .where("channelId", "=", channelId)
            .execute();
        const last = entries.at(-1)?.seq;
        return through > position.seq && (entries.length === BATCH || through !== last);
      });
    }
  }

  /** How far the consumer came in its time: a failure leaves the rest for later. */
  async #handle(consumer: Consumer, entries: readonly Entry[], from: number): Promise<number> {
    const until = performance.now() + FEED_MS;
    let through = from;
    for (const entry of entries) {
      if (performance.now() > until) return through;
      try {
        if (consumer.hears.includes(entry.name)) await consumer.handle(this.#tools, entry);
      } catch (error) {
        this.#tools.log.error(
          {
            consumer: consumer.name,
            entry: `${entry.channelId}:${entry.seq}`,
            error: (error as Error).message,
          },
          "a consumer failed and will be told again",
        );
        return through;
      }
      through = entry.seq;
    }
    return through;
  }
}
