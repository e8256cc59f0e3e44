import { createHash } from "node:crypto";
import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, codesOf, transports } from "./testing/ask.ts";
import { post, world, type World } from "./testing/world.ts";

const kept = "{ hello echo }";
const hash = (document: string) => createHash("sha256").update(document).digest("hex");
const persisted = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });

let w: World;
beforeAll(async () => {
  w = await world({
    limits: { operationMs: 300 },
    persistedDocuments: new Map([[hash(kept), kept]]),
  });
});
afterAll(() => w.stop());

const nested = (times: number, inner: string) =>
  "friend { ".repeat(times) + inner + " }".repeat(times);
const list = (length: number) => Array.from({ length }, (_, index) => index);
const bombs = list(20).map((n) => `fragment f${n} on Person { ...f${n + 1} ...f${n + 1} }`);

const refused: [name: string, code: string, payload: Record<string, unknown>][] = [
  [
    "16 aliases",
    "QUERY_TOO_COMPLEX",
    {
      query: `{ ${list(16)
        .map((n) => `a${n}: hello`)
        .join(" ")} }`,
    },
  ],
  [
    "aliases in a fragment that is used twice",
    "QUERY_TOO_COMPLEX",
    {
      query: `{ x: person { ...f } y: person { ...f } } fragment f on Person { ${list(7)
        .map((n) => `a${n}: id`)
        .join(" ")} }`,
    },
  ],
  [
    "11 directives",
    "QUERY_TOO_COMPLEX",
    {
      query: `{ ${list(11)
        .map((n) => `a${n}: hello @include(if: true)`)
        .join(" ")} }`,
    },
  ],
  ["friends 20 deep", "QUERY_TOO_COMPLEX", { query: `{ person { ${nested(20, "id")} } }` }],
  [
    "connections 9 deep",
    "QUERY_TOO_COMPLEX",
    {
      query: `{ people { nodes { ${"friends(first: 1) { nodes { ".repeat(8)} id ${"} } ".repeat(8)} } } }`,
    },
  ],
  ["1001 tokens", "GRAPHQL_PARSE_FAILED", { query: `{ ${"hello ".repeat(1000)} }` }],
  ["15001 characters", "QUERY_TOO_COMPLEX", { query: `{ hello } #${"x".repeat(15_000)}` }],
  ["a syntax error", "GRAPHQL_PARSE_FAILED", { query: "{ hello" }],
  ["an unknown field", "GRAPHQL_VALIDATION_FAILED", { query: "{ hallo }" }],
  [
    "a circle of fragments",
    "GRAPHQL_VALIDATION_FAILED",
    { query: "{ person { ...f } } fragment f on Person { friend { ...f } }" },
  ],
  [
    "fragments that double twenty times",
    "QUERY_TOO_COMPLEX",
    {
      query: `{ person { ...f0 } } ${bombs.join(" ")} fragment f20 on Person { id }`,
    },
  ],
  [
    "a circle in introspection",
    "GRAPHQL_VALIDATION_FAILED",
    {
      query:
        "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }",
    },
  ],
  ["first: 0", "BAD_USER_INPUT", { query: "{ people(first: 0) { nodes { id } } }" }],
  ["first: -1", "BAD_USER_INPUT", { query: "{ people(first: -1) { nodes { id } } }" }],
  ["last: 101", "BAD_USER_INPUT", { query: "{ people(last: 101) { nodes { id } } }" }],
  [
    "first: 101 as a variable",
    "BAD_USER_INPUT",
    {
      query: "query ($n: Int) { people(first: $n) { nodes { id } } }",
      variables: { n: 101 },
    },
  ],
  [
    "first: 10^12 as a variable",
    "BAD_USER_INPUT",
    {
      query: "query ($n: Int) { people(first: $n) { nodes { id } } }",
      variables: { n: 1e12 },
    },
  ],
  [
    "a page of pages of pages",
    "QUERY_TOO_COMPLEX",
    {
      query: "{ people(first: 100) { nodes { friends(first: 100) { nodes { id } } } } }",
    },
  ],
  [
    "101 items in a variable",
    "BAD_USER_INPUT",
    {
      query: "query ($ids: [ID]) { byId(ids: $ids) { id } }",
      variables: { ids: list(101) },
    },
  ],
  [
    "101 items in the document",
    "BAD_USER_INPUT",
    { query: `{ add(numbers: [${list(101).join(" ")}]) }` },
  ],
  [
    "a text of 10001 characters",
    "BAD_USER_INPUT",
    {
      query: "query ($t: String) { echo(text: $t) }",
      variables: { t: "x".repeat(10_001) },
    },
  ],
  [
    "a literal of 10001 characters",
    "BAD_USER_INPUT",
    { query: `{ echo(text: "${"x".repeat(10_001)}") }` },
  ],
  [
    "variables nested 30 deep",
    "BAD_USER_INPUT",
    {
      query: "query ($t: String) { echo(text: $t) }",
      variables: { t: JSON.parse("[".repeat(30) + "]".repeat(30)) as unknown },
    },
  ],
  [
    "a variable of the wrong type",
    "BAD_USER_INPUT",
    {
      query: "query ($t: String) { echo(text: $t) }",
      variables: { t: 1 },
    },
  ],
  [
    "an operation that is not there",
    "BAD_USER_INPUT",
    { query: "query a { hello }", operationName: "b" },
  ],
  [
    "two operations and no name",
    "BAD_USER_INPUT",
    { query: "query a { hello } query b { hello }" },
  ],
  [
    "an unknown hash",
    "PERSISTED_QUERY_NOT_FOUND",
    { extensions: persisted(hash("{ viewer }")), query: "" },
  ],
  [
    "a hash of something else",
    "BAD_USER_INPUT",
    { extensions: persisted(hash(kept)), query: "{ viewer }" },
  ],
  ["more than its time", "TIMED_OUT", { query: "{ slow(ms: 2000) }" }],
  ["a fault", "INTERNAL", { query: "{ broken }" }],
  ["a field that refuses", "NOT_FOUND", { query: "{ gone }" }],
];

describe.each(transports)("over %s", (transport) => {
  test.each(refused)("%s: %s", async (_, code, payload) => {
    const answer = await ask(w, transport, payload, "amina");
    expect(codesOf(answer)).toContain(code);
    expect(JSON.stringify(answer)).not.toMatch(/select "|\.ts:|secret|stack/);
  });

  test("an error without a name is logged under the id that the caller gets", async () => {
    const { errors } = await ask(w, transport, { query: "{ broken }" }, "amina");
    const id = errors?.[0]?.extensions?.["id"];
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(w.logged.find((line) => line.includes(String(id)))).toContain("from person");
  });

  test("names of fields are not suggested", async () => {
    const { errors } = await ask(w, transport, { query: "{ helo }" }, "amina");
    expect(errors?.[0]?.message).toBe('Cannot query field "helo" on type "Query".');
  });

  test("validation stops after three errors", async () => {
    const query = `{ ${list(50)
      .map((n) => `x${n}`)
      .join(" ")} }`;
    expect((await ask(w, transport, { query }, "amina")).errors).toHaveLength(4);
  });

  test("ten errors of coercion are told", async () => {
    const query = `query (${list(50)
      .map((n) => `$v${n}: Int!`)
      .join(" ")}) { hello }`;
    const { errors } = await ask(w, transport, { query }, "amina");
    expect(errors?.length).toBeGreaterThan(2);
    expect(errors?.length).toBeLessThan(12);
  });

  test("introspection is for those who have signed in", async () => {
    const query = getIntrospectionQuery();
    expect(codesOf(await ask(w, transport, { query }))).toEqual(["UNAUTHENTICATED"]);
    expect(
      codesOf(await ask(w, transport, { query: '{ __type(name: "Person") { name } }' })),
    ).toEqual(["UNAUTHENTICATED"]);
    expect((await ask(w, transport, { query }, "amina")).data).toHaveProperty("__schema");
    expect((await ask(w, transport, { query: "{ __typename }" })).data).toEqual({
      __typename: "Query",
    });
  });

  test("what stays within the limits is answered", async () => {
    const fine = [
      `{ ${list(15)
        .map((n) => `a${n}: hello`)
        .join(" ")} }`,
      "{ people(first: 100) { edges { node { id friends(first: 40) { nodes { id } } } } } }",
      "{ people(first: 2) { edges { node { friends(first: 2) { edges { node { friends(first: 2) { edges { node { friend { friend { id } } } } } } } } } } } }",
    ];
    for (const query of fine)
      expect(codesOf(await ask(w, transport, { query }, "amina"))).toEqual([]);
    const long = {
      query: "query ($t: String) { echo(body: $t) }",
      variables: { t: "x".repeat(30_000) },
    };
    expect(codesOf(await ask(w, transport, long, "amina"))).toEqual([]);
  });

  test("a kept document is sent by its hash", async () => {
    const answer = await ask(
      w,
      transport,
      { extensions: persisted(hash(kept)), query: "" },
      "amina",
    );
    expect(answer.data).toEqual({ hello: "hello", echo: null });
  });

  test("the price is told, and what was too much of it given back", async () => {
    const query = "{ cost people(first: 100) { nodes { id friend { id } } } }";
    const answer = await ask(w, transport, { query }, "bwalya");
    expect(answer.data?.["cost"]).toBe(200);
    expect(answer.extensions?.["cost"]).toMatchObject({
      requested: 200,
      actual: 4,
      restoreRate: 1000,
    });
  });
});

test("subscriptions are refused over plain HTTP", async () => {
  expect(codesOf(await ask(w, "http", { query: "subscription { ticks }" }, "amina"))).toEqual([
    "BAD_USER_INPUT",
  ]);
});

test.each(["socket", "stream"] as const)(
  "a subscription that cannot begin says so over %s",
  async (transport) => {
    const answer = await ask(w, transport, { query: "subscription { refused }" }, "amina");
    expect(codesOf(answer)).toEqual(["INTERNAL"]);
    expect(JSON.stringify(answer)).not.toContain("select");
  },
);

describe("points", () => {
  let poor: World;
  beforeAll(async () => {
    poor = await world({ limits: { pointsPerPerson: 30, pointsPerAddress: 30 } });
  });
  afterAll(() => poor.stop());
  const spender = { http: "amina", socket: "bwalya", stream: "chanda" };

  test.each(transports)("run out over %s, and are each person's own", async (transport) => {
    const codes: unknown[] = [];
    for (let times = 0; times < 35; times += 1)
      codes.push(
        codesOf(await ask(poor, transport, { query: "{ hello }" }, spender[transport]))[0],
      );
    expect(codes.slice(0, 30)).toEqual(Array(30).fill(undefined));
    expect(codes.at(-1)).toBe("THROTTLED");
  });

  test("of strangers pay for what cannot even be parsed; the answer says when to come back", async () => {
    for (let times = 0; times < 30; times += 1) await post(poor.url, { query: "{" });
    const { status, headers, body } = await post(poor.url, { query: "{ hello }" });
    expect([status, codesOf(body)]).toEqual([429, ["THROTTLED"]]);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(headers.get("retry-after"))).toBeLessThan(4);
  });
});
