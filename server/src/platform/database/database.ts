import type { Options } from "@mikro-orm/core";
import { MikroORM, PostgreSqlDriver, type EntityManager } from "@mikro-orm/postgresql";
import { CamelCasePlugin, type Kysely } from "kysely";
import pg from "pg";
import { connectionOf } from "./connection.ts";
import { PreparingClient } from "./prepared.ts";
import { openReplica } from "./replica.ts";
import type { Tables } from "./tables.ts";

export type Db = Kysely<Tables>;

/** What the unit of work knows: the rooms' entity schemas. */
export type Entities = NonNullable<Options["entities"]>;

/** How the connections of a pool stand: open, open and idle, callers that wait for one. */
export interface PoolUse {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/** A statement of the hot path: known to a connection by its name, so that it is parsed and planned once there. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

export interface Database {
  /** A fresh unit of work for one command. */
  fork(): EntityManager;
  /** Reads outside any transaction; rows in camel case. */
  readonly db: Db;
  /** Asks a prepared statement outside any transaction. Rows come as arrays, in the order of their columns. */
  ask(statement: Prepared, values: readonly unknown[]): Promise<unknown[][]>;
  /** The same with rows as objects, by the names that the statement gives its columns. */
  find<Row extends object>(statement: Prepared, values: readonly unknown[]): Promise<Row[]>;
  /** A follower of the database that may be late; null when there is none. Only live/replica.ts asks it. */
  readonly replica: Db | null;
  readonly pool: PoolUse;
  close(): Promise<void>;
}

/** An answer that takes longer will not come: the server itself ends a statement after five seconds. */
const ASKED_MS = 6_000;

/** The library reads a day as midnight of the machine's own zone, which is another day elsewhere. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text") =>
    oid === pg.types.builtins.DATE
      ? (day: string) => day
      : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** One for all: it remembers the names that it has turned. */
const camelCase = new CamelCasePlugin();

/** The reads of an entity manager: inside its transaction when it has one. */
export function readsOf(em: EntityManager): Db {
  return em.getKysely<Tables>().withPlugin(camelCase);
}

/**
 * Opens the pool. Nothing is migrated here.
 * @param poolSize connections at the most; a node of ordinary size wants about 20.
 */
export async function openDatabase(options: {
  url: string;
  replicaUrl?: string | null;
  entities: Entities;
  poolSize?: number;
}): Promise<Database> {
  let pool: pg.Pool | null = null;
  const orm = await MikroORM.init({
    driver: PostgreSqlDriver,
    ...connectionOf(options.url),
    entities: options.entities,
    pool: { min: 0, max: options.poolSize ?? 20 },
    allowGlobalContext: false,
    debug: false,
    driverOptions: {
      // A statement may take a request's five seconds, a lock four of them; a transaction whose node
      // hangs gives its channel free after ten.
      options:
        "-c statement_timeout=5s -c lock_timeout=4s -c idle_in_transaction_session_timeout=10s -c timezone=UTC",
      // Instants arrive as Date for reads and entities alike, days as their text.
      types,
      Client: PreparingClient,
      connectionTimeoutMillis: 4_000,
      keepAlive: true,
      onPoolCreated: (created: pg.Pool) => (pool = created),
    },
  });
  const replica = options.replicaUrl ? openReplica(options.replicaUrl) : null;
  // The library makes the pool when it is first needed.
  const db = readsOf(orm.em.fork());
  const opened = (): pg.Pool => {
    if (!pool) throw new Error("the library has made no pool");
    return pool;
  };
  return {
    fork: () => orm.em.fork(),
    db,
    async ask({ name, text }, values) {
      const query = { name, text, values: [...values], rowMode: "array", query_timeout: ASKED_MS };
      const { rows } = await opened().query<unknown[]>(query);
      return rows;
    },
    async find<Row extends object>({ name, text }: Prepared, values: readonly unknown[]) {
      const query = { name, text, values: [...values], query_timeout: ASKED_MS };
      const { rows } = await opened().query<Row>(query);
      return rows;
    },
    replica: replica?.db ?? null,
    get pool() {
      return opened();
    },
    async close() {
      await replica?.close();
      await orm.close(true);
    },
  };
}
