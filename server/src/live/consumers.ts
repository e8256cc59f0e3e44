import { randomUUID } from "node:crypto";
import type { Config } from "../platform/config/config.ts";
import type { Database, Db } from "../platform/database/database.ts";
import type { Log } from "../platform/log/log.ts";
import type { Mailer } from "../platform/mail/mail.ts";
import { findBehind, movePlaces, readNews, readPlaces, type News } from "./consumerPositions.ts";
import type { Entry } from "./entities.ts";
import type { LiveDelivery } from "./live.ts";
import { readEntries, readEpoch } from "./log.ts";
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
  /** Whether one of them is its business, by what stands in it; else it is not told. Without it all of them are. */
  concerns?(entry: Entry): boolean;
  handle(tools: ConsumerTools, entry: Entry): Promise<void>;
}

const BATCH = 200;
const SWEEP_MS = 5_000;
/** A transaction that waits for its consumer longer than PostgreSQL lets it be idle would lose what was done. */
const FEED_MS = 2_000;
/** Channels looked at in one query, and entries of each. */
const CHANNELS = 20;
const NEWS = 100;
/** Channels that one look compares with their consumers' positions: what it costs does not grow with the installation. */
const PAGE = 10_000;
/** Positions that are moved in one statement. */
const PLACES = 500;
const BEGINNING = "00000000-0000-0000-0000-000000000000";

/**
 * Feeds the log to the consumers of this node; nodes share the work channel by channel. What concerns a consumer is
 * told in a transaction that holds its position. What does not is passed over: positions move over it later and
 * together, and a node that dies before that leaves nothing but reading to be done again.
 */
export class Consumers {
  readonly #consumers: readonly Consumer[];
  readonly #names: readonly string[];
  readonly #facts: readonly string[];
  readonly #tools: ConsumerTools;
  readonly #database: Database;
  readonly #sweeper: Sweeper;
  readonly #dirty = new Set<string>();
  /** By channel and consumer: nothing that concerns it lies between its position and here, as far as is known. */
  readonly #passed = new Map<string, Map<string, number>>();
  /** Channels in which a position is to move. */
  readonly #toMove = new Set<string>();
  #epoch = "";
  #lastLook = 0;
  /** How far the look over all channels has come; nodes begin at different places. */
  #looked: string = randomUUID();

  constructor(options: {
    consumers: readonly Consumer[];
    tools: ConsumerTools;
    database: Database;
  }) {
    this.#consumers = options.consumers;
    this.#names = options.consumers.map(({ name }) => name);
    this.#facts = [...new Set(options.consumers.flatMap(({ hears }) => hears))];
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

  async stop(): Promise<void> {
    await this.#sweeper.stop();
    // Without it the next node reads once more what concerned nobody.
    await this.#move().catch(() => {});
  }

  /**
   * Works off all that is in the log now, but for channels that another feeding has in hand.
   * @returns how many were behind when it began: 0 says that nothing is left.
   */
  async drain(): Promise<number> {
    this.#lastLook = performance.now();
    await this.#move();
    let behind = 0;
    for (let after: string | null = BEGINNING; after !== null;) {
      const page = await this.#findBehind({ after, limit: PAGE });
      behind += page.behind.length;
      await this.#pass(page.behind);
      after = page.count < PAGE ? null : page.last;
    }
    await this.#move();
    return behind;
  }

  /** What moved on this node at once; what moved elsewhere or was left over in its turn, however busy this node is. */
  async #work(): Promise<void> {
    const channelIds = [...this.#dirty];
    this.#dirty.clear();
    await this.#pass(channelIds);
    if (channelIds.length > 0 && performance.now() < this.#lastLook + SWEEP_MS) return;
    this.#lastLook = performance.now();
    await this.#move();
    await this.#look();
  }

  /** The next page of all channels; at their end it goes on from their beginning. */
  async #look(): Promise<void> {
    for (let left = PAGE, ends = 0; left > 0 && ends < 2;) {
      const page = await this.#findBehind({ after: this.#looked, limit: left });
      await this.#pass(page.behind);
      const ended = page.count < left;
      if (ended) ends += 1;
      this.#looked = ended ? BEGINNING : (page.last ?? BEGINNING);
      left -= page.count;
    }
  }

  #findBehind(page: { after: string; limit: number }) {
    return findBehind(this.#database.db, { consumers: this.#names, ...page });
  }

  /** Tells each consumer what is new for it in these channels. */
  async #pass(channelIds: readonly string[]): Promise<void> {
    for (let at = 0; at < channelIds.length; at += CHANNELS) {
      let rest = channelIds.slice(at, at + CHANNELS);
      while (rest.length > 0) rest = await this.#passSome(rest);
    }
  }

  /** @returns the channels in which it came forward and there is more. */
  async #passSome(channelIds: readonly string[]): Promise<string[]> {
    const { db } = this.#database;
    const unknown = channelIds.filter((id) => !this.#passed.has(id));
    if (unknown.length > 0) {
      if (this.#passed.size === 0) this.#epoch = await readEpoch(db);
      const places = await readPlaces(db, { consumers: this.#names, channelIds: unknown });
      for (const id of unknown) this.#passed.set(id, new Map());
      for (const { channelId, consumer, seq } of places)
        this.#passed.get(channelId)?.set(consumer, seq);
    }
    const after = new Map(channelIds.map((id) => [id, this.#least(id)]));
    const more: string[] = [];
    for (const news of await readNews(db, { after, facts: this.#facts, limit: NEWS })) {
      for (const consumer of this.#consumers) await this.#tell(consumer, news);
      const least = this.#least(news.channelId);
      if (news.entries.length === NEWS && least > (after.get(news.channelId) ?? 0))
        more.push(news.channelId);
    }
    return more;
  }

  async #tell(consumer: Consumer, { channelId, entries, through }: News): Promise<void> {
    const passed = this.#passed.get(channelId);
    const from = passed?.get(consumer.name) ?? 0;
    if (!passed || through <= from) return;
    if (entries.some((entry) => entry.seq > from && concerns(consumer, entry))) {
      passed.set(consumer.name, (await this.#feed(consumer, channelId)) ?? from);
      return;
    }
    passed.set(consumer.name, through);
    this.#toMove.add(channelId);
  }

  #least(channelId: string): number {
    const passed = this.#passed.get(channelId);
    return Math.min(...this.#names.map((name) => passed?.get(name) ?? 0));
  }

  /** Moves the positions over what was passed, and forgets it: they are read again. */
  async #move(): Promise<void> {
    if (this.#passed.size === 0) return;
    const places = [...this.#toMove].flatMap((channelId) =>
      [...(this.#passed.get(channelId) ?? [])].map(([consumer, seq]) => ({
        consumer,
        channelId,
        seq,
      })),
    );
    // After a restore the same numbers stand for other entries.
    if ((await readEpoch(this.#database.db)) === this.#epoch)
      for (let at = 0; at < places.length; at += PLACES)
        await movePlaces(this.#database.db, places.slice(at, at + PLACES));
    this.#toMove.clear();
    this.#passed.clear();
  }

  /**
   * Everything behind the consumer's position in one channel, unless another node is at it.
   * @returns how far it has come; null when another node is.
   */
  async #feed(consumer: Consumer, channelId: string): Promise<number | null> {
    // By itself: in the transaction, another node would wait for it instead of passing over the channel.
    await this.#database.db
      .insertInto("consumerPosition")
      .values({ consumer: consumer.name, channelId, seq: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    let come: number | null = null;
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
        come = through;
        const last = entries.at(-1)?.seq;
        return through > position.seq && (entries.length === BATCH || through !== last);
      });
    }
    return come;
  }

  /** How far the consumer came in its time: a failure leaves the rest for later. */
  async #handle(consumer: Consumer, entries: readonly Entry[], from: number): Promise<number> {
    const until = performance.now() + FEED_MS;
    let through = from;
    for (const entry of entries) {
      if (performance.now() > until) return through;
      try {
        if (concerns(consumer, entry)) await consumer.handle(this.#tools, entry);
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

const concerns = (consumer: Consumer, entry: Entry) =>
  consumer.hears.includes(entry.name) && (consumer.concerns?.(entry) ?? true);
