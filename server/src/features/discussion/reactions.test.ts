import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { send, World, type Actor, type TestGroup } from "../../testing/world.ts";

let world: World;
let group: TestGroup;
let ada: Actor;
let ben: Actor;
let threadId: string;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
  group = await world.group();
  [ada, ben] = [await group.admit(), await group.admit()];
  threadId = (await group.thread(ada)).id;
});
afterAll(() => world.close());

const newMessage = async () => (await send(ada, threadId, "React to this")).message.id as string;
const react = (by: Actor, messageId: string, emoji: string, on = true) =>
  by.act(
    "react",
    { messageId, emoji, on },
    "message { reactions { emoji count viewerReacted people { id } } }",
  );

const values = [
  "compassion",
  "inclusivity",
  "collaboration",
  "curiosity",
  "trustworthiness",
  "celebrating-success",
].map((value) => `value:${value}`);

describe("reacting", () => {
  it.each<[string, string]>([
    ["a plain emoji", "👍"],
    ["one with a variation selector", "❤️"],
    ["a skin tone", "👩🏿‍⚕️"],
    ["a family of joined people", "👨‍👩‍👧‍👦"],
    ["a flag", "🇿🇲"],
    ["a flag of tags", "🏴󠁧󠁢󠁷󠁬󠁳󠁿"],
    ["a keycap", "3️⃣"],
    ...values.map((value): [string, string] => [value, value]),
  ])("takes %s", async (_name, emoji) => {
    const messageId = await newMessage();
    const { message, errors } = await react(ben, messageId, emoji);
    expect(errors).toEqual([]);
    expect(message.reactions).toEqual([
      { emoji, count: 1, viewerReacted: true, people: [{ id: ben.id }] },
    ]);
  });

  it.each([
    ["nothing", ""],
    ["a letter", "a"],
    ["two emoji", "👍👍"],
    ["an emoji and a space", "👍 "],
    ["half an emoji", "\ud83d"],
    ["a joiner alone", "\u200d"],
    ["half a flag", "🇿"],
    ["markup", "<b>"],
    ["a value that is none", "value:greed"],
    ["NUL", "\u0000"],
    ["very much", "👍".repeat(5_000)],
  ])("refuses %s", async (_name, emoji) => {
    const messageId = await newMessage();
    expect(await ben.refusalOf("react", { messageId, emoji, on: true })).toBe(
      "INVALID_INPUT emoji",
    );
  });

  it("counts people once each, the first ones first, and takes back what is theirs", async () => {
    const messageId = await newMessage();
    await react(ben, messageId, "🎉");
    await Promise.all([1, 2, 3].map(() => react(ada, messageId, "🎉")));
    const { message } = await react(ada, messageId, "👀");
    expect(message.reactions).toEqual([
      { emoji: "🎉", count: 2, viewerReacted: true, people: [{ id: ben.id }, { id: ada.id }] },
      { emoji: "👀", count: 1, viewerReacted: true, people: [{ id: ada.id }] },
    ]);
    await react(ben, messageId, "👀", false);
    const after = await react(ada, messageId, "🎉", false);
    expect(after["message"].reactions).toMatchObject([
      { emoji: "🎉", count: 1, viewerReacted: false },
      { emoji: "👀", count: 1 },
    ]);
  });

  it("has room for forty kinds, and for everybody in each of them", async () => {
    const messageId = await newMessage();
    const faces = Array.from({ length: 41 }, (_, at) => String.fromCodePoint(0x1f600 + at));
    for (const face of faces.slice(0, 40))
      expect((await react(ada, messageId, face))["errors"]).toEqual([]);
    const [last = ""] = faces.slice(-1);
    expect(await ben.refusalOf("react", { messageId, emoji: last, on: true })).toBe(
      "LIMIT_REACHED emoji",
    );
    const { message } = await react(ben, messageId, faces[0] ?? "");
    expect(message.reactions).toHaveLength(40);
    await react(ada, messageId, faces[1] ?? "", false);
    expect((await react(ben, messageId, last))["errors"]).toEqual([]);
  });

  it("is not for a withdrawn message, nor for who is outside", async () => {
    const messageId = await newMessage();
    const input = { messageId, emoji: "👍", on: true };
    expect(await (await world.person()).refusalOf("react", input)).toBe("NOT_FOUND");
    await ada.act("withdrawMessage", { messageId });
    expect(await ben.refusalOf("react", input)).toBe("MESSAGE_WITHDRAWN messageId");
  });

  it("shows at most fifty people of a reaction at a time", async () => {
    const messageId = await newMessage();
    await react(ben, messageId, "👍");
    const source = `query($id: ID!, $first: Int) { node(id: $id) { ... on Message { reactions { people(first: $first) { id } } } } }`;
    for (const first of [0, -1, 51])
      expect(await ada.codeOf(source, { id: messageId, first })).toBe("BAD_USER_INPUT");
    expect(await ada.codeOf(source, { id: messageId, first: 50 })).toBeNull();
  });
});
