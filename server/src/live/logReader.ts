import type { Database, Prepared } from "../platform/database/database.ts";
import type { Entry } from "./entities.ts";

/** The most entries of one channel in one answer. */
const BATCH = 200;
/** Channels in one statement, and entries in one answer, so that much that comes at once does not lie in memory. */
const CHANNELS = 1_000;
const ENTRIES = 4_000;
/** Each channel gets so many, however many ask. */
const LEAST = 4;
/** Statements under way: what comes meanwhile waits for one of them, and goes together. */
const UNDER_WAY = 2;

/** What comes behind a place in a channel's log. */
export interface Stretch {
  /** In order, without holes. */
  entries: Entry[];
  /** There may be more behind them. */
  full: boolean;
}

/** Reads what comes behind `after`. */
export type ReadOn = (channelId: string, after: number) => Promise<Stretch>;

interface Asked {
  channelId: string;
  after: number;
  resolve: (stretch: Stretch) => void;
  reject: (error: unknown) => void;
}

const next: Prepared = {
  name: "live_next",
  text: `select asked.n::int, seq, floor(extract(epoch from at) * 1000)::float8, name, version, label, label_prev,
      subject, actor_id, data
    from unnest($1::uuid[], $2::int[]) with ordinality as asked (channel_id, after, n)
    cross join lateral (
      select * from channel_update where channel_id = asked.channel_id and seq > asked.after
      order by seq limit $3) entry
    order by asked.n, seq`,
};

type Row = [
  n: number,
  seq: number,
  at: number,
  name: string,
  version: number,
  label: string | null,
  labelPrev: number,
  subject: string | null,
  actorId: string | null,
  data: Record<string, unknown>,
];

/**
 * Reads on in the logs of all channels of a node that something was heard of in one turn of the event loop, by one
 * statement: a message to a small room costs a node no statement of its own.
 */
export class LogReader {
  readonly #ask: Database["ask"];
  #asked: Asked[] = [];
  #scheduled = false;
  #underWay = 0;

  constructor(ask: Database["ask"]) {
    this.#ask = ask;
  }

  readonly readOn: ReadOn = (channelId, after) =>
    new Promise((resolve, reject) => {
      this.#asked.push({ channelId, after, resolve, reject });
      if (this.#scheduled) return;
      this.#scheduled = true;
      setImmediate(() => {
        this.#scheduled = false;
        this.#go();
      });
    });

  #go(): void {
    while (this.#asked.length > 0 && this.#underWay < UNDER_WAY)
      void this.#read(this.#asked.splice(0, CHANNELS));
  }

  async #read(asked: readonly Asked[]): Promise<void> {
    this.#underWay += 1;
    try {
      const limit = Math.max(LEAST, Math.min(BATCH, Math.floor(ENTRIES / asked.length)));
      const ids = asked.map(({ channelId }) => channelId).join();
      const places = asked.map(({ after }) => after).join();
      const rows = (await this.#ask(next, [`{${ids}}`, `{${places}}`, limit])) as Row[];
      let at = 0;
      for (const [i, { channelId, resolve }] of asked.entries()) {
        const entries: Entry[] = [];
        for (; at < rows.length && rows[at][0] === i + 1; at += 1)
          entries.push(entryOf(channelId, rows[at]));
        resolve({ entries, full: entries.length === limit });
      }
    } catch (error) {
      for (const { reject } of asked) reject(error);
    } finally {
      this.#underWay -= 1;
      this.#go();
    }
  }
}

function entryOf(channelId: string, row: Row): Entry {
  const [, seq, at, name, version, label, labelPrev, subject, actorId, data] = row;
  return {
    channelId,
    seq,
    at: new Date(at),
    name,
    version,
    label,
    labelPrev,
    subject,
    actorId,
    data,
  };
}
