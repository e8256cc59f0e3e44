import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { writeCursor } from "./cursor.ts";
import type { Entry } from "./entities.ts";
import { Ground, Told } from "./testing/ground.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await Ground.open(inject("postgresUrl"), { sweepMs: 100 });
});
afterAll(() => ground.close());

const cursor = (channelId: string, seq: number) => ground.live.cursor(channelId, seq);
async function noReferences(): Promise<void> {
  await expect.poll(() => [ground.live.hubs.references, ground.live.hubs.size]).toEqual([0, 0]);
}

test("tells what came since, then Live once, then what comes: each once and in order", async () => {
  const channelId = await ground.channel();
  for (const body of ["1", "2", "3"]) await ground.say(channelId, body);
  const ear = await ground.follow(channelId, { after: cursor(channelId, 1) });
  expect(await ear.words(3)).toEqual(["Told 2", "Told 3", "Live 3"]);
  await Promise.all(Array.from({ length: 20 }, () => ground.say(channelId, "")));
  expect(await ear.words(20)).toEqual(Array.from({ length: 20 }, (_, i) => `Told ${i + 4}`));
  expect(await ear.silent(100)).toBe(true);
  await ear.leave();
  await noReferences();
});

test("without a cursor it starts at the head", async () => {
  const channelId = await ground.channel();
  await ground.say(channelId, "old");
  const ear = await ground.follow(channelId);
  expect(await ear.words(1)).toEqual(["Live 1"]);
  await ground.say(channelId, "new");
  expect(await ear.words(1)).toEqual(["Told 2"]);
  await ear.leave();
});

test("entries that are written while it replays are neither lost nor doubled", async () => {
  const channelId = await ground.channel();
  await ground.fill(channelId, 1_500);
  const ear = await ground.follow(channelId, { after: cursor(channelId, 0) });
  const writing = (async () => {
    for (let i = 0; i < 40; i++) await ground.say(channelId, "");
  })();
  const seqs: number[] = [];
  let lives = 0;
  while (seqs.length < 1_540) {
    const update = await ear.next();
    if (update instanceof Told) seqs.push(update.seq);
    else lives += 1;
  }
  await writing;
  expect(seqs).toEqual(Array.from({ length: 1_540 }, (_, i) => i + 1));
  expect(lives).toBe(1);
  await ear.leave();
});

test("a follower of one label is told of that label, and prev reaches back to its own last", async () => {
  const channelId = await ground.channel();
  const [mine, other] = [randomUUID(), randomUUID()];
  for (const label of [mine, other, other, mine, other]) await ground.say(channelId, "", { label });
  const ear = await ground.follow(channelId, { label: mine, after: cursor(channelId, 0) });
  expect(await ear.words(3)).toEqual(["Told 1", "Told 4 (1)", "Live 5"]);
  for (const label of [other, mine]) await ground.say(channelId, "", { label });
  expect(await ear.words(1)).toEqual(["Told 7 (5)"]);
  await ear.leave();
});

test("what has no projection is passed over, and what is not admitted too", async () => {
  const channelId = await ground.channel();
  for (const body of ["a", "b", "c", "d"]) await ground.say(channelId, body);
  const ear = await ground.follow(channelId, {
    after: cursor(channelId, 0),
    view: {
      project: (entry) =>
        entry.data["body"] === "b" ? null : Object.assign(new Told(), { entry }),
    },
    admit: async (entry) => entry.data["body"] !== "c",
  });
  expect(await ear.words(3)).toEqual(["Told 1", "Told 4 (1)", "Live 4"]);
  await ear.leave();
});

test.each([
  ["BAD_CURSOR", () => "forged"],
  ["BAD_CURSOR", (id: string) => cursor(id, 5_102)],
  ["FOREIGN_CURSOR", () => cursor(randomUUID(), 1)],
  ["OLD_EPOCH", (channelId: string) => writeCursor({ epoch: randomUUID(), channelId, seq: 1 })],
  ["TOO_FAR_BEHIND", (id: string) => cursor(id, 100)],
])("a cursor that cannot be followed: Reset %s, and the end", async (reason, after) => {
  const channelId = await ground.channel();
  await ground.fill(channelId, 5_101);
  const ear = await ground.follow(channelId, { after: after(channelId) });
  expect(await ear.words(2)).toEqual([`Reset 5101 ${reason}`, "end"]);
  await noReferences();
});

test("a cursor exactly as far behind as is allowed is followed", async () => {
  const channelId = await ground.channel();
  await ground.fill(channelId, 5_101);
  const ear = await ground.follow(channelId, { after: cursor(channelId, 101) });
  expect(await ear.words(1)).toEqual(["Told 102"]);
  await ear.leave();
});

test("an empty stream beats, with the newest position", async () => {
  const node = await ground.another({ heartbeatMs: 60, sweepMs: 50 });
  const channelId = await ground.channel();
  const label = randomUUID();
  const ear = await node.follow(channelId, { label });
  expect(await ear.words(3)).toEqual(["Live 0", "Heartbeat 0", "Heartbeat 0"]);
  await ground.say(channelId, "elsewhere");
  await expect.poll(async () => (await ear.words(1))[0]).toBe("Heartbeat 1");
  await ear.leave();
  await node.close();
});

test("return() ends a stream that waits, and lets go of the hub", async () => {
  const channelId = await ground.channel();
  const ear = await ground.follow(channelId);
  await ear.words(1);
  const waiting = ear.stream.next();
  expect(ground.live.hubs.references).toBe(1);
  await ear.leave();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(await ear.stream.next()).toEqual({ done: true, value: undefined });
  await ear.leave();
  expect([ground.live.hubs.references, ground.live.hubs.size]).toEqual([0, 0]);
});

test("a thousand come and go without leaving a reference", async () => {
  const channelId = await ground.channel();
  for (let round = 0; round < 20; round++) {
    const ears = await Promise.all(Array.from({ length: 50 }, () => ground.follow(channelId)));
    const reads = ears.map((ear) => ear.next());
    // Half of them leave before their first answer.
    await Promise.all(ears.filter((_, i) => i % 2).map((ear) => ear.leave()));
    await Promise.all(reads);
    await Promise.all(ears.map((ear) => ear.leave()));
  }
  expect([ground.live.hubs.references, ground.live.hubs.size]).toEqual([0, 0]);
});

test("nobody follows a channel that does not exist", async () => {
  await expect(ground.follow(randomUUID())).rejects.toThrow("no such channel");
  expect([ground.live.hubs.references, ground.live.hubs.size]).toEqual([0, 0]);
});

test("a follower that stalls holds at most one batch, through 20,000 entries", async () => {
  const channelId = await ground.channel();
  let shown = 0;
  let taken = 0;
  let most = 0;
  const ear = await ground.follow(channelId, {
    view: {
      project: (entry) => {
        shown += 1;
        most = Math.max(most, shown - taken);
        return Object.assign(new Told(), { entry });
      },
    },
  });
  expect(await ear.words(1)).toEqual(["Live 0"]);
  await ground.say(channelId, "");
  expect(await ear.words(1)).toEqual(["Told 1"]);
  taken += 1;
  for (let i = 0; i < 10; i++) {
    await ground.fill(channelId, 2_000);
    await ground.live.hubs.sweep();
  }
  expect(shown).toBe(1);
  for (let seq = 2; seq <= 20_001; seq++) {
    const update = await ear.next();
    if (update?.seq !== seq) throw new Error(`${update?.seq} in the place of ${seq}`);
    taken += 1;
  }
  expect(most).toBeLessThanOrEqual(201);
  expect(await ear.silent(50)).toBe(true);
  await ear.leave();
}, 60_000);

const byLabel = ({ label }: Entry) => label;

test("coalesced: at most one for each key in two seconds, the last one always, prev reaching back", async () => {
  const channelId = await ground.channel();
  const [one, two] = [randomUUID(), randomUUID()];
  const ear = await ground.follow(channelId, { view: { coalesce: byLabel } });
  expect(await ear.words(1)).toEqual(["Live 0"]);
  const began = Date.now();
  await ground.say(channelId, "", { label: one });
  expect(await ear.words(1)).toEqual(["Told 1"]);
  for (const label of [one, one, two, one, two, one]) await ground.say(channelId, "", { label });
  expect(await ear.words(2)).toEqual(["Told 6 (1)", "Told 7"]);
  expect(Date.now() - began).toBeGreaterThanOrEqual(1_950);
  expect(await ear.silent(100)).toBe(true);
  await ear.leave();
});

test("coalesced in a replay: each key once, before Live; what is not coalesced keeps its place", async () => {
  const channelId = await ground.channel();
  const [one, two] = [randomUUID(), randomUUID()];
  for (const label of [one, two, one, undefined, two, two])
    await ground.say(channelId, "", { label });
  const ear = await ground.follow(channelId, {
    view: { coalesce: byLabel },
    after: cursor(channelId, 0),
  });
  expect(await ear.words(5)).toEqual(["Told 2 (0)", "Told 3", "Told 4", "Told 6 (4)", "Live 6"]);
  await ear.leave();
});

test("a dozen keys in a stream without a pause: one each in two seconds", async () => {
  const channelId = await ground.channel();
  const labels = Array.from({ length: 12 }, () => randomUUID());
  const ear = await ground.follow(channelId, { view: { coalesce: byLabel } });
  await ear.next();
  const told = new Map<string, number[]>();
  let head = 0;
  let last = 0;
  let over = false;
  const listening = (async () => {
    while (!over || last < head) {
      const update = (await ear.next(5_000)) as Told;
      expect(update.prev).toBe(last);
      last = update.seq;
      told.set(update.entry.label!, [...(told.get(update.entry.label!) ?? []), Date.now()]);
    }
  })();
  const until = Date.now() + 5_000;
  while (Date.now() < until)
    head = await ground.say(channelId, "", { label: labels[head % labels.length] });
  over = true;
  await listening;
  expect(last).toBe(head);
  for (const times of told.values())
    for (const [i, at] of times.slice(1).entries())
      expect(at - times[i]).toBeGreaterThanOrEqual(1_900);
  await ear.leave();
}, 15_000);
