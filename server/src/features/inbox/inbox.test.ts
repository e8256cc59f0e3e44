import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { readGlobalId } from "../../platform/graphql/ids.ts";
import { send, World, type Actor } from "../../testing/world.ts";
import { mentionsOfMessages } from "./listeners.ts";

const INBOX = `subscription($after: Cursor) { inboxUpdates(after: $after) { __typename
  ... on LiveUpdate { cursor seq prev } ... on Mentioned { message { id body } }
  ... on MentionChanged { message { id body } } } }`;
const MENTIONS = `query($first: Int, $after: String) { viewer { inbox { mentions(first: $first, after: $after) {
  nodes { id body } pageInfo { hasNextPage endCursor } } } } }`;

let world: World;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
});
afterAll(() => world.close());

const named = (who: Actor) => `[@Somebody](person:${who.id})`;
const COORDINATORS = "[@coordinators](role:coordinators)";

async function setting() {
  const group = await world.group();
  const [ada, ben] = [await group.admit(), await group.admit()];
  return { group, ada, ben, thread: await group.thread(ada) };
}

async function mentionsOf(who: Actor): Promise<string[]> {
  await world.settle();
  const { viewer } = await who.ask(MENTIONS);
  return viewer.inbox.mentions.nodes.map(({ body }: { body: string }) => body);
}

describe("a mention", () => {
  it("reaches the person named, live and in the list, and nobody else", async () => {
    const { ada, ben, thread, group } = await setting();
    const eve = await group.admit();
    const live = await ben.follow(INBOX);
    expect((await live.next())["__typename"]).toBe("Live");
    const { message } = await send(ada, thread.id, `Ask ${named(ben)}, and ${named(ben)} again`);
    await world.settle();
    expect((await live.next())["message"]).toEqual({ id: message.id, body: message.body });
    await live.expectSilence();
    await live.drop();
    expect(await mentionsOf(ben)).toEqual([message.body]);
    expect([await mentionsOf(ada), await mentionsOf(eve)]).toEqual([[], []]);
  });

  it("of the coordinators reaches each of them but the author", async () => {
    const { ada, group, thread } = await setting();
    const guides = [await group.admit("COORDINATOR"), await group.admit("COORDINATOR")] as const;
    await send(ada, thread.id, `Help, ${COORDINATORS}`);
    await send(guides[0], thread.id, `I am one of ${COORDINATORS}, and ${named(guides[0])}`);
    expect(await mentionsOf(guides[0])).toEqual([`Help, ${COORDINATORS}`]);
    expect(await mentionsOf(guides[1])).toHaveLength(2);
    expect(await mentionsOf(group.manager)).toEqual([]);
  });

  it("does not reach who is outside or was removed, and goes with the membership", async () => {
    const { ada, ben, group, thread } = await setting();
    const outsider = await world.person();
    await send(ada, thread.id, `Before: ${named(ben)} ${named(outsider)}`);
    expect(await mentionsOf(ben)).toHaveLength(1);
    expect(await mentionsOf(outsider)).toEqual([]);
    await group.remove(ben);
    const live = await ben.follow(INBOX);
    await live.nextOf("Live");
    await send(ada, thread.id, `After: ${named(ben)}`);
    expect(await mentionsOf(ben)).toEqual([]);
    await live.expectSilence();
    await live.drop();
  });

  it("is told once when the listener hears of the message twice", async () => {
    const { ada, ben, thread } = await setting();
    const live = await ben.follow(INBOX);
    await live.nextOf("Live");
    const { message } = await send(ada, thread.id, named(ben));
    await world.settle();
    const { db } = world.house.database;
    const entry = await db
      .selectFrom("channelUpdate")
      .selectAll()
      .where("name", "=", "MessageSent")
      .where("subject", "=", readGlobalId(message.id)?.uuid ?? "")
      .executeTakeFirstOrThrow();
    const tools = { db, live: world.house.live } as Parameters<typeof mentionsOfMessages.handle>[0];
    await Promise.all([1, 2].map(() => mentionsOfMessages.handle(tools, entry)));
    expect(await mentionsOf(ben)).toEqual([named(ben)]);
    expect((await live.next())["__typename"]).toBe("Mentioned");
    await live.expectSilence();
    await live.drop();
  });

  it("follows its message through edit, withdrawal and return, for whom it names and nobody else", async () => {
    const { ada, ben, thread, group } = await setting();
    const eve = await group.admit();
    const [live, other] = [await ben.follow(INBOX), await eve.follow(INBOX)];
    await live.nextOf("Live");
    await other.nextOf("Live");
    const { message } = await send(ada, thread.id, `At noon, ${named(ben)}`);
    const { id: messageId } = message;
    await world.settle();
    expect((await live.next())["__typename"]).toBe("Mentioned");
    const hears = async (body: string) => {
      await world.settle();
      expect(await live.next()).toMatchObject({
        __typename: "MentionChanged",
        message: { id: messageId, body },
      });
    };
    const later = `At one, ${named(ben)}`;
    await ada.act("editMessage", { messageId, body: later, expectedVersion: 1 });
    await hears(later);
    await ada.act("withdrawMessage", { messageId });
    await hears("");
    await ada.act("restoreMessage", { messageId });
    await hears(later);
    await other.expectSilence();
    await live.drop();
    await other.drop();
  });

  it("is not what only looks like one", async () => {
    const { ada, ben, thread } = await setting();
    const group = await world.group();
    for (const body of [
      `@Somebody`,
      `[Somebody](person:${ben.id})`,
      `[@Somebody](person:${ben.personId})`,
      `[@Somebody](person:${group.id})`,
      `[@Somebody](person:)`,
      `[@Somebody](role:managers)`,
    ])
      await send(ada, thread.id, body);
    expect(await mentionsOf(ben)).toEqual([]);
  });

  it("of very many people is a call to nobody's phone but the first thirty's", async () => {
    const { ada, ben, thread } = await setting();
    const strangers = Array.from({ length: 30 }, () =>
      Buffer.from(`Person:${randomUUID()}`).toString("base64url"),
    );
    const body = strangers.map((id) => `[@X](person:${id})`).join(" ");
    await send(ada, thread.id, `${body} ${named(ben)}`);
    expect(await mentionsOf(ben)).toEqual([]);
  });
});

describe("the list of mentions", () => {
  it("is paged, the newest first, without those that were withdrawn", async () => {
    const { ada, ben, thread } = await setting();
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1)
      ids.unshift((await send(ada, thread.id, `${count} ${named(ben)}`)).message.id);
    const [, withdrawn] = ids;
    await ada.act("withdrawMessage", { messageId: withdrawn });
    await world.settle();
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { viewer } = await ben.ask(MENTIONS, { first: 2, after });
      const { nodes, pageInfo } = viewer.inbox.mentions;
      seen.push(...nodes.map(({ id }: { id: string }) => id));
      ({ hasNextPage: more, endCursor: after } = pageInfo);
    }
    expect(seen).toEqual(ids.filter((id) => id !== withdrawn));
  });
});

describe("the inbox's own stream", () => {
  it("passes over what is about a group that the viewer left meanwhile", async () => {
    const { ada, ben, group, thread } = await setting();
    const { viewer } = await ben.ask("{ viewer { liveCursor } }");
    await send(ada, thread.id, named(ben));
    await world.settle();
    await group.remove(ben);
    const live = await ben.follow(INBOX, { after: viewer.liveCursor });
    expect((await live.next())["__typename"]).toBe("GroupLeft");
    expect((await live.next())["__typename"]).toBe("Live");
    await live.drop();
  });
});
