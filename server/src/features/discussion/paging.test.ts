import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { send, World, type Actor, type TestGroup } from "../../testing/world.ts";

const LAST = 30;

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
  for (let seq = 2; seq <= LAST; seq += 1) await send(ada, threadId, `Message ${seq}`);
}, 60_000);
afterAll(() => world.close());

const PAGE = `query($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $around: Int, $aroundUnread: Boolean) {
  node(id: $id) { ... on Thread { messages(first: $first, after: $after, last: $last, before: $before,
    around: $around, aroundUnread: $aroundUnread) {
      edges { cursor } nodes { seq } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }`;

interface Asked {
  first?: number;
  last?: number;
  after?: string | null;
  before?: string | null;
  around?: number;
  aroundUnread?: boolean;
}

async function page(asked: Asked, by: Actor = ada, id = threadId) {
  const { node } = await by.ask(PAGE, { id, ...asked });
  const { nodes, edges, pageInfo } = node.messages;
  expect(pageInfo.startCursor).toBe(edges[0]?.cursor ?? null);
  expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
  const seqs: number[] = nodes.map(({ seq }: { seq: number }) => seq);
  const { hasPreviousPage, hasNextPage } = pageInfo;
  return { seqs, pageInfo, more: [hasPreviousPage, hasNextPage] };
}

const from = (first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);

describe("a thread's messages", () => {
  it("come forward and backward, page by page, none lost or doubled", async () => {
    const forward: number[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { seqs, pageInfo } = await page({ first: 7, after });
      forward.push(...seqs);
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      ({ endCursor: after, hasNextPage: more } = pageInfo);
    }
    expect(forward).toEqual(from(1, LAST));

    const backward: number[] = [];
    for (let before: string | null = null, more = true; more;) {
      const { seqs, pageInfo } = await page({ last: 7, before });
      backward.unshift(...seqs);
      expect(pageInfo.hasNextPage).toBe(before !== null);
      ({ startCursor: before, hasPreviousPage: more } = pageInfo);
    }
    expect(backward).toEqual(from(1, LAST));
  });

  it("come between two cursors", async () => {
    const { pageInfo } = await page({ around: 10, first: 9 });
    const between = { after: pageInfo.startCursor, before: pageInfo.endCursor };
    expect((await page({ ...between, first: 100 })).seqs).toEqual(from(8, 14));
    expect((await page({ ...between, last: 3 })).seqs).toEqual(from(12, 14));
  });

  it("come around a number, and a full page at either end", async () => {
    expect(await page({ around: 15, first: 9 })).toMatchObject({
      seqs: from(12, 20),
      more: [true, true],
    });
    for (const around of [1, 2, 0, -5, -(2 ** 31)])
      expect(await page({ around, first: 9 })).toMatchObject({
        seqs: from(1, 9),
        more: [false, true],
      });
    for (const around of [LAST, LAST - 1, LAST + 1, 2 ** 31 - 1])
      expect(await page({ around, first: 9 })).toMatchObject({
        seqs: from(LAST - 8, LAST),
        more: [true, false],
      });
    expect((await page({ around: 3, first: 100 })).seqs).toEqual(from(1, LAST));
    expect((await page({ around: 3, first: 1 })).seqs).toEqual([3]);
  });

  it("come around the first unread one, wherever that is", async () => {
    const asked = { aroundUnread: true, first: 9 };
    expect((await page(asked, ben)).seqs, "nothing read").toEqual(from(1, 9));
    await ben.act("markRead", { threadId, seq: 14 });
    expect((await page(asked, ben)).seqs).toEqual(from(12, 20));
    await ben.act("markRead", { threadId, seq: LAST - 1 });
    expect((await page(asked, ben)).seqs, "one unread").toEqual(from(LAST - 8, LAST));
    await ben.act("markRead", { threadId, seq: LAST });
    expect((await page(asked, ben)).seqs, "all read").toEqual(from(LAST - 8, LAST));
    const short = await group.thread(ada);
    expect(await page(asked, ben, short.id)).toMatchObject({ seqs: [1], more: [false, false] });
  });

  it("are none behind the last and before the first, and cursors of other threads are only numbers", async () => {
    const { pageInfo } = await page({ last: 1 });
    expect(await page({ first: 5, after: pageInfo.endCursor })).toMatchObject({
      seqs: [],
      more: [true, false],
    });
    const first = await page({ first: 1 });
    expect((await page({ last: 5, before: first.pageInfo.startCursor })).seqs).toEqual([]);
    const short = await group.thread(ada);
    expect((await page({ first: 5, after: pageInfo.endCursor }, ada, short.id)).seqs).toEqual([]);
    const far = Buffer.from(`[${2 ** 31 - 1}]`).toString("base64url");
    expect((await page({ first: 100, after: far })).seqs).toEqual([]);
    expect((await page({ last: 100, before: far })).seqs).toEqual(from(1, LAST));
  });

  it.each<[string, Asked]>([
    ["first and last", { first: 5, last: 5 }],
    ["no items", { first: 0 }],
    ["fewer than none", { last: -1 }],
    ["more than a page", { first: 101 }],
    ["very many", { last: 2 ** 31 - 1 }],
    ["no base64", { after: "***" }],
    ["no JSON", { after: "AAAA" }],
    ["an empty key", { before: Buffer.from("[]").toString("base64url") }],
    ["a text for a number", { after: Buffer.from('["1"]').toString("base64url") }],
    ["a fraction", { after: Buffer.from("[1.5]").toString("base64url") }],
    ["beyond numbers", { after: Buffer.from("[1e99]").toString("base64url") }],
    ["two numbers", { after: Buffer.from("[1,2]").toString("base64url") }],
    ["an object", { after: Buffer.from('{"length":1,"0":1}').toString("base64url") }],
  ])("are refused for %s", async (_name, asked) => {
    expect(await ada.codeOf(PAGE, { id: threadId, ...asked })).toBe("BAD_USER_INPUT");
  });
});
