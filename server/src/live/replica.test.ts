import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { migrate } from "../platform/database/migrate.ts";
import { databaseUrl, onServer, templateName } from "../testing/database.ts";
import { TestPostgres } from "../testing/postgres.ts";
import { startReplica, type TestReplica } from "../testing/replica.ts";
import { writeCursor } from "./cursor.ts";
import { readEntries, readEpoch } from "./log.ts";
import { Ground, pause } from "./testing/ground.ts";

let primary: TestPostgres;
let replica: TestReplica;
let ground: Ground;

beforeAll(async () => {
  primary = await TestPostgres.start();
  await onServer(primary.url, `create database ${templateName}`);
  await migrate({ url: databaseUrl(primary.url, templateName) });
  replica = await startReplica(primary.url);
  ground = await Ground.open(primary.url, { replicaOf: (url) => replica.urlOf(url) });
}, 60_000);
afterAll(async () => {
  await ground?.close();
  await replica?.stop();
  await primary?.stop();
});

const counts = () => ({ ...ground.live.replica.counts });
let before = { answered: 0, late: 0, failed: 0 };
const since = () => ({
  answered: counts().answered - before.answered,
  late: counts().late - before.late,
  failed: counts().failed - before.failed,
});
beforeEach(() => {
  before = counts();
});

/** Until the replica has replayed all that the primary has written. */
async function caughtUp(): Promise<void> {
  const { rows } = await sql<{ at: string }>`select pg_current_wal_lsn()::text as at`.execute(
    ground.database.db,
  );
  await expect
    .poll(() => replica.run(`select pg_last_wal_replay_lsn() >= '${rows[0].at}' as there`), {
      timeout: 10_000,
    })
    .toEqual([{ there: true }]);
}

async function filled(entries: number, label: string | null = null): Promise<string> {
  const channelId = await ground.channel();
  await ground.fill(channelId, entries, label);
  return channelId;
}

/** Follows from the beginning, and checks that all of it comes, once and in order. */
async function replay(channelId: string, head: number, label?: string): Promise<void> {
  const epoch = await readEpoch(ground.database.db);
  const after = writeCursor({ epoch, channelId, seq: 0 });
  const ear = await ground.follow(channelId, { after, label });
  for (let seq = 1; seq <= head; seq++) expect((await ear.next())?.seq).toBe(seq);
  expect((await ear.next())?.constructor.name).toBe("Live");
  await ear.leave();
}

const wholeLog = (channelId: string, seq: number) =>
  ground.live.readAsOf([{ channelId, seq }], (db) =>
    readEntries(db, { channelId, after: 0, limit: 1_000 }),
  );

test("a replay comes from the replica, by channel and by thread", async () => {
  const label = randomUUID();
  const channelId = await filled(900, label);
  await caughtUp();
  await replay(channelId, 900);
  await replay(channelId, 900, label);
  expect(since().answered).toBeGreaterThan(4);
  expect(since()).toMatchObject({ late: 0, failed: 0 });
});

test("a replica that stands still answers what it has, and nothing that is newer than it", async () => {
  const [old, moving] = [await filled(600), await filled(600)];
  await caughtUp();
  await replica.run("select pg_wal_replay_pause()");
  await expect
    .poll(() => replica.run("select pg_get_wal_replay_pause_state() as state"))
    .toEqual([{ state: "paused" }]);
  const seq = await ground.say(moving, "mine");
  // What one has written, one reads.
  expect((await wholeLog(moving, seq)).at(-1)).toMatchObject({ seq, data: { body: "mine" } });
  await replay(moving, seq);
  expect(since()).toMatchObject({ answered: 0, failed: 0 });
  expect(since().late).toBeGreaterThan(1);
  await replay(old, 600);
  expect(since().answered).toBeGreaterThan(0);
  // Together with one that it has not, also what it has comes from the primary.
  const answered = since().answered;
  await ground.live.readAsOf(
    [
      { channelId: old, seq: 600 },
      { channelId: moving, seq },
    ],
    async () => {},
  );
  expect(since().answered).toBe(answered);
  await replica.run("select pg_wal_replay_resume()");
  await caughtUp();
  await replay(moving, seq);
  expect(since().answered).toBeGreaterThan(answered);
});

test("one that is always late is not asked for a while", async () => {
  const channelId = await filled(5);
  for (let i = 0; i < 40; i++) await wholeLog(channelId, 6);
  expect(since()).toEqual({ answered: 0, late: 20, failed: 0 });
  await caughtUp();
  await pause(1_100);
  expect(await wholeLog(channelId, 5)).toHaveLength(5);
  expect(since().answered).toBe(1);
});

test("what the primary would refuse is refused, and the replica is never written to", async () => {
  const channelId = await filled(1);
  await caughtUp();
  const wrong = ground.live.readAsOf([{ channelId, seq: 1 }], (db) =>
    sql`select * from no_such_table`.execute(db),
  );
  await expect(wrong).rejects.toThrow(/no_such_table/);
  await pause(3_100);
  before = counts();
  const inserting = await ground.live.readAsOf([{ channelId, seq: 1 }], async (db) => {
    const { rows } = await sql<{ on: string }>`show transaction_read_only`.execute(db);
    return rows[0];
  });
  expect(Object.values(inserting)).toEqual(["on"]);
}, 20_000);

test("one of another epoch is not believed", async () => {
  const channelId = await filled(300);
  await caughtUp();
  await replica.run("select pg_wal_replay_pause()");
  await sql`update installation set epoch = gen_random_uuid()`.execute(ground.database.db);
  await ground.live.sweep();
  await replay(channelId, 300);
  expect(since()).toEqual({ answered: 0, late: 0, failed: 0 });
  await replica.run("select pg_wal_replay_resume()");
  await caughtUp();
  await pause(3_100);
  await replay(channelId, 300);
  expect(since().answered).toBeGreaterThan(0);
}, 20_000);

test("one that hangs costs a second once, one that is gone costs nothing", async () => {
  const channelId = await filled(700);
  await caughtUp();
  const backends = await replica.run(
    `select pid from pg_stat_activity where datname = '${await nameOfDatabase()}'`,
  );
  for (const { pid } of backends) process.kill(Number(pid), "SIGSTOP");
  const started = performance.now();
  await replay(channelId, 700);
  expect(performance.now() - started).toBeLessThan(4_000);
  expect(since().failed).toBe(1);
  for (const { pid } of backends) process.kill(Number(pid), "SIGCONT");
  await pause(3_100);
  await replay(channelId, 700);
  expect(since().answered).toBeGreaterThan(0);
  await replica.halt();
  const gone = performance.now();
  await replay(channelId, 700);
  expect(performance.now() - gone).toBeLessThan(1_000);
  expect(since().failed).toBe(2);
}, 30_000);

async function nameOfDatabase(): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(
    ground.database.db,
  );
  return rows[0].name;
}
