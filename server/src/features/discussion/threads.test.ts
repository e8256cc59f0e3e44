import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { readGlobalId } from "../../platform/graphql/ids.ts";
import { send, World, type Actor, type TestGroup } from "../../testing/world.ts";

let world: World;
let group: TestGroup;
let ada: Actor;
let ben: Actor;
let guide: Actor;
let moderator: Actor;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
  group = await world.group();
  [ada, ben] = [await group.admit(), await group.admit()];
  guide = await group.admit("COORDINATOR");
  moderator = await group.admitAs("MODERATOR");
});
afterAll(() => world.close());

const see = async (by: Actor, id: string, fields: string) =>
  (await by.ask(`query($id: ID!) { node(id: $id) { ... on Thread { ${fields} } } }`, { id }))[
    "node"
  ];

describe("accepting an answer", () => {
  it("is for who asked and who leads; the answer is a later message of the question that stands", async () => {
    const question = await group.thread(ada, { kind: "QUESTION" });
    const { message } = await send(ben, question.id, "An answer");
    const accept = (messageId: string | null) => ({ threadId: question.id, messageId });
    expect(await ben.refusalOf("acceptAnswer", accept(message.id))).toBe("FORBIDDEN threadId");
    expect(await moderator.refusalOf("acceptAnswer", accept(message.id))).toBe(
      "FORBIDDEN threadId",
    );
    expect(await ada.refusalOf("acceptAnswer", accept(question.messageId))).toBe(
      "INVALID_INPUT messageId",
    );
    const elsewhere = await group.thread(ada);
    expect(await ada.refusalOf("acceptAnswer", accept(elsewhere.messageId))).toBe(
      "INVALID_INPUT messageId",
    );
    for (const by of [ada, guide]) {
      const accepted = await by.act(
        "acceptAnswer",
        accept(message.id),
        "thread { acceptedAnswer { id } }",
      );
      expect(accepted["thread"].acceptedAnswer).toEqual({ id: message.id });
    }
    const { thread } = await ada.act(
      "acceptAnswer",
      accept(null),
      "thread { acceptedAnswer { id } }",
    );
    expect(thread.acceptedAnswer).toBeNull();
    await ben.act("withdrawMessage", { messageId: message.id });
    expect(await ada.refusalOf("acceptAnswer", accept(message.id))).toBe(
      "MESSAGE_WITHDRAWN messageId",
    );
  });

  it("is for questions only", async () => {
    const { id } = await group.thread(ada);
    const { message } = await send(ben, id, "No answer");
    expect(await ada.refusalOf("acceptAnswer", { threadId: id, messageId: message.id })).toBe(
      "INVALID_INPUT threadId",
    );
  });
});

describe("acknowledging", () => {
  it("counts each once, and shows who leads who has not yet", async () => {
    const small = await world.group();
    const members = [
      await small.admit(),
      await small.admit(),
      await small.admit(),
      await small.admit(),
    ] as const;
    const thread = await small.thread(small.manager, {
      kind: "ANNOUNCEMENT",
      askAcknowledgement: true,
    });
    const [first] = members;
    await Promise.all([1, 2].map(() => first.act("acknowledgeThread", { threadId: thread.id })));
    const fields = `viewerCan acknowledgement { count viewerAcknowledgedAt pending(first: 2) {
      nodes { person { id } } pageInfo { hasNextPage endCursor } } }`;
    const told = await see(small.manager, thread.id, fields);
    expect(told.acknowledgement).toMatchObject({ count: 1, viewerAcknowledgedAt: null });
    expect(told.acknowledgement.pending.nodes).toEqual(
      [members[1], members[2]].map(({ id }) => ({ person: { id } })),
    );
    const next = await see(
      small.manager,
      thread.id,
      `acknowledgement { pending(first: 2, after: "${told.acknowledgement.pending.pageInfo.endCursor}") {
        nodes { person { id } } pageInfo { hasNextPage } } }`,
    );
    expect(next.acknowledgement.pending).toEqual({
      nodes: [{ person: { id: members[3].id } }],
      pageInfo: { hasNextPage: false },
    });
    // Who wrote it is not asked.
    expect(told.viewerCan).not.toContain("ACKNOWLEDGE");
    expect(await small.manager.refusalOf("acknowledgeThread", { threadId: thread.id })).toBe(
      "INVALID_INPUT threadId",
    );
    const seen = await see(first, thread.id, fields);
    expect(seen.acknowledgement.viewerAcknowledgedAt).not.toBeNull();
    expect(seen.acknowledgement.pending.nodes).toEqual([]);
    expect(seen.viewerCan).not.toContain("SEE_ACKNOWLEDGEMENTS");
    await small.remove(members[1]);
    const after = await see(
      small.manager,
      thread.id,
      "acknowledgement { pending { nodes { person { id } } } }",
    );
    expect(after.acknowledgement.pending.nodes).toHaveLength(2);
  });

  it("is refused where nothing asks for it", async () => {
    const { id } = await group.thread(ada);
    expect(await ben.refusalOf("acknowledgeThread", { threadId: id })).toBe(
      "INVALID_INPUT threadId",
    );
    expect((await see(ada, id, "acknowledgement { count }")).acknowledgement).toBeNull();
  });
});

describe("keeping order", () => {
  const inTurn: [string, object, string][] = [
    ["renameThread", { title: "  A   new\n title " }, "title"],
    ["pinThread", { on: true }, "pinnedAt"],
    ["closeThread", { reason: "Done" }, "closedAt"],
    ["reopenThread", {}, "closedAt"],
  ];

  it("is for who leads and moderates, and for who began it: all but the pin", async () => {
    for (const by of [guide, moderator, group.manager, ada]) {
      const { id } = await group.thread(ada);
      for (const [name, more] of inTurn) {
        expect(await ben.refusalOf(name, { threadId: id, ...more }), name).toBe(
          // There is nothing to open again for somebody whom closing was refused.
          "FORBIDDEN threadId",
        );
        const expected = by === ada && name === "pinThread" ? "FORBIDDEN threadId" : null;
        expect(await by.refusalOf(name, { threadId: id, ...more }), name).toBe(expected);
      }
    }
  });

  it("can be asked twice, and what changed shows", async () => {
    const { id } = await group.thread(ada);
    const seen: unknown[] = [];
    for (const [name, more, field] of inTurn) {
      const [once, twice] = [
        await guide.act(name, { threadId: id, ...more }, `thread { ${field} }`),
        await guide.act(name, { threadId: id, ...more }, `thread { ${field} }`),
      ];
      expect(twice).toEqual(once);
      seen.push(once["thread"][field]);
    }
    expect(seen).toEqual(["A new title", expect.any(String), expect.any(String), null]);
  });

  it("pins messages, the newest pin first, for who leads and moderates", async () => {
    const { id, messageId } = await group.thread(ada);
    const { message } = await send(ben, id, "Worth keeping");
    expect(await ada.refusalOf("pinMessage", { messageId, on: true })).toBe("FORBIDDEN messageId");
    await guide.act("pinMessage", { messageId, on: true });
    await moderator.act("pinMessage", { messageId: message.id, on: true });
    const pinned = async () => (await see(ada, id, "pinnedMessages { id }")).pinnedMessages;
    expect(await pinned()).toEqual([{ id: message.id }, { id: messageId }]);
    await guide.act("pinMessage", { messageId: message.id, on: false });
    expect(await pinned()).toEqual([{ id: messageId }]);
    await ada.act("withdrawMessage", { messageId });
    expect(await guide.refusalOf("pinMessage", { messageId, on: true })).toBe(
      "MESSAGE_WITHDRAWN messageId",
    );
  });

  it("shows fifty pins of a thread, however many a thread beside it has", async () => {
    const small = await world.group();
    const eve = await small.admit();
    const [many, one] = [await small.thread(eve), await small.thread(eve)];
    await small.manager.act("pinMessage", { messageId: one.messageId, on: true });
    await world.house.database.db.transaction().execute(async (db) => {
      const { threadId, ...first } = await db
        .selectFrom("message")
        .selectAll()
        .where("id", "=", readGlobalId(many.messageId)?.uuid ?? "")
        .executeTakeFirstOrThrow();
      const more = Array.from({ length: 120 }, (_, at) => ({
        ...first,
        threadId,
        id: crypto.randomUUID(),
        clientKey: crypto.randomUUID(),
        seq: at + 2,
        pinnedAt: new Date(),
      }));
      await db.insertInto("message").values(more).execute();
    });
    const { node } = await eve.ask(
      `query($id: ID!) { node(id: $id) { ... on Group { threads { nodes { id pinnedMessages { seq } } } } } }`,
      { id: small.id },
    );
    const pins = (id: string) =>
      node.threads.nodes.find((thread: { id: string }) => thread.id === id).pinnedMessages;
    expect(pins(many.id)).toHaveLength(50);
    expect(pins(many.id)[0]).toEqual({ seq: 121 });
    expect(pins(one.id)).toEqual([{ seq: 1 }]);
  });

  it("shows in viewerCan what the commands allow", async () => {
    const question = await group.thread(ada, { kind: "QUESTION" });
    const actions = async (by: Actor) => (await see(by, question.id, "viewerCan")).viewerCan;
    expect(await actions(ben)).toEqual(["SEND"]);
    expect(await actions(ada)).toEqual(["SEND", "RENAME", "CLOSE", "ACCEPT_ANSWER"]);
    expect(await actions(guide)).toEqual(["SEND", "RENAME", "CLOSE", "PIN", "ACCEPT_ANSWER"]);
    expect(await actions(moderator)).toEqual(["SEND", "RENAME", "CLOSE", "PIN"]);
    await guide.act("closeThread", { threadId: question.id });
    expect(await actions(ben)).toEqual([]);
    expect(await actions(moderator)).toEqual(["RENAME", "REOPEN", "PIN"]);
  });
});

describe("a group's threads", () => {
  const LIST = `query($id: ID!, $first: Int, $after: String) { node(id: $id) { ... on Group {
    threads(first: $first, after: $after) { nodes { title } pageInfo { hasNextPage hasPreviousPage endCursor } } } } }`;

  it("stand by pin, then by their last activity, page by page without one lost or doubled", async () => {
    const small = await world.group();
    const eve = await small.admit();
    const threads: { id: string }[] = [];
    for (const title of ["a", "b", "c", "d", "e"]) threads.push(await small.thread(eve, { title }));
    await send(eve, threads[1].id, "b moves up");
    await small.manager.act("pinThread", { threadId: threads[0].id, on: true });
    await small.manager.act("pinThread", { threadId: threads[3].id, on: true });
    const titles: string[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const { node } = await eve.ask(LIST, { id: small.id, first: 2, after });
      const { nodes, pageInfo } = node.threads;
      titles.push(...nodes.map(({ title }: { title: string }) => title));
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      ({ hasNextPage: more, endCursor: after } = pageInfo);
    }
    expect(titles).toEqual(["d", "a", "b", "e", "c"]);
  });

  it("are nobody's who is not in it", async () => {
    const { node } = await (await neighbour()).ask(LIST, { id: group.id });
    expect(node.threads.nodes).toEqual([]);
  });

  async function neighbour(): Promise<Actor> {
    const eve = await group.admit();
    await eve.act("leaveGroup", { groupId: group.id });
    return eve;
  }
});
