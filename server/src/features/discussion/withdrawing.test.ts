import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { readGlobalId } from "../../platform/graphql/ids.ts";
import { send, World, type Actor, type TestGroup } from "../../testing/world.ts";
import { forgetWithdrawn } from "./jobs.ts";

const FOLLOW = `subscription($threadId: ID!, $after: Cursor) { threadUpdates(threadId: $threadId, after: $after) {
  __typename ... on LiveUpdate { cursor seq prev }
  ... on MessageSent { message { id seq body withdrawnAt quote { body } } }
  ... on MessageEdited { message { id body } } ... on MessageWithdrawn { message { id body } }
  ... on MessageRestored { message { id body version } } } }`;

let world: World;
let database: Client;
let group: TestGroup;
let ada: Actor;
let ben: Actor;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
  database = new Client(world.databaseUrl);
  await database.connect();
  group = await world.group();
  [ada, ben] = [await group.admit(), await group.admit()];
});
afterAll(async () => {
  await database.end();
  await world.close();
});

/** The tables in which a text stands, in any column. */
async function tablesWith(text: string): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const query = `select 1 from ${name} as one where one::text like '%' || $1 || '%' limit 1`;
    if ((await database.query(query, [text])).rowCount) found.push(name);
  }
  return found;
}

/** As if the withdrawal were so much older. */
const age = (messageId: string, seconds: number) =>
  database.query(
    `update withdrawn_body set withdrawn_at = withdrawn_at - make_interval(secs => $2) where message_id = $1`,
    [readGlobalId(messageId)?.uuid, seconds],
  );

const newMessage = async (threadId: string, body = "Words") =>
  (await send(ada, threadId, body)).message.id as string;

describe("withdrawing", () => {
  it("takes the text out of row, history, quotes, log and replay; nothing of it is left", async () => {
    const canary = `canary${randomUUID().replaceAll("-", "")}`;
    const thread = await group.thread(ada);
    const messageId = await newMessage(thread.id, `First ${canary}, [@Ben](person:${ben.id})`);
    await ada.act("editMessage", { messageId, body: `Second ${canary}`, expectedVersion: 1 });
    await ada.act("editMessage", { messageId, body: `Third ${canary}`, expectedVersion: 2 });
    await ben.act("react", { messageId, emoji: "👍", on: true });
    await group.manager.act("pinMessage", { messageId, on: true });
    await send(ben, thread.id, "I quote it", { quoteId: messageId });
    const before = await ben.follow(FOLLOW, { threadId: thread.id, after: thread.cursor });
    await before.nextOf("Live");
    await world.settle();
    expect(await tablesWith(canary)).toEqual(
      expect.arrayContaining(["public.message", "public.message_version", "public.channel_update"]),
    );

    const { message, undoUntil } = await ada.act(
      "withdrawMessage",
      { messageId, reason: "Too much said" },
      "message { id body withdrawnAt reactions { emoji } history { body } pinnedAt } undoUntil",
    );
    expect(message).toMatchObject({
      id: messageId,
      body: "",
      reactions: [],
      history: [],
      pinnedAt: null,
    });
    expect(Date.parse(undoUntil) - Date.parse(message.withdrawnAt)).toBe(5_000);
    expect((await before.nextOf("MessageWithdrawn"))["message"]).toEqual({
      id: messageId,
      body: "",
    });
    expect(await tablesWith(canary)).toEqual(["public.withdrawn_body"]);

    const replay = await ben.follow(FOLLOW, { threadId: thread.id, after: thread.cursor });
    const replayed: object[] = [];
    for (let update = await replay.next(); update["__typename"] !== "Live";) {
      replayed.push(update);
      update = await replay.next();
    }
    expect(replayed.length).toBeGreaterThan(3);
    expect(JSON.stringify(replayed)).not.toContain(canary);
    const all = await ben.ask(
      `query($id: ID!) { node(id: $id) { ... on Thread { lastMessage { body quote { body withdrawnAt } }
         pinnedMessages { body } messages { nodes { body history { body } quote { body } } } } }
         viewer { inbox { mentions { nodes { body } } } } }`,
      { id: thread.id },
    );
    expect(JSON.stringify(all)).not.toContain(canary);
    expect(all["viewer"].inbox.mentions.nodes).toEqual([]);

    await forgetWithdrawn(world.house.database.db);
    expect(await tablesWith(canary), "the undo lasts five seconds").toEqual([
      "public.withdrawn_body",
    ]);
    await age(messageId, 6);
    await forgetWithdrawn(world.house.database.db);
    expect(await tablesWith(canary)).toEqual([]);
    await Promise.all([before.drop(), replay.drop()]);
  });

  it("leaves the tombstone in its place, and a second click finds it done", async () => {
    const thread = await group.thread(ada);
    const messageId = await newMessage(thread.id);
    await send(ben, thread.id, "After it");
    const clicks = await Promise.all(
      [1, 2].map(() => ada.act("withdrawMessage", { messageId }, "message { id seq body }")),
    );
    for (const { message, errors } of clicks) {
      expect(message).toEqual({ id: messageId, seq: 2, body: "" });
      expect(errors).toEqual([]);
    }
  });

  it("is for the author and for who keeps order", async () => {
    const thread = await group.thread(ada);
    const [guide, moderator] = [await group.admit("COORDINATOR"), await group.admitAs("MODERATOR")];
    const refusal = async (by: Actor) =>
      by.refusalOf("withdrawMessage", { messageId: await newMessage(thread.id) });
    expect(await refusal(ben)).toBe("FORBIDDEN messageId");
    expect(await refusal(await world.person())).toBe("NOT_FOUND");
    for (const by of [ada, guide, moderator, group.manager]) expect(await refusal(by)).toBeNull();
  });

  it("takes it off as the answer of its question", async () => {
    const thread = await group.thread(ada, { kind: "QUESTION" });
    const messageId = await newMessage(thread.id);
    await ada.act("acceptAnswer", { threadId: thread.id, messageId });
    const { message } = await ada.act(
      "withdrawMessage",
      { messageId },
      "message { thread { acceptedAnswer { id } } }",
    );
    expect(message.thread.acceptedAnswer).toBeNull();
  });
});

describe("taking a withdrawal back", () => {
  it("brings the text within five seconds, for who withdrew alone, and tells it", async () => {
    const thread = await group.thread(ada);
    const messageId = await newMessage(thread.id, "Come back");
    const live = await ben.follow(FOLLOW, { threadId: thread.id });
    await live.nextOf("Live");
    await group.manager.act("withdrawMessage", { messageId });
    expect(await ada.refusalOf("restoreMessage", { messageId })).toBe("FORBIDDEN messageId");
    const restored = await group.manager.act(
      "restoreMessage",
      { messageId },
      "message { id body version withdrawnAt }",
    );
    expect(restored).toEqual({
      message: { id: messageId, body: "Come back", version: 2, withdrawnAt: null },
      errors: [],
    });
    expect((await live.nextOf("MessageRestored"))["message"]).toEqual({
      id: messageId,
      body: "Come back",
      version: 2,
    });
    expect(await group.manager.refusalOf("restoreMessage", { messageId }), "again").toBeNull();
    await live.drop();

    const replay = await ben.follow(FOLLOW, { threadId: thread.id, after: thread.cursor });
    expect(await replay.next()).toMatchObject({ message: { body: "Come back" } });
    await replay.drop();
  });

  it("brings the earlier texts, the pin and the acceptance with it, and tells of the answer", async () => {
    const thread = await group.thread(ada, { kind: "QUESTION" });
    const messageId = await newMessage(thread.id, "First text");
    await ada.act("editMessage", { messageId, body: "Second text", expectedVersion: 1 });
    await group.manager.act("pinMessage", { messageId, on: true });
    await ada.act("acceptAnswer", { threadId: thread.id, messageId });
    const live = await ben.follow(
      `subscription($threadId: ID!) { threadUpdates(threadId: $threadId) { __typename
        ... on AnswerAccepted { thread { acceptedAnswer { id } } } } }`,
      { threadId: thread.id },
    );
    await live.nextOf("Live");
    await ada.act("withdrawMessage", { messageId });
    expect((await live.nextOf("AnswerAccepted"))["thread"].acceptedAnswer).toBeNull();
    const { message } = await ada.act(
      "restoreMessage",
      { messageId },
      "message { body pinnedAt history { version body } thread { acceptedAnswer { id } } }",
    );
    expect(message).toEqual({
      body: "Second text",
      pinnedAt: expect.anything(),
      history: [{ version: 1, body: "First text" }],
      thread: { acceptedAnswer: { id: messageId } },
    });
    expect((await live.nextOf("AnswerAccepted"))["thread"].acceptedAnswer).toEqual({
      id: messageId,
    });
    await live.drop();
  });

  it("is refused after five seconds, whether the text was cleared away or not", async () => {
    const thread = await group.thread(ada);
    const messageId = await newMessage(thread.id);
    await ada.act("withdrawMessage", { messageId });
    await age(messageId, 5.1);
    expect(await ada.refusalOf("restoreMessage", { messageId })).toBe("UNDO_EXPIRED messageId");
    await forgetWithdrawn(world.house.database.db);
    expect(await ada.refusalOf("restoreMessage", { messageId })).toBe("UNDO_EXPIRED messageId");
  });

  it("can be withdrawn and brought back again and again, edited in between", async () => {
    const thread = await group.thread(ada);
    const messageId = await newMessage(thread.id, "Round 0");
    for (let round = 1; round <= 3; round += 1) {
      await ada.act("withdrawMessage", { messageId });
      const { message } = await ada.act("restoreMessage", { messageId }, "message { version }");
      const { errors } = await ada.act("editMessage", {
        messageId,
        body: `Round ${round}`,
        expectedVersion: message.version,
      });
      expect(errors).toEqual([]);
    }
  });
});
