import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { send, type Actor } from "../testing/world.ts";
import type { LiveClient } from "../testing/liveClient.ts";
import { TwoHouses } from "./testing/twoHouses.ts";

const updates = `subscription($threadId: ID!, $after: Cursor) { threadUpdates(threadId: $threadId, after: $after) {
  __typename ... on LiveUpdate { cursor seq prev }
  ... on MessageSent { message { id body } } ... on Ended { reason } ... on Skipped { from to } } }`;
const groupUpdates = `subscription($groupId: ID!, $after: Cursor) { groupUpdates(groupId: $groupId, after: $after) {
  __typename ... on LiveUpdate { cursor seq prev } ... on Ended { reason } ... on Skipped { from to } } }`;

const redisUrl = inject("redisUrl");
/** How nodes wake each other, and how soon a removal must be told elsewhere, in milliseconds. */
const ways: [string, string | null, number][] = [
  ["each for itself, by the sweep alone", null, 2_700],
  ["Redis that cannot be reached", "redis://127.0.0.1:1", 700],
];
if (redisUrl) ways.push(["Redis", redisUrl, 1_000]);

/** Everything until the stream ends. */
async function untilEnd(client: LiveClient) {
  const heard: Record<string, any>[] = [];
  for (;;) {
    const update = await client.next(10_000);
    if (update["__typename"] === "<end>") return heard;
    heard.push(update);
  }
}

describe.each(ways)("two nodes, %s", (_, url, soonMs) => {
  let houses: TwoHouses;
  beforeAll(async () => {
    houses = await TwoHouses.open(inject("postgresUrl"), { redisUrl: url });
  });
  afterAll(() => houses.close());

  test("what is said on one node is heard on the other, once and in order", async () => {
    const group = await houses.world.group();
    const [amina, bwalya] = [await group.admit(), await group.admit()];
    const thread = await group.thread(amina);
    const there = await houses.elsewhere(bwalya).follow(updates, { threadId: thread.id });
    const here = await bwalya.follow(updates, { threadId: thread.id });
    for (const each of [here, there]) expect((await each.next())["__typename"]).toBe("Live");
    const says = (by: Actor, from: number) =>
      Promise.all([0, 1, 2, 3, 4].map((i) => send(by, thread.id, `${from + i}`)));
    await Promise.all([says(amina, 0), says(houses.elsewhere(amina), 5)]);
    const bodies = async (client: LiveClient) => {
      const heard: string[] = [];
      while (heard.length < 10) heard.push((await client.nextOf("MessageSent"))["message"].body);
      return heard;
    };
    const [one, other] = await Promise.all([bodies(here), bodies(there)]);
    expect(one.toSorted()).toEqual(Array.from({ length: 10 }, (_, i) => `${i}`));
    expect(other).toEqual(one);
    await Promise.all([here.drop(), there.drop()]);
  });

  test("the same wish on both nodes at once is one message", async () => {
    const group = await houses.world.group();
    const amina = await group.admit();
    const thread = await group.thread(amina);
    const input = { clientKey: randomUUID() };
    const answers = await Promise.all(
      [amina, houses.elsewhere(amina), amina, houses.elsewhere(amina)].map((by) =>
        send(by, thread.id, "once", input),
      ),
    );
    expect(answers.map(({ errors }) => errors)).toEqual([[], [], [], []]);
    expect(new Set(answers.map(({ message }) => message.id)).size).toBe(1);
    expect(new Set(answers.map(({ message }) => message.seq))).toEqual(new Set([2]));
  });

  test("a removal under traffic ends the streams on the other node at its own entry", async () => {
    const group = await houses.world.group();
    const [amina, removed] = [await group.admit(), await group.admit()];
    const thread = await group.thread(amina);
    const there = houses.elsewhere(removed);
    const streams = await Promise.all([
      there.follow(updates, { threadId: thread.id, after: thread.cursor }),
      there.follow(groupUpdates, { groupId: group.id }),
      removed.follow(updates, { threadId: thread.id, after: thread.cursor }),
    ]);
    const listening = streams.map((stream) => untilEnd(stream));
    let over = false;
    const traffic = (async () => {
      const sent: string[] = [];
      while (!over) sent.push((await send(amina, thread.id, "traffic"))["message"].id);
      return sent;
    })();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await group.remove(removed);
    const began = Date.now();
    const heard = await Promise.all(listening);
    expect(Date.now() - began).toBeLessThan(soonMs);
    over = true;
    const sent = await traffic;
    const ends = heard.map((each) => each.at(-1));
    for (const end of ends) expect(end).toMatchObject({ __typename: "Ended", reason: "REMOVED" });
    expect(new Set(ends.map((end) => end?.["seq"])).size).toBe(1);
    // All that was said before the removal, nothing that was said after it.
    const messages = (each: Record<string, any>[]) =>
      each.filter(({ __typename }) => __typename === "MessageSent");
    for (const each of [heard[0], heard[2]]) {
      const ids = messages(each).map(({ message }) => message.id);
      expect(ids.length).toBeGreaterThan(0);
      expect(ids).toEqual(sent.slice(0, ids.length));
      expect(messages(each).at(-1)?.["seq"]).toBe(ends[0]?.["seq"] - 1);
    }
    await expect(there.follow(updates, { threadId: thread.id })).rejects.toMatchObject({
      extensions: { code: "NOT_FOUND" },
    });
  });

  test("who comes back follows on from where they were, and is told what they missed was left out", async () => {
    const group = await houses.world.group();
    const [amina, bwalya] = [await group.admit(), await group.admit()];
    const thread = await group.thread(amina);
    await send(amina, thread.id, "before");
    await group.remove(bwalya);
    await send(amina, thread.id, "behind her back");
    await group.admit("MEMBER", bwalya);
    await send(amina, thread.id, "after");
    const stream = await houses
      .elsewhere(bwalya)
      .follow(updates, { threadId: thread.id, after: thread.cursor });
    const heard: Record<string, any>[] = [];
    while (heard.at(-1)?.["__typename"] !== "Live") heard.push(await stream.next());
    expect(heard.map(({ __typename, message }) => message?.body ?? __typename)).toEqual([
      "before",
      "Skipped",
      "after",
      "Live",
    ]);
    await stream.drop();
  });
});
