import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { request } from "node:http";
import { world, type World } from "./testing/world.ts";

let w: World;
beforeAll(async () => (w = await world({ otherOrigins: ["http://localhost:5173"] })));
afterAll(() => w.stop());

const cookie = { cookie: "session=amina" };
/** Headers, then the status of an upgrade (101 is let in) and a stream, and of a POST. */
const cases: [name: string, headers: Record<string, string>, live: number, posted: number][] = [
  ["a cookie from our own page", { ...cookie, origin: "http://baraza.test" }, 101, 200],
  ["a cookie from the page at the host that is asked", { ...cookie, origin: "SAME" }, 101, 200],
  [
    "a cookie from the development server",
    { ...cookie, origin: "http://localhost:5173" },
    101,
    200,
  ],
  ["a cookie from another site", { ...cookie, origin: "https://evil.example" }, 403, 403],
  [
    "a cookie from a name that only begins like ours",
    { ...cookie, origin: "http://baraza.test.evil.example" },
    403,
    403,
  ],
  ["a cookie from another port", { ...cookie, origin: "http://baraza.test:81" }, 403, 403],
  ["a cookie from the origin null", { ...cookie, origin: "null" }, 403, 403],
  ["a cookie and no origin", cookie, 403, 200],
  ["no cookie from another site", { origin: "https://intranet.example" }, 101, 200],
  ["no cookie and no origin", {}, 101, 200],
];

/** fetch does not let a caller set Origin, so the requests are made by hand. */
function status(
  method: string,
  path: string,
  headers: Record<string, string>,
  body = "",
): Promise<number> {
  const { host, port } = new URL(w.url);
  const given = headers["origin"] === "SAME" ? { ...headers, origin: `http://${host}` } : headers;
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, method, path, headers: given }, (response) => {
      response.destroy();
      resolve(response.statusCode ?? 0);
    });
    asked.on("upgrade", (response, socket) => {
      socket.destroy();
      resolve(response.statusCode ?? 0);
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

const upgrade = {
  connection: "Upgrade",
  upgrade: "websocket",
  "sec-websocket-version": "13",
  "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
  "sec-websocket-protocol": "graphql-transport-ws",
};
const json = { "content-type": "application/json", accept: "*/*" };
const body = JSON.stringify({ query: "{ hello }" });

describe.each(cases)("%s", (_, headers, live, posted) => {
  test("over the socket", async () => {
    expect(await status("GET", "/graphql", { ...upgrade, ...headers })).toBe(live);
  });
  test("over a stream", async () => {
    const wanted = live === 101 ? 200 : live;
    expect(await status("POST", "/graphql/stream", { ...json, ...headers }, body)).toBe(wanted);
  });
  test("over HTTP", async () => {
    expect(await status("POST", "/graphql", { ...json, ...headers }, body)).toBe(posted);
  });
});

test("a socket on any other path is not ours", async () => {
  expect(await status("GET", "/elsewhere", upgrade)).toBe(404);
});

test("credentials in the address are no credentials", async () => {
  expect(
    await status(
      "POST",
      "/graphql?authorization=Bearer%20amina",
      json,
      JSON.stringify({ query: "{ __schema { queryType { name } } }" }),
    ),
  ).toBe(401);
});

test("credentials that are not good are refused rather than ignored", async () => {
  const bad = { authorization: "Bearer nobody" };
  expect(await status("POST", "/graphql", { ...json, ...bad }, body)).toBe(401);
  expect(await status("POST", "/graphql/stream", { ...json, ...bad }, body)).toBe(401);
  expect(await (await w.socket({ authorization: "Bearer nobody" })).closed).toBe(4401);
});
