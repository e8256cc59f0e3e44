// node bench/scale.ts [NAME …]: what docs/scale.md reckons with and no benchmark shows. One JSON line each.
// Names: commits, bytes, sweep, consumers, keeping, pokes, resubscribe, presence.
import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import pg from "pg";
import { findBehind } from "../server/src/live/consumerPositions.ts";
import { ChannelSchema } from "../server/src/live/entities.ts";
import { defineFact } from "../server/src/live/fact.ts";
import { Hubs } from "../server/src/live/hubs.ts";
import { LogKeeping } from "../server/src/live/keeping.ts";
import { LocalPokes } from "../server/src/live/pokesLocal.ts";
import { RedisPokes } from "../server/src/live/pokesRedis.ts";
import { RedisPresence } from "../server/src/live/presenceRedis.ts";
import { RENEW_EVERY } from "../server/src/live/presenceSight.ts";
import type { Place } from "../server/src/live/presenceStore.ts";
import { openRedis, readRedisUrl } from "../server/src/live/redisAddress.ts";
import { write } from "../server/src/live/write.ts";
import { openDatabase, type Database } from "../server/src/platform/database/database.ts";
import { migrate } from "../server/src/platform/database/migrate.ts";
import { startEmbeddedPostgres } from "../server/src/platform/embedded/embedded.ts";
import { createLog } from "../server/src/platform/log/log.ts";
import { startRedis, type TestRedis } from "../server/src/testing/redis.ts";

const log = createLog({ level: "error" });
const seconds = (since: number) => (performance.now() - since) / 1_000;
const round = (value: number, digits = 2) => Number(value.toFixed(digits));
/** Seconds of processor time that a process has used, its threads together. */
const processorOf = (pid: number) => {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, "utf8")
    .split(") ")[1]
    .split(" ")
    .slice(11);
  return (Number(user) + Number(system)) / 100;
};

/** Of PostgreSQL: its processes are those of one parent. */
function processorOfPostgres(): number {
  const parent = Number(
    readFileSync(path.join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0],
  );
  let sum = 0;
  for (const name of readdirSync("/proc").filter((each) => /^\d+$/.test(each)))
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8").split(") ")[1].split(" ");
      if (Number(stat[1]) === parent) sum += processorOf(Number(name));
    } catch {
      // It has ended meanwhile.
    }
  return sum;
}

const person = randomUUID();
const groups = Array.from({ length: 64 }, () => ({ id: randomUUID(), thread: randomUUID() }));
const body = "The second pump came back today, and the clinic in Kasama has its cold chain again.";
const messageSent = defineFact<object>("MessageSent");

/** A community of 64 groups with a thread each. */
async function found({ db }: Database): Promise<void> {
  const network = randomUUID();
  await sql`insert into person (id, name) values (${person}, 'Amina Mwansa')`.execute(db);
  await sql`insert into network (id, slug, name) values (${network}, 'scale', 'Scale')`.execute(db);
  for (const { id, thread } of groups) {
    await sql`insert into channel (id, kind) values (${id}, 'GROUP')`.execute(db);
    await sql`insert into "group" (id, network_id, kind, name)
      values (${id}, ${network}, 'COMMUNITY', 'One')`.execute(db);
    await sql`insert into thread (id, group_id, kind, title, created_by)
      values (${thread}, ${id}, 'DISCUSSION', 'One', ${person})`.execute(db);
  }
}

/** What sending a message writes, in the transaction that a command gets. */
async function send(database: Database, { id, thread }: { id: string; thread: string }) {
  const [messageId, clientKey] = [randomUUID(), randomUUID()];
  await write(database, { channels: [id], actorId: person }, async (tx) => {
    await sql`insert into idempotency (person_id, client_key, request_hash)
      values (${person}, ${clientKey}, 'hash')`.execute(tx.db);
    const { rows } = await sql<{ seq: number }>`update thread
      set last_message_seq = last_message_seq + 1, last_message_id = ${messageId}, last_activity_at = ${tx.at}
      where id = ${thread} returning last_message_seq as seq`.execute(tx.db);
    const { seq } = rows[0];
    await sql`insert into message (id, thread_id, group_id, seq, author_id, author_role, body, client_key, created_at)
      values (${messageId}, ${thread}, ${id}, ${seq}, ${person}, 'MEMBER', ${body}, ${clientKey}, ${tx.at})`.execute(
      tx.db,
    );
    const about = { threadId: thread, groupId: id, seq, authorId: person, authorRole: "MEMBER" };
    tx.state(messageSent, {
      channelId: id,
      label: thread,
      subject: messageId,
      data: { ...about, body, quoteId: null, clientKey, messageId },
    });
  });
}

async function commits(database: Database) {
  const answer: Record<string, number> = {};
  for (const [name, count] of Object.entries({ one: 1, sixtyFour: 64 })) {
    let sent = 0;
    const [started, node, server] = [performance.now(), process.cpuUsage(), processorOfPostgres()];
    const writers = Array.from({ length: 20 }, async (_, i) => {
      for (let turn = i; seconds(started) < 8; turn += 20) {
        await send(database, groups[turn % count]);
        sent += 1;
      }
    });
    await Promise.all(writers);
    const used = process.cpuUsage(node);
    answer[`${name}PerSecond`] = round(sent / seconds(started), 0);
    answer[`${name}NodeMs`] = round((used.user + used.system) / 1_000 / sent);
    answer[`${name}PostgresMs`] = round(((processorOfPostgres() - server) * 1_000) / sent);
  }
  return answer;
}

async function bytes(database: Database) {
  const size = async () => {
    const { rows } = await sql<Record<string, string>>`select
      pg_table_size('channel_update') as log, pg_indexes_size('channel_update') as log_indexes,
      pg_total_relation_size('message') as message`.execute(database.db);
    return Object.entries(rows[0]).map(([name, value]) => [name, Number(value)] as const);
  };
  const before = new Map(await size());
  const count = 20_000;
  for (let at = 0; at < count; at += 20)
    await Promise.all(groups.slice(0, 20).map((group) => send(database, group)));
  const grown = (await size()).map(([name, now]) => [
    name,
    round((now - (before.get(name) ?? 0)) / count, 0),
  ]);
  return Object.fromEntries(grown);
}

/** Statements that take longer than a request may. */
async function bulk(...statements: string[]): Promise<void> {
  const client = new pg.Client(postgres.url);
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** So many channels more, with heads. */
async function addChannels({ db }: Database, count: number): Promise<string[]> {
  await bulk(
    `insert into channel (id, kind, head_seq)
     select gen_random_uuid(), 'PERSON', 7 from generate_series(1, ${count})`,
    "vacuum analyze channel",
  );
  const { rows } = await sql<{ id: string }>`select id from channel where kind = 'PERSON'`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

async function sweep(database: Database) {
  const ids = await addChannels(database, 200_000);
  const hubs = new Hubs({
    database,
    pokes: new LocalPokes(),
    readAsOf: (_, read) => read(database.db),
  });
  const followed = ids.filter((_, i) => i % 20 === 0);
  for (const id of followed) await hubs.acquire(id);
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database.db);
  await hubs.sweep();
  const times: number[] = [];
  const [node, postgres] = [process.cpuUsage(), processorOf(rows[0].pid)];
  for (let i = 0; i < 40; i++) {
    const started = performance.now();
    await hubs.sweep();
    times.push(performance.now() - started);
  }
  const used = process.cpuUsage(node);
  times.sort((a, b) => a - b);
  return {
    channels: followed.length,
    of: ids.length,
    msP50: round(times[20]),
    msMost: round(times[39]),
    nodeMs: round((used.user + used.system) / 1_000 / 40),
    postgresMs: round(((processorOf(rows[0].pid) - postgres) * 1_000) / 40),
  };
}

async function consumers({ db }: Database) {
  const names = ["inbox.mentions", "invitation-mails"];
  await bulk(
    `insert into consumer_position (consumer, channel_id, seq)
     select each, id, head_seq from channel cross join unnest('{${names.join()}}'::text[]) as each
     on conflict do nothing`,
    "vacuum analyze consumer_position",
  );
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  const before = processorOf(rows[0].pid);
  const times: number[] = [];
  let after = "00000000-0000-0000-0000-000000000000";
  for (let i = 0; i < 15; i++) {
    const started = performance.now();
    const page = await findBehind(db, { consumers: names, after, limit: 10_000 });
    times.push(performance.now() - started);
    after = page.last ?? after;
  }
  return {
    channels: 10_000,
    msP50: round(times.toSorted((a, b) => a - b)[7]),
    postgresMs: round(((processorOf(rows[0].pid) - before) * 1_000) / 15),
  };
}

async function keeping(database: Database) {
  const { id, thread } = groups[0];
  const count = 100_000;
  await bulk(
    `insert into channel_update (channel_id, seq, at, name, version, label, data)
     select '${id}', head_seq + n, now(), 'MessageSent', 1, '${thread}',
       jsonb_build_object('body', '${body}', 'messageId', gen_random_uuid())
     from channel, generate_series(1, ${count}) n where id = '${id}'`,
    `update channel set head_seq = head_seq + ${count} where id = '${id}'`,
    "update channel_update set at = at - interval '20 days'",
  );
  const tidying = new LogKeeping({ database, keptDays: 14, consumers: [], log });
  await sql`update log_keeping set walked_to = null, round_ended_at = '-infinity'`.execute(
    database.db,
  );
  let [deleted, spent] = [0, 0];
  for (;;) {
    const started = performance.now();
    const each = await tidying.tidy();
    if (each === null) break;
    deleted += each;
    spent += seconds(started);
  }
  return { deleted, perSecond: round(deleted / spent, 0) };
}

/** Two nodes; the second follows all channels. */
async function twoNodes(redis: TestRedis, channels: number) {
  const make = async () => {
    const node = new RedisPokes({ url: redis.url, prefix: "scale", log });
    while (!node.ready) await pause(10);
    return node;
  };
  const [one, two] = [await make(), await make()];
  const ids = Array.from({ length: channels }, () => randomUUID());
  const heard = { count: 0, missed: 0 };
  two.onPoke((_, seq) => {
    if (seq === Number.MAX_SAFE_INTEGER) heard.missed += 1;
    else heard.count += 1;
  });
  for (const id of ids) two.watch(id);
  while (heard.missed < channels) await pause(5);
  return { one, two, ids, heard };
}

async function pokes(redis: TestRedis) {
  const { one, two, ids, heard } = await twoNodes(redis, 1_000);
  const [node, server] = [process.cpuUsage(), processorOf(redis.pid)];
  const [count, started] = [200_000, performance.now()];
  for (let sent = 0; sent < count; sent += 500) {
    for (let i = 0; i < 500; i++) one.poke(ids[(sent + i) % ids.length], sent + i);
    while (heard.count < sent) await pause(0);
  }
  while (heard.count < count) await pause(1);
  const wall = seconds(started);
  const used = process.cpuUsage(node);
  await Promise.all([one.close(), two.close()]);
  return {
    pokes: count,
    perSecond: round(count / wall, 0),
    redisMicros: round(((processorOf(redis.pid) - server) * 1e6) / count),
    bothNodesMicros: round((used.user + used.system) / count),
  };
}

/** What each node does once a second for each group that is open on it, with ten people in it. */
async function presence({ url, pid }: TestRedis) {
  const client = openRedis(readRedisUrl(url), log);
  const store = new RedisPresence({ redis: client, prefix: "scale" });
  while (client.status !== "ready") await pause(5);
  const report = { node: randomUUID(), came: [], left: [], renew: false };
  const places = new Map<string, Place>();
  for (const { id } of groups) {
    const people = Array.from({ length: 10 }, () => randomUUID());
    const glance = await store.look(id, { ...report, everybody: () => people }, null);
    if (glance) places.set(id, glance.place);
  }
  // As a node does: once in so often it says that it lives, and else looks whether anything has changed.
  const look = (at: number) => {
    const { id } = groups[at % 64];
    const renew = Math.floor(at / 64) % RENEW_EVERY === 0;
    return store.look(id, { ...report, renew, everybody: () => [] }, places.get(id) ?? null);
  };
  const [count, started] = [20_000, performance.now()];
  const [node, server] = [process.cpuUsage(), processorOf(pid)];
  for (let at = 0; at < count; at += 50)
    await Promise.all(Array.from({ length: 50 }, (_, i) => look(at + i)));
  const used = process.cpuUsage(node);
  const wall = seconds(started);
  client.disconnect();
  return {
    looksPerSecond: round(count / wall, 0),
    redisMicros: round(((processorOf(pid) - server) * 1e6) / count),
    nodeMicros: round((used.user + used.system) / count),
  };
}

async function resubscribe(redis: TestRedis) {
  const started = performance.now();
  const { one, two } = await twoNodes(redis, 100_000);
  const first = seconds(started);
  const operator = openRedis(readRedisUrl(redis.url), log);
  while (operator.status !== "ready") await pause(5);
  const turned = Promise.withResolvers<number>();
  let cut = 0;
  two.onTurn(() => {
    if (two.ready) turned.resolve(seconds(cut));
  });
  cut = performance.now();
  await operator.call("CLIENT", "KILL", "TYPE", "pubsub");
  const again = await turned.promise;
  operator.disconnect();
  await Promise.all([one.close(), two.close()]);
  return { channels: 100_000, firstSeconds: round(first), againSeconds: round(again) };
}

const onDatabase = { commits, bytes, sweep, consumers, keeping };
const onRedis = { pokes, resubscribe, presence };
const names = [...Object.keys(onDatabase), ...Object.keys(onRedis)];
const chosen = process.argv.length > 2 ? process.argv.slice(2) : names;
const dataDir = mkdtempSync(path.join(tmpdir(), "baraza-scale-"));
const postgres = await startEmbeddedPostgres({ dataDir, log });
const redis = await startRedis();
if (!redis) throw new Error("this needs a redis-server on this machine");
try {
  await migrate({ url: postgres.url });
  const database = await openDatabase({ url: postgres.url, entities: [ChannelSchema] });
  await found(database);
  for (const name of names) {
    if (!chosen.includes(name)) continue;
    const load = loadavg()[0] / cpus().length;
    const answer =
      name in onDatabase
        ? await onDatabase[name as keyof typeof onDatabase](database)
        : await onRedis[name as keyof typeof onRedis](redis);
    console.log(JSON.stringify({ name, ...answer, othersLoad: round(load) }));
  }
  await database.close();
} finally {
  await Promise.all([postgres.stop(), redis.stop()]);
  rmSync(dataDir, { recursive: true, force: true });
}
