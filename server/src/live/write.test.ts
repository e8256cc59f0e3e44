import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { readEntries, readHeads, readSpans } from "./log.ts";
import { Came, Ground, Said, Unsaid } from "./testing/ground.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await Ground.open(inject("postgresUrl"));
});
afterAll(() => ground.close());

const logOf = (channelId: string, label?: string) =>
  readEntries(ground.database.db, { channelId, after: 0, label, limit: 1_000 });
const headOf = async (channelId: string) =>
  (await readHeads(ground.database.db, [channelId])).get(channelId)?.head;

test("fifty commands at once on one channel take 1 to 50 without a gap, each its own", async () => {
  const channelId = await ground.channel();
  const seqs = await Promise.all(
    Array.from({ length: 50 }, (_, i) => ground.say(channelId, `${i}`)),
  );
  expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  const log = await logOf(channelId);
  expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  seqs.forEach((seq, i) => expect(log[seq - 1]?.data).toEqual({ body: `${i}` }));
  expect(await headOf(channelId)).toBe(50);
});

test("a label's entries point at the one before, also under parallel commands", async () => {
  const channelId = await ground.channel();
  const labels = [randomUUID(), randomUUID()];
  await Promise.all(
    Array.from({ length: 20 }, (_, i) => ground.say(channelId, "", { label: labels[i % 2] })),
  );
  for (const label of labels) {
    const seqs = (await logOf(channelId, label)).map(({ seq }) => seq);
    const prevs = (await logOf(channelId, label)).map(({ labelPrev }) => labelPrev);
    expect(prevs).toEqual([0, ...seqs.slice(0, -1)]);
  }
});

test("commands over several channels, named in any order, do not wait for each other in a circle", async () => {
  const channels = await Promise.all(Array.from({ length: 4 }, () => ground.channel()));
  const write = (ids: string[]) =>
    ground.live.write({ channels: ids, actorId: null }, async (tx) => {
      for (const channelId of ids) tx.state(Said, { channelId, data: { body: "" } });
    });
  await Promise.all(
    Array.from({ length: 40 }, (_, i) => write(i % 2 ? channels : channels.toReversed())),
  );
  expect(await Promise.all(channels.map(headOf))).toEqual([40, 40, 40, 40]);
});

test("a refusal takes everything back: entries, spans, heads, channels", async () => {
  const channelId = await ground.channel();
  const person = randomUUID();
  const made = randomUUID();
  const heard: string[][] = [];
  ground.live.onMoved((ids) => heard.push(ids));
  const refused = ground.live.write({ channels: [channelId], actorId: null }, async (tx) => {
    tx.createChannel(made, "GROUP");
    tx.openSpan(channelId, person);
    tx.state(Came, { channelId, data: {} });
    tx.state(Came, { channelId: made, data: {} });
    await tx.em.flush();
    throw new Error("refused");
  });
  await expect(refused).rejects.toThrow("refused");
  expect(await logOf(channelId)).toEqual([]);
  expect(await readSpans(ground.database.db, { channelId, personId: person })).toEqual([]);
  expect(await headOf(channelId)).toBe(0);
  expect(await headOf(made)).toBeUndefined();
  expect(heard).toEqual([]);
});

test("a connection that breaks in the middle leaves its place in the pool to others", async () => {
  const channelId = await ground.channel();
  const broken = () =>
    ground.live.write({ channels: [], actorId: null }, async ({ db }) => {
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db);
    });
  // More often than the pool has places.
  for (let i = 0; i < 10; i += 1)
    await expect(broken()).rejects.toMatchObject({ extensions: { code: "UNAVAILABLE" } });
  expect(await ground.say(channelId, "still here")).toBe(1);
});

test("what is left to the end is written with the entries, or not at all", async () => {
  const channelId = await ground.channel();
  const kept = async () =>
    (
      await ground.database.db
        .selectFrom("consumerPosition")
        .select("seq")
        .where("channelId", "=", channelId)
        .executeTakeFirst()
    )?.seq;
  const write = (work: () => void) =>
    ground.live.write({ channels: [channelId], actorId: null }, async (tx) => {
      const values = { consumer: "deferred", channelId, seq: 7 };
      tx.defer(tx.db.insertInto("consumerPosition").values(values));
      tx.state(Said, { channelId, data: { body: "" } });
      work();
    });
  await expect(
    write(() => {
      throw new Error("refused");
    }),
  ).rejects.toThrow("refused");
  expect(await kept()).toBeUndefined();
  await write(() => {});
  expect([await kept(), await headOf(channelId)]).toEqual([7, 1]);
});

test("a span or a redaction that no fact tells of is refused, and changes nothing", async () => {
  const person = randomUUID();
  const channelId = await ground.channel(person);
  const subject = randomUUID();
  await ground.say(channelId, "secret", { subject });
  const refuse = async (work: Parameters<typeof ground.live.write>[1]) =>
    expect(ground.live.write({ channels: [channelId], actorId: null }, work)).rejects.toThrow(
      /without a fact/,
    );
  await refuse(async (tx) => tx.closeSpan(channelId, person));
  await refuse(async (tx) => tx.redact(channelId, subject));
  // A fact before it does not count.
  await refuse(async (tx) => {
    tx.state(Came, { channelId, data: {} });
    tx.openSpan(channelId, randomUUID());
  });
  expect(await readSpans(ground.database.db, { channelId, personId: person })).toMatchObject([
    { fromSeq: 1, toSeq: null },
  ]);
  expect((await logOf(channelId)).at(-1)?.data).toEqual({ body: "secret" });
});

test("a fact can only be stated in a channel that the command locked", async () => {
  const channelId = await ground.channel();
  const write = ground.live.write({ channels: [], actorId: null }, async (tx) =>
    tx.state(Said, { channelId, data: { body: "" } }),
  );
  await expect(write).rejects.toThrow(/not locked/);
});

test("spans begin and end with the facts that tell of them", async () => {
  const person = randomUUID();
  const channelId = await ground.channel(person);
  await ground.say(channelId, "while in");
  await ground.remove(channelId, person);
  await ground.say(channelId, "while out");
  await ground.admit(channelId, person);
  expect(await readSpans(ground.database.db, { channelId, personId: person })).toMatchObject([
    { fromSeq: 1, toSeq: 3 },
    { fromSeq: 5, toSeq: null },
  ]);
  expect((await logOf(channelId)).map(({ data }) => data)).toEqual([
    { admits: [person] },
    { body: "while in" },
    { removes: [person] },
    { body: "while out" },
    { admits: [person] },
  ]);
});

test("a redaction empties every earlier text about its subject, and no other", async () => {
  const channelId = await ground.channel();
  const [subject, other] = [randomUUID(), randomUUID()];
  await ground.say(channelId, "first", { subject });
  await ground.say(channelId, "other", { subject: other });
  await ground.say(channelId, "edited", { subject });
  await ground.live.write({ channels: [channelId], actorId: null }, async (tx) => {
    tx.redact(channelId, subject);
    tx.state(Unsaid, { channelId, data: {}, subject });
  });
  expect((await logOf(channelId)).map(({ data }) => data)).toEqual([
    { body: "" },
    { body: "other" },
    { body: "" },
    { redacts: true },
  ]);
});
