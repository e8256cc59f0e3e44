import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { Ground, pause } from "./testing/ground.ts";
import { Ended } from "./updates.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await Ground.open(inject("postgresUrl"), { sweepMs: 100 });
});
afterAll(() => ground.close());

const cursor = (channelId: string, seq: number) => ground.live.cursor(channelId, seq);

test("removal ends the stream at its own entry, which is not shown; nothing behind it is", async () => {
  const person = randomUUID();
  const channelId = await ground.channel(person);
  const ear = await ground.follow(channelId, { personId: person, spans: true });
  await ear.words(1);
  await ground.say(channelId, "while in");
  await ground.remove(channelId, person);
  await ground.say(channelId, "behind the back");
  expect(await ear.words(3)).toEqual(["Told 2", "Ended 3 REMOVED", "end"]);
  expect(ground.live.hubs.references).toBe(0);
});

test("who leaves is told so", async () => {
  const person = randomUUID();
  const channelId = await ground.channel(person);
  const label = randomUUID();
  const whole = await ground.follow(channelId, { personId: person, spans: true });
  const labelled = await ground.follow(channelId, { personId: person, spans: true, label });
  await Promise.all([whole.words(1), labelled.words(1)]);
  await ground.remove(channelId, person, person);
  expect(await whole.words(2)).toEqual(["Ended 2 LEFT", "end"]);
  expect(await labelled.words(2)).toEqual(["Ended 2 LEFT", "end"]);
});

test("a follower of a label who lags by far is told all that came before the removal, and no more", async () => {
  const person = randomUUID();
  const channelId = await ground.channel(person);
  const label = randomUUID();
  const ear = await ground.follow(channelId, { personId: person, spans: true, label });
  await ear.words(1);
  await ground.fill(channelId, 300);
  await ground.fill(channelId, 450, label);
  await ground.remove(channelId, person);
  await ground.fill(channelId, 300, label);
  await ground.live.hubs.sweep();
  const words = await ear.words(452);
  expect(words[0]).toBe("Told 302 (1)");
  expect(words.slice(1)).toEqual([
    ...Array.from({ length: 449 }, (_, i) => `Told ${i + 303}`),
    "Ended 752 REMOVED",
    "end",
  ]);
});

test("a follower of a label with nothing in it hears of the removal as well", async () => {
  const person = randomUUID();
  const channelId = await ground.channel(person);
  const ear = await ground.follow(channelId, {
    personId: person,
    spans: true,
    label: randomUUID(),
  });
  await ear.words(1);
  await ground.fill(channelId, 500);
  await ground.remove(channelId, person);
  expect(await ear.words(2)).toEqual(["Ended 502 REMOVED (1)", "end"]);
});

test("who comes back skips what they were not there for, by label too", async () => {
  const person = randomUUID();
  const channelId = await ground.channel(person);
  const label = randomUUID();
  await ground.say(channelId, "2", { label });
  await ground.remove(channelId, person);
  await ground.say(channelId, "4", { label });
  await ground.say(channelId, "5", { label });
  await ground.admit(channelId, person);
  await ground.say(channelId, "7", { label });
  const following = { personId: person, spans: true };
  const after = cursor(channelId, 1);
  const whole = await ground.follow(channelId, { ...following, after });
  expect(await whole.words(5)).toEqual([
    "Told 2",
    "Skipped 5 3-5 (2)",
    "Told 6",
    "Told 7",
    "Live 7",
  ]);
  await whole.leave();
  // So many that the label is read by itself.
  await ground.fill(channelId, 1_000);
  const labelled = await ground.follow(channelId, { ...following, label, after });
  expect(await labelled.words(4)).toEqual([
    "Told 2",
    "Skipped 5 3-5 (2)",
    "Told 7 (5)",
    "Live 1007 (7)",
  ]);
  await labelled.leave();
});

test("a follower who was away over two memberships is told what lies in them", async () => {
  const person = randomUUID();
  const channelId = await ground.channel(person);
  await ground.remove(channelId, person);
  await ground.say(channelId, "out");
  await ground.admit(channelId, person);
  await ground.remove(channelId, person);
  await ground.say(channelId, "out");
  await ground.admit(channelId, person);
  const ear = await ground.follow(channelId, {
    personId: person,
    spans: true,
    after: cursor(channelId, 0),
  });
  expect(await ear.words(6)).toEqual([
    "Told 1",
    "Skipped 3 2-3 (1)",
    "Told 4",
    "Skipped 6 5-6 (4)",
    "Told 7",
    "Live 7",
  ]);
  await ear.leave();
});

test("who has no place in the channel, or has lost it before the first read, is ended at once", async () => {
  const person = randomUUID();
  const channelId = await ground.channel(person);
  const never = await ground.follow(channelId, { spans: true });
  expect(await never.words(2)).toEqual(["Ended 2 REMOVED", "end"]);
  const late = await ground.follow(channelId, { personId: person, spans: true });
  await ground.remove(channelId, person);
  await ground.say(channelId, "later");
  expect(await late.words(2)).toEqual(["Ended 2 REMOVED", "end"]);
});

test("a hundred removals under traffic: each stream ends at its entry, with all before it", async () => {
  const people = Array.from({ length: 100 }, () => randomUUID());
  const channelId = await ground.channel(...people);
  const ears = await Promise.all(
    people.map((personId) => ground.follow(channelId, { personId, spans: true })),
  );
  const heads = await Promise.all(ears.map(async (ear) => (await ear.next())!.seq));
  expect(new Set(heads)).toEqual(new Set([100]));
  let over = false;
  const traffic = [1, 2, 3].map(async () => {
    while (!over) await ground.say(channelId, "");
  });
  const listening = ears.map(async (ear) => {
    const seqs: number[] = [];
    for (;;) {
      const update = await ear.next(30_000);
      if (update instanceof Ended) return { seqs, end: update.seq, rest: await ear.next() };
      seqs.push(update!.seq);
    }
  });
  const removed: number[] = [];
  for (const person of people) {
    removed.push(await ground.remove(channelId, person));
    await pause(5);
  }
  over = true;
  await Promise.all(traffic);
  for (const [i, { seqs, end, rest }] of (await Promise.all(listening)).entries()) {
    expect(end).toBe(removed[i]);
    expect(seqs).toEqual(Array.from({ length: end - 101 }, (_, at) => at + 101));
    expect(rest).toBeNull();
  }
}, 60_000);
