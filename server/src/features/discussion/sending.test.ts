import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { send, World, type Actor, type TestGroup } from "../../testing/world.ts";

let world: World;
let group: TestGroup;
let ada: Actor;
let ben: Actor;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
  group = await world.group();
  [ada, ben] = [await group.admit(), await group.admit()];
});
afterAll(() => world.close());

const bodiesOf = async (threadId: string): Promise<string[]> => {
  const { node } = await ada.ask(
    `query($id: ID!) { node(id: $id) { ... on Thread { messages(first: 100) { nodes { seq body } } } } }`,
    { id: threadId },
  );
  const messages = node.messages.nodes as { seq: number; body: string }[];
  expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, at) => at + 1));
  return messages.map(({ body }) => body);
};

describe("sending under a key", () => {
  it("sends once for a double click, one after the other and at the same time", async () => {
    const thread = await group.thread(ada);
    const input = { clientKey: randomUUID() };
    const first = await send(ada, thread.id, "Once", input);
    const again = await Promise.all([1, 2, 3, 4].map(() => send(ada, thread.id, "Once", input)));
    expect(again).toEqual([first, first, first, first]);
    expect(await bodiesOf(thread.id)).toEqual(["The first message", "Once"]);
  });

  it("refuses the key for another body, quote or thread", async () => {
    const [thread, other] = [await group.thread(ada), await group.thread(ada)];
    const clientKey = randomUUID();
    await send(ada, thread.id, "One", { clientKey });
    const tries = [
      send(ada, thread.id, "Two", { clientKey }),
      send(ada, thread.id, "One", { clientKey, quoteId: thread.messageId }),
      send(ada, other.id, "One", { clientKey }),
    ];
    for (const { errors, message } of await Promise.all(tries)) {
      expect(errors).toMatchObject([{ code: "IDEMPOTENCY_CONFLICT" }]);
      expect(message).toBeNull();
    }
    expect(await bodiesOf(thread.id)).toEqual(["The first message", "One"]);
  });

  it("lets one of two groups have it when both are asked in the same moment", async () => {
    const elsewhere = await world.group();
    await elsewhere.admit("MEMBER", ada);
    for (let round = 0; round < 5; round += 1) {
      const [here, there] = [await group.thread(ada), await elsewhere.thread(ada)];
      const clientKey = randomUUID();
      const sent = await Promise.all(
        [here, there].map(({ id }) => send(ada, id, "One", { clientKey })),
      );
      const codes = sent.flatMap(({ errors }) => errors.map(({ code }: { code: string }) => code));
      expect(codes).toEqual(["IDEMPOTENCY_CONFLICT"]);
    }
  });

  it("does not mind another person's same key", async () => {
    const thread = await group.thread(ada);
    const clientKey = randomUUID();
    const [mine, theirs] = await Promise.all([
      send(ada, thread.id, "Mine", { clientKey }),
      send(ben, thread.id, "Theirs", { clientKey: clientKey.toUpperCase() }),
    ]);
    expect([mine["errors"], theirs["errors"]]).toEqual([[], []]);
    expect((await bodiesOf(thread.id)).toSorted()).toEqual(["Mine", "The first message", "Theirs"]);
  });

  it("begins a thread once", async () => {
    const input = {
      groupId: group.id,
      title: "Once",
      kind: "DISCUSSION",
      body: "Once",
      clientKey: randomUUID(),
    };
    const begun = await Promise.all(
      [1, 2, 3].map(() => ada.act("startThread", input, "thread { id } cursor")),
    );
    expect(new Set(begun.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(await ada.refusalOf("startThread", { ...input, title: "Twice" })).toBe(
      "IDEMPOTENCY_CONFLICT clientKey",
    );
  });

  it("answers a repetition when the thread was closed since, and nobody who was removed since", async () => {
    const thread = await group.thread(ada);
    const eve = await group.admit();
    const input = { threadId: thread.id, body: "Before", clientKey: randomUUID() };
    const { message } = await eve.act("sendMessage", input, "message { id }");
    await ada.act("closeThread", { threadId: thread.id });
    expect((await eve.act("sendMessage", input, "message { id }"))["message"]).toEqual(message);
    expect(await eve.refusalOf("sendMessage", { ...input, clientKey: randomUUID() })).toBe(
      "THREAD_CLOSED threadId",
    );
    await group.remove(eve);
    expect(await eve.refusalOf("sendMessage", input)).toBe("NOT_FOUND");
  });
});

describe("what is sent", () => {
  it("is numbered without gaps, however many write at once", async () => {
    const thread = await group.thread(ada);
    const words = Array.from({ length: 20 }, (_, at) => `Word ${at}`);
    await Promise.all(words.map((word, at) => send(at % 2 ? ada : ben, thread.id, word)));
    expect((await bodiesOf(thread.id)).toSorted()).toEqual(
      ["The first message", ...words].toSorted(),
    );
  });

  it("quotes a message of the same thread that stands, and nothing else", async () => {
    const [thread, other] = [await group.thread(ada), await group.thread(ada)];
    const quoting = (quoteId: string) => ({
      threadId: thread.id,
      body: "See",
      clientKey: randomUUID(),
      quoteId,
    });
    const { message } = await ben.act(
      "sendMessage",
      quoting(thread.messageId),
      "message { quote { id body author { id } } }",
    );
    expect(message.quote).toEqual({
      id: thread.messageId,
      body: "The first message",
      author: { id: ada.id },
    });
    expect(await ben.refusalOf("sendMessage", quoting(other.messageId))).toBe(
      "INVALID_INPUT quoteId",
    );
    await ada.act("withdrawMessage", { messageId: thread.messageId });
    expect(await ben.refusalOf("sendMessage", quoting(thread.messageId))).toBe(
      "MESSAGE_WITHDRAWN quoteId",
    );
  });

  it("keeps the role that its author had", async () => {
    const thread = await group.thread(ada);
    const guide = await group.admit("COORDINATOR");
    const { message } = await guide.act(
      "sendMessage",
      { threadId: thread.id, body: "As coordinator", clientKey: randomUUID() },
      "message { id authorRole }",
    );
    await group.manager.act("changeRole", {
      groupId: group.id,
      personId: guide.id,
      role: "MEMBER",
      evenIfLast: true,
    });
    const { node } = await ada.ask(
      `query($id: ID!) { node(id: $id) { ... on Message { authorRole } } }`,
      { id: message.id },
    );
    expect([message.authorRole, node.authorRole]).toEqual(["COORDINATOR", "COORDINATOR"]);
  });
});
