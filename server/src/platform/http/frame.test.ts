import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLog } from "../log/log.ts";
import { createMetrics } from "../telemetry/metrics.ts";
import { createFrame, type Frame } from "./frame.ts";
import { closeServer } from "./stop.ts";

let frame: Frame;
let url: string;
let folder: string;
const logged: string[] = [];
let databaseIsUp = true;
const script = `console.log(${JSON.stringify("long ".repeat(100))})`;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "frame-"));
  mkdirSync(path.join(folder, "assets"));
  writeFileSync(path.join(folder, "index.html"), "<!doctype html><title>Baraza</title>");
  writeFileSync(path.join(folder, "favicon.svg"), "<svg/>");
  writeFileSync(path.join(folder, "assets/main-abc.js"), script);
  writeFileSync(path.join(folder, "assets/main-abc.js.br"), brotliCompressSync(script));
  writeFileSync(path.join(folder, "assets/main-abc.js.gz"), gzipSync(script));
  writeFileSync(path.join(folder, "assets/main-abc.js.map"), "{}");
  frame = createFrame({
    publicUrl: "https://baraza.example.org",
    trustProxy: 0,
    clientFolder: folder,
    checks: [
      {
        name: "database",
        required: true,
        check: async () => {
          if (!databaseIsUp)
            throw new Error("connect ECONNREFUSED postgresql://baraza:secret@db:5432");
        },
      },
      {
        name: "redis",
        required: false,
        check: () => Promise.reject(new Error("not ready\nat x.ts:1")),
      },
      { name: "disk", required: false, check: async () => "There is little room." },
    ],
    metrics: createMetrics(),
    metricsToken: "let-me-in",
    log: createLog({ level: "debug", to: { write: (line) => void logged.push(line) } }),
  });
  frame.app.get("/api/broken", () => {
    throw new Error('select "secret" from x');
  });
  frame.app.get("/api/slow", (_req, res) => void setTimeout(() => res.json({ done: true }), 200));
  frame.complete();
  await new Promise<void>((resolve) => frame.server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(frame.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await closeServer(frame.server, 100);
  rmSync(folder, { recursive: true });
});

/** As it is on the wire: fetch would decode the body and mend the path. */
function raw(
  target: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<IncomingMessage & { body: Buffer }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path: target, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve(Object.assign(response, { body: Buffer.concat(parts) })));
    });
    asked.on("error", reject);
    asked.end();
  });
}

const page = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

test("every answer bears the protecting headers", async () => {
  for (const target of ["/", "/nothing.js", "/health/live", "/api/broken"]) {
    const { headers } = await raw(target);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "x-frame-options": "DENY",
      "strict-transport-security": "max-age=31536000; includeSubDomains",
      "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers).not.toHaveProperty("x-powered-by");
    const policy = headers["content-security-policy"];
    expect(policy).toContain("default-src 'self';script-src 'self';");
    expect(policy).toContain("connect-src 'self' wss://baraza.example.org;");
    expect(policy).toMatch(
      /object-src 'none';base-uri 'none';.*frame-ancestors 'none';require-trusted-types-for 'script'/,
    );
    expect(policy).not.toMatch(/unsafe|upgrade-insecure/);
  }
});

test.each([
  ["br, gzip", "br"],
  ["gzip", "gzip"],
  ["identity", undefined],
  ["br;q=0, gzip", "gzip"],
])("a file is sent as the build compressed it: %s", async (accepted, encoding) => {
  const { statusCode, headers, body } = await raw("/assets/main-abc.js", {
    "accept-encoding": accepted,
  });
  expect(statusCode).toBe(200);
  expect(headers["content-encoding"]).toBe(encoding);
  expect(headers["content-type"]).toBe("text/javascript; charset=utf-8");
  expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(headers["vary"]).toMatch(/accept-encoding/i);
  const whole =
    encoding === "br"
      ? brotliCompressSync(script)
      : encoding === "gzip"
        ? gzipSync(script)
        : Buffer.from(script);
  expect(body.length).toBe(whole.length);
});

test("the page is asked for anew each time, and told when it has not changed", async () => {
  const { headers, body } = await raw("/");
  expect(headers["cache-control"]).toBe("no-cache");
  expect(body.toString()).toContain("<title>Baraza");
  const again = await raw("/", { "if-none-match": headers["etag"] ?? "" });
  expect([again.statusCode, again.body.length]).toEqual([304, 0]);
  expect((await raw("/", {}, "HEAD")).body.length).toBe(0);
});

test.each([
  ["/groups/abc", page, 200],
  ["/groups/abc", { accept: "application/json" }, 404],
  ["/groups/abc.js", page, 404],
  ["/assets/gone-123.js", page, 404],
  ["/assets/main-abc.js.map", page, 404],
  ["/assets/main-abc.js.br", page, 404],
  ["/graphql/x", page, 404],
  ["/api/nothing", page, 404],
  ["/health/nothing", page, 404],
  ["/files/x", page, 404],
  ["/..%2f..%2fetc%2fpasswd", {}, 404],
  ["/../../etc/passwd", {}, 404],
  ["/assets/../../../etc/passwd", {}, 404],
  ["/%", {}, 404],
  ["/%00", {}, 404],
])(
  "%s is the client's page only where a person navigates: %o %i",
  async (target, headers, status) => {
    const answer = await raw(target, headers);
    expect(answer.statusCode).toBe(status);
    if (status === 200) expect(answer.body.toString()).toContain("<title>Baraza");
    else expect(answer.body.toString()).not.toMatch(/<|root:|\.ts/);
  },
);

test("a POST to a page finds nothing", async () => {
  expect((await raw("/groups", page, "POST")).statusCode).toBe(404);
});

test("a fault answers with the id under which it was logged", async () => {
  const { statusCode, body } = await raw("/api/broken");
  const { error } = JSON.parse(body.toString()) as { error: { id: string } };
  expect(statusCode).toBe(500);
  expect(body.toString()).not.toContain("select");
  expect(logged.find((line) => line.includes(error.id))).toContain("select");
});

test("the log has no tokens of paths and queries", async () => {
  await raw("/invitation/a-token-that-is-long-enough?token=hidden", page);
  await expect.poll(() => logged.join("")).toContain('"path":"/invitation/…"');
  expect(logged.join("")).not.toMatch(/a-token-that|hidden/);
});

test("readiness tells each dependency, and fails for those that are required", async () => {
  const ready = await raw("/health/ready");
  expect(ready.statusCode).toBe(200);
  const since = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
  expect(JSON.parse(ready.body.toString())).toEqual({
    status: "degraded",
    checks: [
      { name: "database", state: "good", since, says: null },
      { name: "redis", state: "away", since, says: "not ready" },
      { name: "disk", state: "degraded", since, says: "There is little room." },
      { name: "event loop", state: "good", since, says: null },
    ],
  });
  databaseIsUp = false;
  await expect
    .poll(async () => (await raw("/health/ready")).statusCode, { timeout: 3000 })
    .toBe(503);
  const away = await raw("/health/ready");
  expect(JSON.parse(away.body.toString())).toMatchObject({
    status: "not ready",
    checks: [{ name: "database", state: "away" }, { name: "redis" }, {}, {}],
  });
  expect(away.body.toString()).toContain("ECONNREFUSED postgresql://db:5432");
  databaseIsUp = true;
  await expect
    .poll(async () => (await raw("/health/ready")).statusCode, { timeout: 3000 })
    .toBe(200);
  expect(JSON.parse((await raw("/health/live")).body.toString())).toMatchObject({
    status: "alive",
  });
});

test("metrics are for this machine, or for those who have the token", async () => {
  const local = await raw("/metrics");
  expect(local.body.toString()).toMatch(/baraza_http_request_seconds_count\{kind="page"/);
  expect(local.body.toString()).toMatch(/baraza_event_loop_delay_seconds\{quantile="0.99"\} \d/);
  const proxied = { "x-forwarded-for": "127.0.0.1" };
  expect((await raw("/metrics", proxied)).statusCode).toBe(404);
  expect((await raw("/metrics", { ...proxied, authorization: "Bearer wrong" })).statusCode).toBe(
    404,
  );
  expect(
    (await raw("/metrics", { ...proxied, authorization: "Bearer let-me-in" })).statusCode,
  ).toBe(200);
});

test("while it stops it is not ready, and finishes what it has begun", async () => {
  const slow = raw("/api/slow");
  await new Promise((resolve) => setTimeout(resolve, 50));
  frame.beginStop();
  const ready = await raw("/health/ready");
  expect(ready.statusCode).toBe(503);
  expect(ready.headers["connection"]).toBe("close");
  expect(JSON.parse(ready.body.toString())).toMatchObject({
    status: "not ready",
    checks: [{ name: "draining", state: "away" }, { name: "database", state: "good" }, {}, {}, {}],
  });
  await closeServer(frame.server, 2000);
  expect((await slow).body.toString()).toBe('{"done":true}');
});
