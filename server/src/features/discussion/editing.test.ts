import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { send, World, type Actor, type TestGroup } from "../../testing/world.ts";

let world: World;
let group: TestGroup;
let ada: Actor;
let threadId: string;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
  group = await world.group();
  ada = await group.admit();
  threadId = (await group.thread(ada)).id;
});
afterAll(() => world.close());

const SHOWN = "message { id body version editedAt history { version body } }";
const newMessage = async () => (await send(ada, threadId, "First words")).message.id as string;
const edit = (by: Actor, messageId: string, body: string, expectedVersion: number) =>
  by.act("editMessage", { messageId, body, expectedVersion }, SHOWN);

describe("editing", () => {
  it("raises the version and keeps the earlier texts, the oldest first", async () => {
    const messageId = await newMessage();
    await edit(ada, messageId, "Second words", 1);
    const { message, errors } = await edit(ada, messageId, "Third words", 2);
    expect(errors).toEqual([]);
    expect(message).toMatchObject({
      body: "Third words",
      version: 3,
      history: [
        { version: 1, body: "First words" },
        { version: 2, body: "Second words" },
      ],
    });
    expect(message.editedAt).not.toBeNull();
  });

  it("refuses an edit of what changed since, and shows it as it is", async () => {
    const messageId = await newMessage();
    await edit(ada, messageId, "From the phone", 1);
    const { editMessage } = await ada.ask(
      `mutation($input: EditMessageInput!) { editMessage(input: $input) { message { id } errors {
        code field ... on VersionConflict { current { id body version } } } } }`,
      { input: { messageId, body: "From the desk", expectedVersion: 1 } },
    );
    expect(editMessage).toEqual({
      message: null,
      errors: [
        {
          code: "VERSION_CONFLICT",
          field: ["expectedVersion"],
          current: { id: messageId, body: "From the phone", version: 2 },
        },
      ],
    });
  });

  it("lets exactly one of many at once through", async () => {
    const messageId = await newMessage();
    const texts = ["a", "b", "c", "d", "e"];
    const tried = await Promise.all(texts.map((text) => edit(ada, messageId, text, 1)));
    const codes = tried.flatMap(({ errors }) => errors.map(({ code }: { code: string }) => code));
    expect(codes).toEqual(Array.from({ length: 4 }, () => "VERSION_CONFLICT"));
  });

  it("takes the same edit again as done", async () => {
    const messageId = await newMessage();
    const first = await edit(ada, messageId, "The same", 1);
    expect(await edit(ada, messageId, " The same ", 1)).toEqual(first);
  });

  it("is for who wrote it alone, while they are in the group and the message stands", async () => {
    const eve = await group.admit();
    const mine = (await send(eve, threadId, "Mine")).message.id as string;
    const input = { messageId: mine, body: "Changed", expectedVersion: 1 };
    for (const other of [ada, group.manager])
      expect(await other.refusalOf("editMessage", input)).toBe("FORBIDDEN messageId");
    expect(await world.stranger.refusalOf("editMessage", input)).toBe("UNAUTHENTICATED");
    expect(await eve.refusalOf("editMessage", { ...input, body: " \n " })).toBe(
      "INVALID_INPUT body",
    );
    await group.remove(eve);
    expect(await eve.refusalOf("editMessage", input)).toBe("NOT_FOUND");

    const gone = await newMessage();
    await ada.act("withdrawMessage", { messageId: gone });
    expect(await ada.refusalOf("editMessage", { ...input, messageId: gone })).toBe(
      "MESSAGE_WITHDRAWN messageId",
    );
  });
});
