import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { execute, parse } from "graphql";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { WebSocket } from "ws";
import { createPresent } from "../platform/graphql/faults.ts";
import { readEntries } from "./log.ts";
import { Ground, pause, quiet, Told } from "./testing/ground.ts";
import { asking, sharedWorld, type SharedWorld } from "./testing/sharedWorld.ts";

// What is told to many at once has to be, byte for byte, what each would have been told alone.

let ground: Ground;
beforeAll(async () => {
  ground = await Ground.open(inject("postgresUrl"), { sweepMs: 100 });
});
afterAll(() => ground.close());

const fields = ["cursor", "body", "late", "sometimes", "letters", "mine", "forgotten", "hushed"];
const plain = ["cursor", "body", "late"];
const documentOf = (chosen: readonly string[]) =>
  `subscription T($after: String) { told(after: $after) { __typename
    ... on Told { seq prev ${chosen.map((name, at) => `f${at}: ${name}`).join(" ")} } } }`;
const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)];
const some = (names: readonly string[]) => names.filter(() => Math.random() < 0.5);

/** One socket with one operation; keeps every frame as it came. */
class Ear {
  readonly person: string;
  readonly query: string;
  readonly id: string;
  readonly frames: string[] = [];
  readonly socket: WebSocket;

  private constructor(socket: WebSocket, about: { person: string; query: string; id: string }) {
    this.socket = socket;
    ({ person: this.person, query: this.query, id: this.id } = about);
    socket.on("message", (data) => {
      const text = (data as Buffer).toString();
      if (text.startsWith(`{"id"`)) this.frames.push(text);
    });
  }

  static async open(world: SharedWorld, about: { person: string; query: string; id: string }) {
    const socket = new WebSocket(world.url, "graphql-transport-ws");
    await once(socket, "open");
    const ear = new Ear(socket, about);
    const payload = { authorization: `Bearer ${about.person}` };
    socket.send(JSON.stringify({ type: "connection_init", payload }));
    await once(socket, "message");
    ear.send("subscribe", { query: about.query });
    while (!ear.frames.some((text) => text.includes('"Live"'))) await pause(5);
    return ear;
  }

  send(type: string, payload?: object): void {
    this.socket.send(JSON.stringify({ id: this.id, type, ...(payload && { payload }) }));
  }

  get told(): { text: string; seq: number; prev: number }[] {
    return this.frames.flatMap((text) => {
      const told = JSON.parse(text).payload?.data?.told;
      return told?.__typename === "Told" ? [{ text, seq: told.seq, prev: told.prev }] : [];
    });
  }
}

const present = createPresent({ log: quiet, unavailable: () => false, told: () => undefined });
/** Faults that nobody named are told under an id of their own. */
const nameless = (text: string) => text.replaceAll(/"id":"[\da-f-]{36}"/g, '"id":"…"');

/** Each frame as the stock server would have sent it to this follower. */
async function assertStock(world: SharedWorld, channelId: string, ears: readonly Ear[]) {
  const entries = await readEntries(ground.database.db, { channelId, after: 0, limit: 1_000 });
  for (const { told: all, query, person, id } of ears)
    for (const { text, seq, prev } of all) {
      const { errors, ...rest } = await execute({
        schema: world.schema,
        document: parse(query),
        rootValue: Object.assign(new Told(), { seq, prev, entry: entries[seq - 1] }),
        contextValue: asking(person),
      });
      const payload = { ...rest, ...(errors && { errors: errors.map(present) }) };
      assert.equal(nameless(text), nameless(JSON.stringify({ id, type: "next", payload })));
    }
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

test.each(range(1, 5))("random documents, viewers and updates, run %i", async () => {
  const people = range(1, 6).map(() => randomUUID());
  const channelId = await ground.channel(...people);
  const world = await sharedWorld(ground, channelId);
  const documents = [documentOf(some(plain)), documentOf(some(fields)), documentOf(some(fields))];
  const ears = await Promise.all(
    range(1, 14).map((n) =>
      Ear.open(world, {
        person: pick(people),
        query: pick(documents),
        id: pick(["room", randomUUID(), `"${n}`]),
      }),
    ),
  );
  const from = people.length;
  const leaver = pick(ears);
  let head = from;
  for (let n = 0; n < 25; n += 1) {
    if (n === 12) leaver.send("complete");
    const burst = Math.random() < 0.3 ? 5 : 1;
    const said = range(1, burst).map((i) =>
      ground.say(channelId, `“Ñ” ${n}.${i} \u2028 ${"ab".repeat(n)}`),
    );
    head = Math.max(head, ...(await Promise.all(said)));
    if (Math.random() < 0.3) await pause(10);
  }
  const stayed = ears.filter((ear) => ear !== leaver);
  for (const ear of stayed) {
    await expect.poll(() => ear.told.length, { timeout: 5_000 }).toBe(head - from);
    expect(ear.told.map(({ seq }) => seq)).toEqual(range(from + 1, head));
  }
  await assertStock(world, channelId, ears);
  expect(ground.live.cohorts).toBeGreaterThan(0);
  await world.stop();
  await expect.poll(() => [ground.live.followers, ground.live.cohorts]).toEqual([0, 0]);
});

test("a viewer's answer is never another's, and the wrong mark is counted", async () => {
  const people = range(1, 5).map(() => randomUUID());
  const channelId = await ground.channel(...people);
  const world = await sharedWorld(ground, channelId);
  const query = documentOf(["forgotten", "hushed", "mine"]);
  const wrong = documentOf(["hushed"]);
  const ears = await Promise.all(
    people.flatMap((person) => [
      Ear.open(world, { person, query, id: "room" }),
      Ear.open(world, { person, query: wrong, id: "room" }),
    ]),
  );
  for (const body of ["a", "b", "c"]) await ground.say(channelId, body);
  for (const ear of ears) {
    await expect.poll(() => ear.told.length).toBe(3);
    for (const { text } of ear.told) {
      expect(text).toContain(ear.person);
      for (const other of people) if (other !== ear.person) expect(text).not.toContain(other);
    }
  }
  expect((await world.metrics.print()).text).toContain(
    'baraza_projection_downgrades_total{typename="Told"} 1',
  );
  await world.stop();
});

test("who is removed is told nothing from there on, while the others go on in step", async () => {
  const people = range(1, 4).map(() => randomUUID());
  const channelId = await ground.channel(...people);
  const world = await sharedWorld(ground, channelId);
  const query = documentOf(["body", "late"]);
  const ears = await Promise.all(
    people.map((person) => Ear.open(world, { person, query, id: "room" })),
  );
  const [gone] = ears;
  const said = (async () => {
    for (let n = 0; n < 30; n += 1) await ground.say(channelId, `${n}`);
  })();
  await pause(20);
  const end = await ground.remove(channelId, people[0] ?? "");
  await said;
  const { headSeq: head } = await ground.database.db
    .selectFrom("channel")
    .select("headSeq")
    .where("id", "=", channelId)
    .executeTakeFirstOrThrow();
  for (const ear of ears.slice(1)) await expect.poll(() => ear.told.at(-1)?.seq).toBe(head);
  expect(gone?.told.map(({ seq }) => seq)).toEqual(range(people.length + 1, end - 1));
  expect(gone?.frames.at(-1)).toBe('{"id":"room","type":"complete"}');
  expect(gone?.frames.at(-2)).toContain("Ended");
  await assertStock(world, channelId, ears);
  await world.stop();
});

test("who takes nothing goes on alone and gets all of it later, and nobody waits for them", async () => {
  const people = range(1, 3).map(() => randomUUID());
  const channelId = await ground.channel(...people);
  const world = await sharedWorld(ground, channelId);
  const query = documentOf(["body"]);
  const ears = await Promise.all(
    people.map((person) => Ear.open(world, { person, query, id: "room" })),
  );
  const [slow] = ears;
  slow?.socket.pause();
  const large = "x".repeat(60_000);
  for (let n = 0; n < 150; n += 1) await ground.say(channelId, large);
  const head = people.length + 150;
  for (const ear of ears.slice(1))
    await expect.poll(() => ear.told.at(-1)?.seq, { timeout: 10_000 }).toBe(head);
  expect(slow?.told.length).toBe(0);
  slow?.socket.resume();
  await expect.poll(() => slow?.told.at(-1)?.seq, { timeout: 10_000 }).toBe(head);
  expect(slow?.told.map(({ seq }) => seq)).toEqual(range(people.length + 1, head));
  await ground.say(channelId, "together again");
  for (const ear of ears) await expect.poll(() => ear.told.at(-1)?.seq).toBe(head + 1);
  await world.stop();
}, 30_000);
