import type { Db } from "../database/database.ts";

/** Bytes of a media type. */
export interface Blob {
  type: string;
  bytes: Buffer;
}

/** Where bytes are kept. Who may have them is for the room to say whose they are. */
export interface BlobStore {
  /** Keeps bytes under a key that names their content: what is there already stays. */
  put(key: string, blob: Blob): Promise<void>;
  /** null for what is not there. */
  get(key: string): Promise<Blob | null>;
  remove(keys: readonly string[]): Promise<void>;
}

interface BlobRow {
  key: string;
  type: string;
  bytes: Buffer;
}

declare module "../database/tables.ts" {
  interface Tables {
    blob: BlobRow;
  }
}

/** Small things in PostgreSQL, at most 1 MiB each: every node has them, and every backup. */
export class PostgresBlobs implements BlobStore {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async put(key: string, { type, bytes }: Blob): Promise<void> {
    await this.#db
      .insertInto("blob")
      .values({ key, type, bytes })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async get(key: string): Promise<Blob | null> {
    const row = await this.#db
      .selectFrom("blob")
      .select(["type", "bytes"])
      .where("key", "=", key)
      .executeTakeFirst();
    return row ?? null;
  }

  async remove(keys: readonly string[]): Promise<void> {
    if (keys.length > 0) await this.#db.deleteFrom("blob").where("key", "in", keys).execute();
  }
}
