import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { world, type World } from "./testing/world.ts";

let w: World;
beforeAll(async () => (w = await world({ limits: { pointsPerAddress: 1e6 } })));
afterAll(() => w.stop());

const json = { "content-type": "application/json" };
const hello = JSON.stringify({ query: "{ hello }" });
const boundary =
  '--b\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"{ hello }"}\r\n--b--\r\n';

const refused: [name: string, status: number, init: RequestInit][] = [
  ["GET", 405, { method: "GET" }],
  ["HEAD", 405, { method: "HEAD" }],
  ["PUT", 405, { method: "PUT", headers: json, body: hello }],
  ["DELETE", 405, { method: "DELETE" }],
  ["OPTIONS", 405, { method: "OPTIONS" }],
  ["text/plain", 415, { headers: { "content-type": "text/plain" }, body: hello }],
  ["no type", 415, { body: new Blob([hello]) }],
  [
    "application/graphql",
    415,
    { headers: { "content-type": "application/graphql" }, body: "{ hello }" },
  ],
  [
    "a form",
    415,
    { headers: { "content-type": "application/x-www-form-urlencoded" }, body: "query=%7Bhello%7D" },
  ],
  [
    "multipart",
    415,
    { headers: { "content-type": "multipart/form-data; boundary=b" }, body: boundary },
  ],
  [
    "another charset",
    415,
    { headers: { "content-type": "application/json; charset=latin1" }, body: hello },
  ],
  [
    "an unknown encoding",
    415,
    { headers: { ...json, "content-encoding": "zstd-not" }, body: hello },
  ],
  [
    "what only says that it is gzip",
    400,
    { headers: { ...json, "content-encoding": "gzip" }, body: hello },
  ],
  [
    "70 KB",
    413,
    { headers: json, body: JSON.stringify({ query: "{ hello }", x: "x".repeat(70_000) }) },
  ],
  [
    "10 MB in 10 KB of gzip",
    413,
    {
      headers: { ...json, "content-encoding": "gzip" },
      body: gzipSync(JSON.stringify({ query: `{ hello } #${"x".repeat(10 * 1024 * 1024)}` })),
    },
  ],
  ...[
    "",
    " ",
    "{",
    '{"query":',
    "null",
    "1",
    '"text"',
    "[]",
    "{}",
    `[${hello},${hello}]`,
    `[${hello}]`,
    "\u0000",
    "undefined",
    '{"query":null}',
    '{"query":1}',
    '{"query":{}}',
    '{"query":["{ hello }"]}',
    '{"query":""}',
    '{"query":{"kind":"Document"}}',
    '{"query":"{ hello }","variables":"x"}',
    '{"query":"{ hello }","variables":[1]}',
    '{"query":"{ hello }","variables":1}',
    '{"query":"{ hello }","operationName":1}',
    '{"query":"{ hello }","operationName":"x"}',
    '{"query":"{ hello }","extensions":"x"}',
    '{"query":"{ hello }","extensions":[]}',
    '{"query":"{ hello }","extensions":{"persistedQuery":{}}}',
    '{"query":"{ hello }","extensions":{"persistedQuery":{"version":1,"sha256Hash":{"a":1}}}}',
    '{"query":"query ($t: String) { echo(text: $t) }","variables":{"t":{"__proto__":{"x":1}}}}',
    '{"query":"{"}',
    '{"query":"{ nothing }"}',
    '{"query":"fragment f on Query { hello }"}',
    '{"query":"{ hello(x: 99999999999999999999) }"}',
    '{"query":"\\ud800 { hello }"}',
    JSON.stringify({ query: "query ($n: Int) { slow(ms: $n) }", variables: { n: 1e300 } }),
    `{"query":"{ hello }","variables":${'{"a":'.repeat(5000)}1${"}".repeat(5000)}}`,
    `{"query":"{ hello }","x":${"[".repeat(20_000)}${"]".repeat(20_000)}, "variables": 1}`,
  ].map((body): [string, number, RequestInit] => [
    JSON.stringify(body.slice(0, 60)),
    400,
    { headers: json, body },
  ]),
];

describe.each(["", "/stream"])("/graphql%s", (path) => {
  test.each(refused)("%s is answered with %i", async (_, status, init) => {
    const response = await fetch(w.url + path, { method: "POST", ...init });
    const text = await response.text();
    expect(response.headers.get("content-type")).toMatch(/json|event-stream/);
    expect(text).not.toMatch(/\bat \/|node_modules|SyntaxError/);
    // A stream tells what is wrong with an operation in the stream.
    const told = path === "/stream" && status === 400 && response.status === 200;
    if (told) expect(text).toMatch(/^data: \{"errors":\[\{"message"/m);
    else expect(response.status).toBe(status);
    if (!told && init.method !== "HEAD")
      expect(JSON.parse(text)).toHaveProperty("errors.0.extensions.code");
    if (status === 405) expect(response.headers.get("allow")).toBe("POST");
  });
});

const anything = fc.oneof(
  fc.json(),
  fc.string({ unit: "binary" }),
  fc
    .record({
      query: fc.string({ unit: "binary" }),
      variables: fc.jsonValue(),
      extensions: fc.jsonValue(),
    })
    .map((body) => JSON.stringify(body)),
  fc.dictionary(fc.string(), fc.jsonValue()).map((variables) =>
    JSON.stringify({
      query: "query ($t: String, $n: Int) { echo(text: $t) people(first: $n) { nodes { id } } }",
      variables,
    }),
  ),
);

test.each(["", "/stream"])(
  "whatever is sent to /graphql%s is never a fault of ours",
  async (path) => {
    await fc.assert(
      fc.asyncProperty(anything, async (body) => {
        const response = await fetch(w.url + path, { method: "POST", headers: json, body });
        expect(response.status).toBeLessThan(500);
        expect(await response.text()).not.toContain("INTERNAL");
      }),
      { numRuns: 300 },
    );
  },
);

test("whatever is sent over a socket is never a fault of ours", async () => {
  const codes: number[] = [];
  await fc.assert(
    fc.asyncProperty(anything, async (text) => {
      const client = await w.socket({ authorization: "Bearer amina" });
      client.socket.send(text);
      client.socket.send(`{"id":"1","type":"subscribe","payload":${text}}`);
      client.socket.close();
      codes.push(await client.closed);
    }),
    { numRuns: 100 },
  );
  expect([...new Set(codes)].filter((code) => ![1005, 4400].includes(code))).toEqual([]);
  expect(w.logged.join("")).not.toContain("fault");
});

test("a body that is well compressed and small is read", async () => {
  const response = await fetch(w.url, {
    method: "POST",
    headers: { ...json, "content-encoding": "gzip" },
    body: gzipSync(hello),
  });
  expect(await response.json()).toHaveProperty("data.hello", "hello");
});

test("when the database cannot be reached the answer says to try again", async () => {
  const away = await world({ unavailable: () => true });
  const response = await fetch(away.url, {
    method: "POST",
    headers: json,
    body: JSON.stringify({ query: "{ broken hello }" }),
  });
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "2"]);
  await away.stop();
});
