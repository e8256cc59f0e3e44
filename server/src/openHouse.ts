import pg from "pg";
import { admitPerson } from "./features/people/commands/admitPerson.ts";
import type { House } from "./house/context.ts";
import { Consumers } from "./live/consumers.ts";
import { LogKeeping } from "./live/keeping.ts";
import { LiveDelivery } from "./live/live.ts";
import { LocalPokes } from "./live/pokesLocal.ts";
import { RedisPokes } from "./live/pokesRedis.ts";
import type { Pokes } from "./live/pokes.ts";
import { Presence } from "./live/presence.ts";
import { LocalPresence } from "./live/presenceLocal.ts";
import { RedisPresence } from "./live/presenceRedis.ts";
import { GroupRights } from "./live/presenceRights.ts";
import { openRedis, readRedisUrl } from "./live/redisAddress.ts";
import { createAccounts } from "./platform/auth/accounts.ts";
import type { Config } from "./platform/config/config.ts";
import { openDatabase } from "./platform/database/database.ts";
import { outliveConnections } from "./platform/database/outlive.ts";
import { PostgresBlobs } from "./platform/files/blobs.ts";
import type { HealthCheck } from "./platform/http/health.ts";
import { houseChecks } from "./houseChecks.ts";
import { DatabaseClock } from "./live/clock.ts";
import type { MeasuredPool } from "./live/measures.ts";
import { createLimits } from "./platform/limits/limits.ts";
import type { Log } from "./platform/log/log.ts";
import { createMailer } from "./platform/mail/createMailer.ts";
import type { Mailbox } from "./platform/mail/mailbox.ts";
import { consumers, entities } from "./schema/rooms.ts";

export interface OpenHouse extends House {
  readonly consumers: Consumers;
  readonly pokes: Pokes;
  /** null when mails go to a server. */
  readonly mailbox: Mailbox | null;
  readonly checks: readonly HealthCheck[];
  readonly clock: DatabaseClock;
  readonly pools: readonly MeasuredPool[];
  close(): Promise<void>;
}

export interface HouseOptions {
  config: Config;
  log: Log;
  /** A migrated database. */
  databaseUrl: string;
  /** Keeps installations on one Redis apart. */
  redisPrefix?: string;
}

const HOUSE_POOL = 20;
const ACCOUNTS_POOL = 10;

/** Everything behind the transports: what lives as long as the node does. */
export async function openHouse({
  config,
  log,
  databaseUrl,
  redisPrefix = "baraza",
}: HouseOptions): Promise<OpenHouse> {
  const database = await openDatabase({
    url: databaseUrl,
    replicaUrl: config.databaseReplicaUrl,
    entities,
    poolSize: HOUSE_POOL,
  });
  const clock = new DatabaseClock();
  const pool = openAuthPool(databaseUrl, log);
  const redis = config.redisUrl ? openRedis(readRedisUrl(config.redisUrl), log) : null;
  const pokes = config.redisUrl
    ? new RedisPokes({ url: config.redisUrl, prefix: redisPrefix, log })
    : new LocalPokes();
  const live = new LiveDelivery({ database, pokes, log, heartbeatMs: config.heartbeatMs });
  const store = redis ? new RedisPresence({ redis, prefix: redisPrefix }) : new LocalPresence();
  const presence = new Presence({
    store,
    rightsOf: (groupId) => new GroupRights(groupId, { db: database.db, hubs: live.hubs }),
    log,
  });
  const { mailer, mailbox } = createMailer({ config, log });
  const accounts = createAccounts({
    pool,
    config,
    mailer,
    limits: createLimits({ pool }),
    log,
    onAccountCreated: (account) => admitPerson({ live }, account),
    onSessionsEnded: (sessionIds) =>
      live.tellAll({ kind: "sessionsEnded", sessionIds, endedAt: clock.now() ?? undefined }),
  });
  const tools = { db: database.db, config, mailer, live, log };
  const working = new Consumers({ consumers, tools, database });
  const keeping = new LogKeeping({
    database,
    keptDays: config.logKeptDays,
    consumers: consumers.map(({ name }) => name),
    log,
  });

  await live.start();
  working.start();
  keeping.start();
  return {
    config,
    log,
    database,
    accounts,
    blobs: new PostgresBlobs(database.db),
    live,
    presence,
    pokes,
    mailbox,
    consumers: working,
    checks: houseChecks({ pool, redis, live, dataDir: config.databaseUrl ? null : config.dataDir }),
    clock,
    pools: [
      { name: "house", use: () => database.pool, max: HOUSE_POOL },
      { name: "accounts", use: () => pool, max: ACCOUNTS_POOL },
    ],
    async close() {
      presence.close();
      await mailer.settle(3_000);
      await Promise.all([working.stop(), keeping.stop()]);
      await live.stop();
      redis?.disconnect();
      await pool.end();
      await database.close();
    },
  };
}

/** Accounts have a schema of their own and connections that look there. */
function openAuthPool(databaseUrl: string, log: Log): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: ACCOUNTS_POOL,
    options: "-c search_path=auth -c statement_timeout=5s",
    connectionTimeoutMillis: 4_000,
  });
  outliveConnections(pool, (error) => log.debug({ err: error }, "a connection was lost"));
  return pool;
}
