import { sql } from "kysely";
import type { Db } from "../platform/database/database.ts";
import type { Log } from "../platform/log/log.ts";

/** A channel as far as an answer must know it. */
export interface Reached {
  channelId: string;
  seq: number;
}

export type ReadAsOf = <T>(reached: readonly Reached[], read: (db: Db) => Promise<T>) => Promise<T>;

/** Longer than this nobody waits for a replica that hangs. */
const PATIENCE_MS = 1_000;
/** A replica that failed is left alone for so long. */
const FAILED_MS = 3_000;
/** One that was late so many times without a break in between is left alone too, for a shorter time. */
const LATE = 20;
const LATE_MS = 1_000;

/**
 * Reads that a replica may answer: replay and history, never who may see something. It is asked only when it is of
 * the same epoch and has replayed the channels as far as the primary has said that they go, so that an answer is
 * never older than the question, nor than what whoever asks has written. Else, and when it fails, the primary
 * answers.
 */
export class ReplicaReads {
  readonly #primary: Db;
  readonly #replica: Db | null;
  readonly #log: Log;
  #restUntil = -Infinity;
  #lateInARow = 0;
  /** How often the replica answered, was late, and failed. */
  readonly counts = { answered: 0, late: 0, failed: 0 };

  constructor({ primary, replica, log }: { primary: Db; replica: Db | null; log: Log }) {
    this.#primary = primary;
    this.#replica = replica;
    this.#log = log;
  }

  async read<T>(
    asOf: { epoch: string; reached: readonly Reached[] },
    read: (db: Db) => Promise<T>,
  ): Promise<T> {
    if (!this.#replica || performance.now() < this.#restUntil) return read(this.#primary);
    let answer: { value: T } | null;
    try {
      answer = await soon(this.#ask(this.#replica, asOf, read));
    } catch (error) {
      this.counts.failed += 1;
      this.#rest(FAILED_MS, (error as Error).message);
      return read(this.#primary);
    }
    return answer ? answer.value : read(this.#primary);
  }

  /** null when the replica is not that far. */
  async #ask<T>(
    replica: Db,
    { epoch, reached }: { epoch: string; reached: readonly Reached[] },
    read: (db: Db) => Promise<T>,
  ): Promise<{ value: T } | null> {
    // On one connection: behind an address there may be several servers, each as far as it is.
    return replica.connection().execute(async (db) => {
      const { rows } = await sql<{ same: boolean; there: boolean }>`
        select
          coalesce((select epoch = ${epoch}::uuid from installation), false) as same,
          (select coalesce(bool_and(coalesce(channel.head_seq, -1) >= wanted.seq), true)
            from unnest(${reached.map(({ channelId }) => channelId)}::uuid[],
              ${reached.map(({ seq }) => seq)}::integer[]) as wanted (id, seq)
            left join channel on channel.id = wanted.id) as there`.execute(db);
      if (!rows[0]?.same) {
        this.#rest(FAILED_MS, "it is of another epoch");
        return null;
      }
      if (!rows[0].there) {
        this.counts.late += 1;
        this.#lateInARow += 1;
        if (this.#lateInARow >= LATE) this.#rest(LATE_MS, "it is late");
        return null;
      }
      const value = await read(db);
      this.counts.answered += 1;
      this.#lateInARow = 0;
      return { value };
    });
  }

  #rest(ms: number, reason: string): void {
    this.#restUntil = performance.now() + ms;
    this.#lateInARow = 0;
    this.#log.warn({ reason }, "the replica is not asked for a while");
  }
}

async function soon<T>(answer: Promise<T>): Promise<T> {
  const tooLate = Promise.withResolvers<never>();
  const timer = setTimeout(() => tooLate.reject(new Error("it does not answer")), PATIENCE_MS);
  // Which of the two comes second is nobody's business.
  answer.catch(() => {});
  try {
    return await Promise.race([answer, tooLate.promise]);
  } finally {
    clearTimeout(timer);
  }
}
