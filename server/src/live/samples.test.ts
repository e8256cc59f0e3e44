import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openDatabase, type Database } from "../platform/database/database.ts";
import { cloneDatabase } from "../testing/database.ts";
import { DatabaseClock } from "./clock.ts";
import { ChannelSchema } from "./entities.ts";
import { Sampler } from "./samples.ts";

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let database: Database;
beforeAll(async () => {
  clone = await cloneDatabase(inject("postgresUrl"));
  database = await openDatabase({ url: clone.url, entities: [ChannelSchema] });
});
afterAll(async () => {
  await database.close();
  await clone.drop();
});

async function connect(): Promise<Client> {
  const client = new Client(clone.url);
  await client.connect();
  return client;
}

describe("what PostgreSQL is asked for", () => {
  it("is how old the oldest entry is that a consumer has not taken", async () => {
    const channelId = randomUUID();
    const client = await connect();
    const age = async () =>
      (await new Sampler({ db: database.db, consumers: ["mails"] }).take()).consumerAges.get(
        "mails",
      ) ?? Number.NaN;
    expect(await age()).toBe(0);
    await client.query("insert into channel (id, kind, head_seq) values ($1, 'GROUP', 2)", [
      channelId,
    ]);
    await client.query(
      `insert into channel_update (channel_id, seq, at, name, version, data) values
       ($1, 1, now() - interval '1 hour', 'A', 1, '{}'), ($1, 2, now() - interval '1 minute', 'B', 1, '{}')`,
      [channelId],
    );
    expect(await age()).toBeCloseTo(3600, -1);
    await client.query("insert into consumer_position values ('mails', $1, 1)", [channelId]);
    expect(await age()).toBeCloseTo(60, -1);
    await client.query("update consumer_position set seq = 2");
    expect(await age()).toBe(0);
    // One that is left over would stand anywhere among those of the next test.
    await client.query(
      "delete from consumer_position; delete from channel_update; delete from channel",
    );
    await client.end();
  });

  it("is asked for in turns where there is much of it, and forgets what is over after a round", async () => {
    const client = await connect();
    for (let i = 0; i < 5; i++)
      await client.query("insert into channel (id, kind, head_seq) values ($1, 'GROUP', 1)", [
        randomUUID(),
      ]);
    await client.query(
      `insert into channel_update (channel_id, seq, at, name, version, data)
       select id, 1, now() - interval '1 hour', 'A', 1, '{}' from channel where head_seq = 1`,
    );
    await client.query(
      `insert into consumer_position select 'mails', id, 1 from channel where head_seq = 1
       and id <> (select id from channel where head_seq = 1 order by id desc limit 1)`,
    );
    const sampler = new Sampler({ db: database.db, consumers: ["mails"], page: 2 });
    const ages: number[] = [];
    const look = async () =>
      void ages.push(Math.round((await sampler.take()).consumerAges.get("mails") ?? -1));
    for (let i = 0; i < 3; i++) await look();
    await client.query("delete from consumer_position");
    await client.query("insert into consumer_position select 'mails', id, head_seq from channel");
    for (let i = 0; i < 6; i++) await look();
    expect(ages.slice(0, 2)).toEqual([0, 0]);
    expect(ages[2]).toBeGreaterThanOrEqual(3600);
    expect(ages.at(-1)).toBe(0);
    await client.query(
      "delete from consumer_position; delete from channel_update; delete from channel",
    );
    await client.end();
  });

  it("is who waits for a lock, and for how long", async () => {
    const sampler = new Sampler({ db: database.db, consumers: [] });
    expect(await sampler.take()).toMatchObject({ lockWaits: 0, longestLockWait: 0 });
    const [holder, waiter] = [await connect(), await connect()];
    const take = "select from installation for update";
    await holder.query(`begin; ${take}`);
    const waiting = waiter.query(take);
    await expect
      .poll(() => sampler.take(), { timeout: 5_000 })
      .toMatchObject({ lockWaits: 1, longestLockWait: expect.any(Number) });
    expect((await sampler.take()).longestLockWait).toBeGreaterThan(0);
    await holder.query("rollback");
    await waiting;
    await Promise.all([holder.end(), waiter.end()]);
  });

  it("is its clock", async () => {
    const clock = new DatabaseClock();
    expect([clock.offsetMs, clock.now()]).toEqual([null, null]);
    await clock.look(database.db);
    expect(Math.abs(clock.offsetMs ?? Infinity)).toBeLessThan(1_000);
    expect(Math.abs((clock.now() ?? 0) - Date.now())).toBeLessThan(1_000);
  });
});
