import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { openDatabase, type Database } from "../../platform/database/database.ts";
import { createLog } from "../../platform/log/log.ts";
import { cloneDatabase } from "../../testing/database.ts";
import { ChannelSchema, type Entry } from "../entities.ts";
import { defineFact } from "../fact.ts";
import type { View } from "../course.ts";
import type { Following } from "../follower.ts";
import { LiveDelivery, type LiveOptions } from "../live.ts";
import { LocalPokes } from "../pokesLocal.ts";
import { LiveUpdate } from "../updates.ts";

export const Said = defineFact<{ body: string }>("Said");
export const Unsaid = defineFact<object>("Unsaid");
export const Came = defineFact<object>("Came");
const Went = defineFact<object>("Went");

/** What the tests' followers are told of every fact. */
export class Told extends LiveUpdate {
  entry!: Entry;
}

export const quiet = createLog({ level: "silent" });

export interface GroundOptions extends Partial<LiveOptions> {
  /** The address of the same database on a replica. */
  replicaOf?: (url: string) => string;
}

/** A database of its own and one node's live delivery on it, without any room. */
export class Ground {
  readonly database: Database;
  readonly live: LiveDelivery;
  readonly #url: string;
  readonly #drop: () => Promise<void>;

  private constructor(
    database: Database,
    live: LiveDelivery,
    clone: { url: string; drop: () => Promise<void> },
  ) {
    this.database = database;
    this.live = live;
    this.#url = clone.url;
    this.#drop = clone.drop;
  }

  static async open(postgresUrl: string, options: GroundOptions = {}): Promise<Ground> {
    const clone = await cloneDatabase(postgresUrl);
    return new Ground(...(await start(clone.url, options)), clone);
  }

  /** A second node on the same database. Close it before this one. */
  async another(options: GroundOptions = {}): Promise<Ground> {
    const clone = { url: this.#url, drop: async () => {} };
    return new Ground(...(await start(this.#url, options)), clone);
  }

  async close(): Promise<void> {
    await this.live.stop();
    await this.database.close();
    await this.#drop();
  }

  /** A new channel, with these people in it from its first entry on. */
  async channel(...people: string[]): Promise<string> {
    const id = randomUUID();
    await this.live.write({ channels: [], actorId: null }, async (tx) => {
      tx.createChannel(id, "GROUP");
      for (const person of people) {
        tx.openSpan(id, person);
        tx.state(Came, { channelId: id, data: {} });
      }
    });
    return id;
  }

  /** States one fact; returns its seq. */
  async say(
    channelId: string,
    body: string,
    about: { label?: string; subject?: string; actorId?: string } = {},
  ): Promise<number> {
    const { actorId = null, ...where } = about;
    return this.live.write({ channels: [channelId], actorId }, async (tx) =>
      tx.state(Said, { channelId, data: { body }, ...where }),
    );
  }

  async admit(channelId: string, person: string): Promise<number> {
    return this.live.write({ channels: [channelId], actorId: null }, async (tx) => {
      tx.openSpan(channelId, person);
      return tx.state(Came, { channelId, data: {} });
    });
  }

  /** Ends the span; `by` the person means that they left. */
  async remove(channelId: string, person: string, by: string | null = null): Promise<number> {
    return this.live.write({ channels: [channelId], actorId: by }, async (tx) => {
      tx.closeSpan(channelId, person);
      return tx.state(Went, { channelId, data: {} });
    });
  }

  /** Many entries at once, past the commands: nobody is told but by a sweep. */
  async fill(channelId: string, count: number, label: string | null = null): Promise<void> {
    const { db } = this.database;
    const { headSeq } = await db
      .selectFrom("channel")
      .select("headSeq")
      .where("id", "=", channelId)
      .executeTakeFirstOrThrow();
    for (let at = 0; at < count; at += 2_000)
      await db
        .insertInto("channelUpdate")
        .values(
          Array.from({ length: Math.min(2_000, count - at) }, (_, i) => ({
            channelId,
            seq: headSeq + at + i + 1,
            at: new Date(),
            name: Said.name,
            version: 1,
            label,
            labelPrev: 0,
            subject: null,
            actorId: null,
            data: JSON.stringify({ body: `${headSeq + at + i + 1}` }) as never,
          })),
        )
        .execute();
    await db
      .updateTable("channel")
      .set({ headSeq: headSeq + count })
      .where("id", "=", channelId)
      .execute();
  }

  /** Follows with every entry shown as it is. */
  async follow(
    channelId: string,
    { view, ...following }: Partial<Omit<Following, "view">> & { view?: Partial<View> } = {},
  ): Promise<Ear> {
    const project: View["project"] = (entry) => Object.assign(new Told(), { entry });
    const stream = await this.live.follow(channelId, {
      personId: randomUUID(),
      spans: false,
      view: { name: "all", project, ...view },
      ...following,
    });
    if (!stream) throw new Error("no such channel");
    return new Ear(stream);
  }
}

async function start(
  url: string,
  { replicaOf, ...options }: GroundOptions,
): Promise<[Database, LiveDelivery]> {
  const database = await openDatabase({
    url,
    replicaUrl: replicaOf?.(url),
    entities: [ChannelSchema],
    poolSize: 8,
  });
  const live = new LiveDelivery({
    database,
    pokes: new LocalPokes(),
    log: quiet,
    heartbeatMs: 25_000,
    ...options,
  });
  await live.start();
  return [database, live];
}

/** The end of one stream. */
export class Ear {
  readonly stream: AsyncIterableIterator<LiveUpdate>;
  #waiting: Promise<IteratorResult<LiveUpdate, undefined>> | null = null;

  constructor(stream: AsyncIterableIterator<LiveUpdate>) {
    this.stream = stream;
  }

  /** The next answer, or null at the end of the stream; fails when nothing comes. */
  async next(ms = 3_000): Promise<LiveUpdate | null> {
    this.#waiting ??= this.stream.next();
    const result = await Promise.race([this.#waiting, pause(ms)]);
    if (!result) throw new Error(`nothing came within ${ms} ms`);
    this.#waiting = null;
    return result.done ? null : result.value;
  }

  /** The next answers in short words: `Told 3`, `Live 5 (4)` when prev is not seq - 1 or seq. */
  async words(count: number, ms?: number): Promise<string[]> {
    const words: string[] = [];
    while (words.length < count) words.push(wordsOf(await this.next(ms)));
    return words;
  }

  async leave(): Promise<void> {
    await this.stream.return?.();
  }

  /** Whether nothing comes for so long. */
  async silent(ms: number): Promise<boolean> {
    this.#waiting ??= this.stream.next();
    return (await Promise.race([this.#waiting, pause(ms)])) === null;
  }
}

function wordsOf(update: LiveUpdate | null): string {
  if (!update) return "end";
  const { seq, prev, reason, from, to } = update as LiveUpdate & {
    reason?: string;
    from?: number;
    to?: number;
  };
  const about = reason ? ` ${reason}` : from ? ` ${from}-${to}` : "";
  return `${update.constructor.name} ${seq}${about}${prev === seq - 1 || prev === seq ? "" : ` (${prev})`}`;
}

export const pause = (ms: number) =>
  new Promise<null>((resolve) => setTimeout(() => resolve(null), ms));
