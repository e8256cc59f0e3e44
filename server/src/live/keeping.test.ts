import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeEach, expect, inject, test } from "vitest";
import { writeCursor } from "./cursor.ts";
import { LogKeeping } from "./keeping.ts";
import { readEntries, readEpoch, readHeads } from "./log.ts";
import { Ground, quiet } from "./testing/ground.ts";

const ground = await Ground.open(inject("postgresUrl"));
afterAll(() => ground.close());
const { db } = ground.database;

const keeping = (consumers: readonly string[] = [], node = ground) =>
  new LogKeeping({ database: node.database, keptDays: 14, consumers, log: quiet });

/** Each test begins a round of its own. */
const nextRound = () =>
  db
    .updateTable("logKeeping")
    .set({ walkedTo: null, roundEndedAt: new Date(0) })
    .execute();
beforeEach(async () => void (await nextRound()));

/** A channel of so many entries, of which the first ones are twenty days old. */
async function aged({ entries, old }: { entries: number; old: number }): Promise<string> {
  const channelId = await ground.channel();
  await ground.fill(channelId, entries);
  await sql`update channel_update set at = at - interval '20 days'
    where channel_id = ${channelId} and seq <= ${old}`.execute(db);
  return channelId;
}

async function seqsOf(channelId: string): Promise<number[]> {
  return (await readEntries(db, { channelId, after: 0, limit: 10_000 })).map(({ seq }) => seq);
}
const extentOf = async (channelId: string) => (await readHeads(db, [channelId])).get(channelId);
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
const cursorAt = async (channelId: string, seq: number) =>
  writeCursor({ epoch: await readEpoch(db), channelId, seq });

test("what is older than the window goes, what is newer stays, without gaps from the floor to the head", async () => {
  const some = await aged({ entries: 1_300, old: 1_200 });
  const all = await aged({ entries: 700, old: 700 });
  const none = await aged({ entries: 20, old: 0 });
  expect(await keeping().tidy()).toBe(1_900);
  expect(await seqsOf(some)).toEqual(range(1_201, 1_300));
  expect(await extentOf(some)).toEqual({ floor: 1_200, head: 1_300 });
  expect(await seqsOf(all)).toEqual([]);
  expect(await extentOf(all)).toEqual({ floor: 700, head: 700 });
  expect(await seqsOf(none)).toEqual(range(1, 20));
  // Numbers go on where they were.
  expect(await ground.say(all, "")).toBe(701);
  expect(await seqsOf(all)).toEqual([701]);
  await nextRound();
  expect(await keeping().tidy()).toBe(0);
});

test("an entry that a consumer has not taken is kept, however old", async () => {
  const channelId = await aged({ entries: 50, old: 40 });
  const [quick, slow] = [`quick-${channelId}`, `slow-${channelId}`];
  const place = (consumer: string, seq: number) =>
    db
      .insertInto("consumerPosition")
      .values({ consumer, channelId, seq })
      .onConflict((conflict) => conflict.columns(["consumer", "channelId"]).doUpdateSet({ seq }))
      .execute();
  await place(quick, 50);
  const tidy = async () => {
    await nextRound();
    return keeping([quick, slow]).tidy();
  };
  // It has not even begun.
  expect(await tidy()).toBe(0);
  await place(slow, 10);
  expect(await tidy()).toBe(10);
  expect(await seqsOf(channelId)).toEqual(range(11, 50));
  await place(slow, 50);
  expect(await tidy()).toBe(30);
  expect(await extentOf(channelId)).toEqual({ floor: 40, head: 50 });
});

test("a cursor from below the floor is answered by Reset, one at the floor is followed", async () => {
  const channelId = await aged({ entries: 30, old: 20 });
  await keeping().tidy();
  const late = await ground.follow(channelId, { after: await cursorAt(channelId, 19) });
  expect(await late.words(2)).toEqual(["Reset 30 TOO_FAR_BEHIND", "end"]);
  const intime = await ground.follow(channelId, { after: await cursorAt(channelId, 20) });
  expect(await intime.words(11)).toEqual([...range(21, 30).map((seq) => `Told ${seq}`), "Live 30"]);
  await intime.leave();
});

test.each([
  ["the whole channel", undefined],
  ["a thread", randomUUID()],
])(
  "a replay of %s that the floor overtakes is told so: it loses nothing in silence",
  async (_, label) => {
    const channelId = await ground.channel();
    await ground.fill(channelId, 1_000, label ?? null);
    const ear = await ground.follow(channelId, { label, after: await cursorAt(channelId, 100) });
    expect(await ear.words(1)).toEqual(["Told 101"]);
    await sql`update channel_update set at = at - interval '20 days'
      where channel_id = ${channelId} and seq <= 600`.execute(db);
    await keeping().tidy();
    expect(await extentOf(channelId)).toEqual({ floor: 600, head: 1_000 });
    const words = await ear.words(200);
    expect(words.slice(0, 199)).toEqual(range(102, 300).map((seq) => `Told ${seq}`));
    expect(words[199]).toMatch(/^Reset \d+ TOO_FAR_BEHIND/);
    expect(ground.live.holes).toBe(0);
  },
);

test("one node at a time does it, once an hour; a channel that is busy waits for the next round", async () => {
  const node = await ground.another();
  const [busy, other] = [await aged({ entries: 9, old: 9 }), await aged({ entries: 9, old: 9 })];
  const [release, locked] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const sending = ground.live.write({ channels: [busy], actorId: null }, async () => {
    locked.resolve();
    await release.promise;
  });
  await locked.promise;
  const both = await Promise.all([keeping().tidy(), keeping([], node).tidy()]);
  expect(both).toContain(null);
  expect(both).toContain(9);
  expect(await extentOf(other)).toEqual({ floor: 9, head: 9 });
  expect(await extentOf(busy)).toEqual({ floor: 0, head: 9 });
  release.resolve();
  await sending;
  expect(await keeping().tidy()).toBeNull();
  await nextRound();
  expect(await keeping([], node).tidy()).toBe(9);
  await node.close();
});

test("a node that dies in the middle leaves the walk to the others", async () => {
  const channelId = await aged({ entries: 20, old: 20 });
  const dying = await ground.another();
  const gone = dying.database.db.transaction().execute(async (tx) => {
    await tx.selectFrom("logKeeping").selectAll().forUpdate().execute();
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
  });
  await expect(gone).rejects.toThrow(/terminat/);
  expect(await keeping().tidy()).toBe(20);
  expect(await extentOf(channelId)).toEqual({ floor: 20, head: 20 });
  await dying.close();
});
