import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Db } from "../platform/database/database.ts";
import type { Entry } from "./entities.ts";
import { Hub } from "./hub.ts";
import { LogReader, type ReadOn } from "./logReader.ts";
import { Hubs } from "./hubs.ts";
import { readEntries } from "./log.ts";
import { LocalPokes } from "./pokesLocal.ts";
import { Ground, pause, Unsaid } from "./testing/ground.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await Ground.open(inject("postgresUrl"));
});
afterAll(() => ground.close());

/** A hub as it stands after its channel's head was read; `reads` counts its queries. */
async function hubOn(channelId: string, head: number) {
  const counted = { reads: 0 };
  const db = new Proxy(ground.database.db, {
    get(target, name) {
      if (name === "selectFrom") counted.reads += 1;
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  }) satisfies Db;
  const reader = new LogReader((statement, values) => ground.database.ask(statement, values));
  const readOn: ReadOn = (...asked) => {
    counted.reads += 1;
    return reader.readOn(...asked);
  };
  return { hub: new Hub({ channelId, head, readOn, readAsOf: (_, read) => read(db) }), counted };
}

const seqs = (entries: readonly Entry[]) => entries.map(({ seq }) => seq);
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

test("followers that wait for the same entries share one query, and the ring serves the rest", async () => {
  const channelId = await ground.channel();
  await ground.fill(channelId, 10);
  const { hub, counted } = await hubOn(channelId, 10);
  const readings = await Promise.all(Array.from({ length: 50 }, () => hub.read(4)));
  expect(counted.reads).toBe(1);
  for (const reading of readings) expect(reading).toMatchObject({ through: 10, whole: true });
  expect(seqs(readings[0].entries)).toEqual(range(5, 10));
  expect(seqs((await hub.read(7)).entries)).toEqual([8, 9, 10]);
  expect(counted.reads).toBe(1);
});

test("what the ring has forgotten is read from the log, batch by batch, by label too", async () => {
  const channelId = await ground.channel();
  const label = randomUUID();
  await ground.fill(channelId, 1_000);
  await ground.fill(channelId, 300, label);
  const { hub } = await hubOn(channelId, 1_300);
  expect((await hub.read(1_299)).whole).toBe(true);
  const read: number[] = [];
  for (let pos = 0; pos < 1_300;) {
    const reading = await hub.read(pos);
    expect(reading.entries.length).toBeLessThanOrEqual(200);
    read.push(...seqs(reading.entries));
    pos = reading.through;
  }
  expect(read).toEqual(range(1, 1_300));
  const first = await hub.read(0, label);
  expect(seqs(first.entries)).toEqual(range(1_001, 1_200));
  expect(first).toMatchObject({ through: 1_200, whole: false });
  const none = await hub.read(0, randomUUID());
  expect(none).toEqual({ entries: [], through: 1_300, whole: false });
});

test("a ring that nobody has read for long does not read all that it missed", async () => {
  const channelId = await ground.channel();
  await ground.fill(channelId, 10);
  const { hub, counted } = await hubOn(channelId, 10);
  await hub.read(5);
  await ground.fill(channelId, 5_000);
  hub.raise(5_010);
  counted.reads = 0;
  expect(seqs((await hub.read(5_005)).entries)).toEqual(range(5_006, 5_010));
  expect(counted.reads).toBe(1);
});

test("the head takes the maximum: late, doubled and reordered news change nothing", async () => {
  const { hub } = await hubOn(randomUUID(), 0);
  let rises = 0;
  const off = hub.onRise(() => (rises += 1));
  for (const seq of [3, 3, 1, 2, 5, 4, 5]) hub.raise(seq);
  expect([hub.head, rises]).toEqual([5, 2]);
  off();
  hub.raise(6);
  expect(rises).toBe(2);
});

test("a poke makes the hub look, and the head rises by what is found", async () => {
  const channelId = await ground.channel();
  const { hub, counted } = await hubOn(channelId, 0);
  await ground.fill(channelId, 450);
  hub.nudge(1);
  await expect.poll(() => hub.head).toBe(450);
  expect(counted.reads).toBe(3);
  for (const seq of [450, 1, Number.NaN]) hub.nudge(seq);
  expect(counted.reads).toBe(3);
});

test("a forged poke moves nothing, hides nothing and does not keep the hub busy", async () => {
  const channelId = await ground.channel();
  await ground.fill(channelId, 5);
  const { hub, counted } = await hubOn(channelId, 5);
  hub.nudge(1_000_000_000);
  await pause(100);
  expect([hub.head, counted.reads]).toEqual([5, 1]);
  await ground.fill(channelId, 1);
  hub.nudge(6);
  await expect.poll(() => hub.head).toBe(6);
  // Many at once are one look, or two: one that was under way may have come too early.
  counted.reads = 0;
  for (let i = 0; i < 1_000; i++) hub.nudge(1_000_000 + i);
  await pause(100);
  expect(counted.reads).toBeLessThanOrEqual(2);
  expect(hub.head).toBe(6);
});

test("a poke that arrives while an older look is under way is not lost", async () => {
  const channelId = await ground.channel();
  const { hub } = await hubOn(channelId, 0);
  for (let seq = 1; seq <= 40; seq++) {
    await ground.fill(channelId, 1);
    hub.nudge(seq);
    // Not awaited: the next commit comes while this look may be under way.
  }
  await expect.poll(() => hub.head).toBe(40);
});

test("a redaction also empties the copies in the ring", async () => {
  const channelId = await ground.channel();
  const subject = randomUUID();
  await ground.say(channelId, "secret", { subject });
  await ground.say(channelId, "plain", { subject: randomUUID() });
  const { hub } = await hubOn(channelId, 2);
  expect((await hub.read(0)).entries[0]?.data).toEqual({ body: "secret" });
  await ground.live.write({ channels: [channelId], actorId: null }, async (tx) => {
    tx.redact(channelId, subject);
    tx.state(Unsaid, { channelId, data: {}, subject });
  });
  hub.nudge(3);
  await expect.poll(() => hub.head).toBe(3);
  expect((await hub.read(0)).entries.map(({ data }) => data["body"])).toEqual([
    "",
    "plain",
    undefined,
  ]);
});

/** An entry as it stands in the log. */
const entryAt = async (channelId: string, seq: number) => {
  const [entry] = await readEntries(ground.database.db, { channelId, after: seq - 1, limit: 1 });
  if (!entry) throw new Error(`there is no entry ${seq}`);
  return entry;
};

test("what was committed here is told without a reading, as the log has it", async () => {
  const channelId = await ground.channel();
  const { hub, counted } = await hubOn(channelId, 0);
  const subject = randomUUID();
  const label = randomUUID();
  const others = await ground.another();
  const handed: Entry[] = [];
  others.live.hubs.take = (_, entries) => void handed.push(...entries);
  await others.say(channelId, "“one” \u2028", { subject, label, actorId: randomUUID() });
  await others.say(channelId, "two", { label });
  await others.close();
  hub.take(handed);
  expect(hub.head).toBe(2);
  expect((await hub.read(0)).entries).toEqual(handed);
  expect(counted.reads).toBe(0);
  expect(handed).toEqual([await entryAt(channelId, 1), await entryAt(channelId, 2)]);
});

test("what was committed here is nothing but news where it does not follow on what is known", async () => {
  const channelId = await ground.channel();
  await ground.fill(channelId, 6);
  const [one, two, three, four] = await Promise.all(
    [1, 2, 3, 4].map((seq) => entryAt(channelId, seq)),
  );
  const { hub } = await hubOn(channelId, 0);
  const told = async () => seqs((await hub.read(0)).entries);
  // Out of order, late and doubled: those that came before the first of them are read.
  for (const entry of [two, one, two]) hub.take([entry]);
  expect([hub.head, await told()]).toEqual([2, range(1, 6)]);
  for (const entry of [four, one, three]) hub.take([entry]);
  expect([hub.head, await told()]).toEqual([6, range(1, 6)]);
});

test("entries that leave some out are not put one behind the other", async () => {
  const channelId = await ground.channel();
  await ground.fill(channelId, 3);
  const [one, three] = await Promise.all([1, 3].map((seq) => entryAt(channelId, seq)));
  const { hub } = await hubOn(channelId, 0);
  hub.take([one, three]);
  expect(hub.head).toBe(3);
  expect(seqs((await hub.read(0)).entries)).toEqual([1]);
  expect(seqs((await hub.read(1)).entries)).toEqual([2, 3]);
});

test("what is read while it is handed over comes once and in order", async () => {
  const channelId = await ground.channel();
  await ground.fill(channelId, 40);
  const entries = await Promise.all(range(1, 40).map((seq) => entryAt(channelId, seq)));
  const { hub } = await hubOn(channelId, 0);
  const told: number[] = [];
  for (let pos = 0, turn = 0; pos < 40; turn += 1) {
    const seq = hub.head + 1;
    if (turn % 3 === 0) hub.nudge(seq);
    if (turn % 3 === 1) hub.take([entries[seq - 1]]);
    const reading = hub.read(pos);
    if (turn % 5 === 2 && hub.head < 40) hub.take([entries[hub.head]]);
    const { entries: read } = await reading;
    told.push(...seqs(read));
    pos = told.at(-1) ?? 0;
  }
  expect(told).toEqual(range(1, 40));
});

test("what many hubs of a node wait for is read by one statement, and none takes another's", async () => {
  const asked: (readonly unknown[])[] = [];
  const hubs = new Hubs({
    database: {
      db: ground.database.db,
      ask: (statement, values) => {
        asked.push(values);
        return ground.database.ask(statement, values);
      },
    },
    pokes: new LocalPokes(),
    readAsOf: (_, read) => read(ground.database.db),
  });
  const channels = await Promise.all(range(0, 11).map(() => ground.channel()));
  const all = await Promise.all(channels.map((id) => hubs.acquire(id)));
  // A hundred of the first, none of the last.
  await Promise.all(channels.slice(0, 11).map((id, i) => ground.fill(id, 100 - 9 * i)));
  for (const hub of all) hub?.nudge(1_000);
  for (const [i, hub] of all.entries()) {
    await expect.poll(() => hub?.head).toBe(i === 11 ? 0 : 100 - 9 * i);
    const read = i === 11 ? [] : ((await hub?.read(0))?.entries ?? []);
    expect(read.every(({ channelId }) => channelId === channels[i])).toBe(true);
    expect(seqs(read)).toEqual(range(1, i === 11 ? 0 : 100 - 9 * i));
  }
  expect(asked).toHaveLength(1);
});

test("a hub whose database is away says so to readers, and outlives a poke", async () => {
  const channelId = await ground.channel();
  await ground.fill(channelId, 3);
  const { hub } = await hubOn(channelId, 3);
  const break_ = sql`alter table channel_update rename to away`;
  await break_.execute(ground.database.db);
  try {
    hub.nudge(4);
    await expect(hub.read(0)).rejects.toThrow(/channel_update/);
  } finally {
    await sql`alter table away rename to channel_update`.execute(ground.database.db);
  }
  expect(seqs((await hub.read(0)).entries)).toEqual([1, 2, 3]);
});
