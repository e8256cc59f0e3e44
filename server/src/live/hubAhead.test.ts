import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { Ground } from "./testing/ground.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await Ground.open(inject("postgresUrl"));
});
afterAll(() => ground.close());

test("who stands behind the ring's end while the head is far ahead is read on to: a reading that gives nothing is asked for again at once, for ever", async () => {
  const channelId = await ground.channel();
  await ground.fill(channelId, 10);
  const hub = await ground.live.hubs.acquire(channelId);
  if (!hub) throw new Error("no channel");
  expect((await hub.read(4)).through).toBe(10);
  // A reading by label comes to the head without the ring.
  await ground.fill(channelId, 40, randomUUID());
  await ground.live.hubs.look(hub);
  await ground.fill(channelId, 300);
  await ground.live.hubs.look(hub);
  let pos = 50;
  for (let readings = 0; pos < hub.head && readings < 5; readings++) {
    const { entries, through } = await hub.read(pos);
    expect(entries[0]?.seq).toBe(pos + 1);
    expect(through).toBeGreaterThan(pos);
    pos = through;
  }
  expect(pos).toBe(350);
  ground.live.hubs.release(hub);
});
