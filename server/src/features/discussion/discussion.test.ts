import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { send, World } from "../../testing/world.ts";

const FOLLOW = `subscription($threadId: ID!, $after: Cursor) { threadUpdates(threadId: $threadId, after: $after) {
  __typename ... on LiveUpdate { cursor seq prev }
  ... on MessageSent { message { id seq body author { name } thread { id unreadCount } } }
  ... on MessageEdited { message { id body version } }
  ... on MessageWithdrawn { message { id body withdrawnAt } } } }`;

let world: World;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
});
afterAll(() => world.close());

describe("one act through every floor", () => {
  it("is sent, acknowledged, delivered once and in order, and replayed from a cursor", async () => {
    const group = await world.group();
    const [ada, ben] = [await group.admit(), await group.admit()];
    const thread = await group.thread(ada);
    const live = await ben.follow(FOLLOW, { threadId: thread.id, after: thread.cursor });
    expect((await live.next()).__typename).toBe("Live");

    const sent = await send(ada, thread.id, "Hello");
    const heard = await live.next();
    expect(heard).toMatchObject({
      __typename: "MessageSent",
      message: { id: sent.message.id, seq: 2, body: "Hello" },
    });
    expect(heard.cursor).toBe(sent.cursor);

    await live.drop();
    await send(ada, thread.id, "While away");
    const again = await live.dropAndResume();
    expect(await again.next()).toMatchObject({ message: { seq: 3, body: "While away" } });
    expect((await again.next()).__typename).toBe("Live");
    await again.expectSilence();
    await again.drop();
  });

  it("answers a repeated clientKey with the same message and refuses it for another", async () => {
    const group = await world.group();
    const ada = await group.admit();
    const thread = await group.thread(ada);
    const clientKey = randomUUID();
    const [first, second] = await Promise.all([
      send(ada, thread.id, "Once", { clientKey }),
      send(ada, thread.id, "Once", { clientKey }),
    ]);
    expect(second).toEqual(first);
    const other = await send(ada, thread.id, "Another", { clientKey });
    expect(other.errors).toMatchObject([{ code: "IDEMPOTENCY_CONFLICT" }]);
  });
});
