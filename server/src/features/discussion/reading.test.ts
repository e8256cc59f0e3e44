import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { send, World, type Actor, type Data, type TestGroup } from "../../testing/world.ts";

const INBOX = `subscription($after: Cursor) { inboxUpdates(after: $after) { __typename
  ... on LiveUpdate { cursor seq prev } ... on ReadMarkMoved { thread { id lastReadSeq unreadCount } } } }`;

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

/** A thread of Ada's with so many messages of hers. */
async function threadOf(count: number): Promise<string> {
  const { id } = await group.thread(ada);
  for (let seq = 2; seq <= count; seq += 1) await send(ada, id, `Message ${seq}`);
  return id;
}

async function marks(by: Actor, id: string): Promise<[number, number]> {
  const { node } = await by.ask(
    `query($id: ID!) { node(id: $id) { ... on Thread { lastReadSeq unreadCount } } }`,
    { id },
  );
  return [node.lastReadSeq, node.unreadCount];
}

const counts = async (by: Actor): Promise<[number, number, string[]]> => {
  const { viewer } = await by.ask(`{ viewer { inbox { unreadThreadCount threads { nodes { id } } }
    groups { nodes { unreadThreadCount } } } }`);
  return [
    viewer.inbox.unreadThreadCount,
    viewer.groups.nodes[0].unreadThreadCount,
    viewer.inbox.threads.nodes.map(({ id }: { id: string }) => id),
  ];
};

describe("the read mark", () => {
  it("moves forward only, whatever arrives late", async () => {
    const threadId = await threadOf(12);
    expect(await marks(ben, threadId)).toEqual([0, 12]);
    const late = Array.from({ length: 11 }, (_, at) => 11 - at);
    await Promise.all(late.map((seq) => ben.act("markRead", { threadId, seq })));
    expect(await marks(ben, threadId)).toEqual([11, 1]);
    const { thread } = await ben.act("markRead", { threadId, seq: 1 }, "thread { lastReadSeq }");
    expect(thread.lastReadSeq).toBe(11);
  });

  it("follows one's own messages as long as they follow on each other, also those of one moment", async () => {
    for (let round = 0; round < 3; round += 1) {
      const threadId = await threadOf(2);
      await ben.act("markRead", { threadId, seq: 2 });
      await Promise.all(
        [ben, ben, ada, ben, ada].map((by, at) => send(by, threadId, `At once ${at}`)),
      );
      const { node } = await ada.ask(
        `query($id: ID!) { node(id: $id) { ... on Thread { messages(first: 20) { nodes { author { id } } } } } }`,
        { id: threadId },
      );
      const authors = node.messages.nodes.map((message: Data) => message["author"].id);
      const readBy = (by: Actor, from: number) => {
        const gap = authors.findIndex((id: string, at: number) => at >= from && id !== by.id);
        return gap < 0 ? authors.length : gap;
      };
      expect((await marks(ben, threadId))[0]).toBe(readBy(ben, 2));
      expect((await marks(ada, threadId))[0]).toBe(readBy(ada, 2));
    }
  });

  it("of who was let in by a node whose clock is two hours ahead leaves what comes next unread", async () => {
    const threadId = await threadOf(2);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2 * 3_600_000 });
    const late = await group.admit().finally(() => vi.useRealTimers());
    await send(ada, threadId, "After they came");
    expect(await marks(late, threadId)).toEqual([2, 1]);
  });

  it("goes back by markUnread alone", async () => {
    const threadId = await threadOf(4);
    await ben.act("markRead", { threadId, seq: 4 });
    await ben.act("markUnread", { threadId, seq: 3 });
    expect(await marks(ben, threadId)).toEqual([2, 2]);
    await ben.act("markUnread", { threadId, seq: 1 });
    expect(await marks(ben, threadId)).toEqual([0, 4]);
  });

  it("stays within the thread's numbers", async () => {
    const threadId = await threadOf(2);
    for (const seq of [-1, 3, 2 ** 31 - 1])
      expect(await ben.refusalOf("markRead", { threadId, seq })).toBe("INVALID_INPUT seq");
    for (const seq of [-1, 0, 3])
      expect(await ben.refusalOf("markUnread", { threadId, seq })).toBe("INVALID_INPUT seq");
    expect(await marks(ben, threadId)).toEqual([0, 2]);
  });

  it("follows the person to another device, both ways, once", async () => {
    const threadId = await threadOf(3);
    const phone = await ben.follow(INBOX);
    expect((await phone.next())["__typename"]).toBe("Live");
    await ben.act("markRead", { threadId, seq: 3 });
    await ben.act("markRead", { threadId, seq: 3 });
    expect((await phone.next())["thread"]).toEqual({
      id: threadId,
      lastReadSeq: 3,
      unreadCount: 0,
    });
    await ben.act("markUnread", { threadId, seq: 2 });
    expect((await phone.next())["thread"]).toEqual({
      id: threadId,
      lastReadSeq: 1,
      unreadCount: 2,
    });
    await phone.expectSilence();
    await phone.drop();
  });

  it("counts what was there before one joined as read, and one's own messages", async () => {
    const threadId = await threadOf(3);
    const eve = await group.admit();
    expect(await marks(eve, threadId)).toEqual([3, 0]);
    await send(eve, threadId, "My first");
    expect(await marks(eve, threadId), "her own, without a mark before").toEqual([4, 0]);
    await send(ada, threadId, "An answer");
    expect(await marks(eve, threadId)).toEqual([4, 1]);
    await send(eve, threadId, "Without having looked");
    expect(await marks(eve, threadId), "a gap before it stays unread").toEqual([4, 2]);
    await eve.act("markRead", { threadId, seq: 6 });
    await send(eve, threadId, "Having looked");
    expect(await marks(eve, threadId)).toEqual([7, 0]);

    const zoe = await group.admit();
    await send(ada, threadId, "After Zoe came");
    await send(zoe, threadId, "Without having looked");
    expect(await marks(zoe, threadId), "without a mark, with a gap").toEqual([7, 2]);
  });
});

describe("the counts of what is unread", () => {
  it("are of the threads in which something is", async () => {
    const small = await world.group();
    const [writer, reader] = [await small.admit(), await small.admit()];
    expect(await counts(reader)).toEqual([0, 0, []]);
    const [one, two] = [await small.thread(writer), await small.thread(writer)];
    expect(await counts(reader)).toEqual([2, 2, [two.id, one.id]]);
    await reader.act("markRead", { threadId: two.id, seq: 1 });
    expect(await counts(reader)).toEqual([1, 1, [one.id]]);
    await send(reader, two.id, "My own is not unread");
    expect(await counts(reader)).toEqual([1, 1, [one.id]]);
    await reader.act("markUnread", { threadId: two.id, seq: 1 });
    expect(await counts(reader)).toEqual([2, 2, [two.id, one.id]]);
    await small.remove(reader);
    const { viewer } = await reader.ask(
      "{ viewer { inbox { unreadThreadCount threads { nodes { id } } } } }",
    );
    expect(viewer.inbox).toEqual({ unreadThreadCount: 0, threads: { nodes: [] } });
  });
});

describe("a draft", () => {
  const draft = async (by: Actor, id: string): Promise<string | null> => {
    const { node } = await by.ask(`query($id: ID!) { node(id: $id) { ... on Thread { draft } } }`, {
      id,
    });
    return node.draft;
  };

  it("is the writer's alone, is kept as it was typed, and forgotten when it is empty", async () => {
    const threadId = await threadOf(1);
    const body = "  Half a thought, \n 👩🏿‍⚕️ ";
    await ben.act("saveDraft", { threadId, body: "Before" });
    const { thread } = await ben.act("saveDraft", { threadId, body }, "thread { draft }");
    expect(thread.draft).toBe(body);
    expect(await draft(ada, threadId)).toBeNull();
    await ben.act("saveDraft", { threadId, body: " \n" });
    expect(await draft(ben, threadId)).toBeNull();
    expect(await ben.refusalOf("saveDraft", { threadId, body: "x".repeat(20_001) })).toBe(
      "INVALID_INPUT body",
    );
  });

  it("is forgotten when just that is sent, and stays when it is another text", async () => {
    const thread = await group.thread(ada);
    await ben.act("saveDraft", { threadId: thread.id, body: "Half a thought " });
    await send(ben, thread.id, "Something else");
    expect(await draft(ben, thread.id)).toBe("Half a thought ");
    await send(ben, thread.id, "Half a thought");
    expect(await draft(ben, thread.id)).toBeNull();
  });
});
