import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { AUTHOR, personUuid, threadUuid } from "../load/event.ts";
import { startEmbeddedPostgres } from "../../server/src/platform/embedded/embedded.ts";
import { createLog } from "../../server/src/platform/log/log.ts";
import { databaseUrl, onServer, readRows } from "../../server/src/testing/database.ts";
import type { Services } from "./services.ts";
import { seedWorld } from "./world.ts";

/** Threads by the number of their messages; the room's index is the thread's. */
export const sizes = { "1k": 1_000, "1M": 1_000_000, "10M": 10_000_000 } as const;
export const bigRooms: Record<keyof typeof sizes, number> = { "1k": 0, "1M": 1, "10M": 2 };
/** A group with 50 more threads, each with messages that are new to the person. */
export const LIST_ROOM = 3;
/** People by how much of the longest thread is unread to them. */
export const readers = { "0": 0, "10k": 1, "10M": 2 } as const;

const NAME = "bench_big_1";
const SLICE = 500_000;

/** One slice of a thread's messages, in the order of every index, so that each grows at its end. */
const slice = (room: number, from: number, to: number) => `
  insert into message (id, thread_id, group_id, seq, author_id, author_role, body, client_key, created_at)
  select ('be040000-' || lpad(to_hex(${room}), 4, '0') || '-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
    '${threadUuid(room)}', ('be020000-0000-4000-8000-' || lpad(to_hex(${room}), 12, '0'))::uuid, n,
    ('be010000-0000-4000-8000-' || lpad(to_hex(${AUTHOR} + n % 10), 12, '0'))::uuid, 'MEMBER',
    'The second pump came back today, so the ward runs on its own water again. Message ' || n,
    ('be050000-' || lpad(to_hex(${room}), 4, '0') || '-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
    '2026-01-05T08:00:00Z'::timestamptz + n * interval '1 second'
  from generate_series(${from}, ${to}) n`;

const finish = `
  insert into thread (id, group_id, kind, title, created_by, created_at)
    select ('be070000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
      'be020000-0000-4000-8000-000000000003', 'DISCUSSION', 'Thread ' || n, '${personUuid(AUTHOR)}', '2026-01-05T08:00:00Z'
    from generate_series(1, 50) n;
  insert into message (id, thread_id, group_id, seq, author_id, author_role, body, client_key)
    select gen_random_uuid(), thread.id, thread.group_id, n, '${personUuid(AUTHOR)}', 'MEMBER', 'Message ' || n, gen_random_uuid()
    from thread, generate_series(1, 100) n where thread.id::text like 'be07%';
  update thread set last_message_seq = last.seq, last_message_id = last.id, last_activity_at = last.created_at
    from (select distinct on (thread_id) * from message
      where (thread_id, seq) in (select thread_id, max(seq) from message group by thread_id)) last
    where thread.id = last.thread_id;
  insert into read_mark (person_id, thread_id, last_read_seq)
    select person.id, thread.id, greatest(0, thread.last_message_seq - person.unread)
    from thread, (values ('${personUuid(readers["0"])}'::uuid, 0), ('${personUuid(readers["10k"])}'::uuid, 10000),
      ('${personUuid(readers["10M"])}'::uuid, 2000000000)) as person (id, unread)
    on conflict do nothing;`;

/** Where it is kept between runs. */
const folder = path.join(tmpdir(), "baraza-bench-big");

export interface BigWorld {
  databaseUrl: string;
  /** PostgreSQL's log, where the plans of the statements are written that a session asks it to explain. */
  logFile: string;
  stop(): Promise<void>;
}

/** A database with eleven million messages. It stays on the disk: loading it takes minutes, finding it none. */
export async function openBigWorld(services: Services): Promise<BigWorld> {
  mkdirSync(folder, { recursive: true });
  const log = createLog({ level: "warn" });
  const postgres = await startEmbeddedPostgres({ dataDir: folder, log });
  try {
    const url = databaseUrl(postgres.url, NAME);
    if (!(await isWhole(postgres.url, url))) {
      await onServer(postgres.url, `drop database if exists ${NAME} with (force)`);
      await onServer(postgres.url, `create database ${NAME}`);
      services.migrate(url);
      await load(url);
    }
    services.migrate(url);
    await renewSessions(url);
    return {
      databaseUrl: url,
      logFile: path.join(folder, "postgres.log"),
      stop: () => postgres.stop(),
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function load(url: string): Promise<void> {
  process.stderr.write("loading eleven million messages; the next run finds them …\n");
  await seedWorld(url, { rooms: 4, members: 10, stride: 0, writers: 40 });
  const client = new Client(url);
  await client.connect();
  try {
    // What is loaded refers to what is there, so that nothing has to be looked up eleven million times.
    await client.query("set session_replication_role = replica; set synchronous_commit = off");
    for (const [size, room] of Object.entries(bigRooms)) {
      const count = sizes[size as keyof typeof sizes];
      for (let from = 1; from <= count; from += SLICE)
        await client.query(slice(room, from, Math.min(count, from + SLICE - 1)));
    }
    await client.query(finish);
    await client.query("vacuum analyze");
    await client.query("create table bench_whole ()");
  } finally {
    await client.end();
  }
}

/** Whether an earlier run has loaded all of it. */
async function isWhole(server: string, url: string): Promise<boolean> {
  const there = "select from pg_database where datname = $1";
  if ((await readRows(server, there, [NAME])).length === 0) return false;
  const whole = "select to_regclass('bench_whole') as found";
  return (await readRows<{ found: string | null }>(url, whole, []))[0]?.found !== null;
}

/** The sessions of an earlier run may be over. */
function renewSessions(url: string): Promise<void> {
  return onServer(
    url,
    `update auth.session set "expiresAt" = now() + interval '7 days', "createdAt" = now()`,
  );
}
