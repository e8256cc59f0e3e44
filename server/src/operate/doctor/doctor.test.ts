import "reflect-metadata";
import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { startNode, type BarazaNode, type NodeOptions } from "../../node.ts";
import { createLog } from "../../platform/log/log.ts";
import { cloneDatabase, onServer, readRows } from "../../testing/database.ts";
import { freePort } from "../../testing/freePort.ts";
import { startRedis } from "../../testing/redis.ts";
import { testConfig } from "../../testing/world.ts";
import { withClient } from "../installation.ts";
import { ask, signIn } from "./asking.ts";
import { examine } from "./doctor.ts";
import { makeProbe, makeThread, newMark, send } from "./probe.ts";
import { findOldProbes } from "./remove.ts";

const log = createLog({ level: "silent" });
const secret = testConfig.secret;
let database: Awaited<ReturnType<typeof cloneDatabase>>;
let said: string[];
let nodes: BarazaNode[];
beforeAll(async () => {
  database = await cloneDatabase(inject("postgresUrl"));
});
afterAll(() => database.drop());
beforeEach(() => {
  said = [];
  nodes = [];
});
afterEach(async () => {
  await Promise.all(nodes.map((node) => node.stop()));
});

async function start(options: Partial<NodeOptions["config"]> = {}): Promise<BarazaNode> {
  const node = await startNode({
    config: { ...testConfig, databaseUrl: database.url, ...options },
    log,
    databaseUrl: database.url,
    clientFolder: null,
    graceMs: 0,
    limits: { drainMs: 0 },
  });
  nodes.push(node);
  return node;
}

const examineAt = (urls: string[], environment: NodeJS.ProcessEnv = {}, signal?: AbortSignal) =>
  examine({
    environment: { DATABASE_URL: database.url, BARAZA_SECRET: secret, ...environment },
    urls,
    say: (line) => void said.push(line),
    signal,
  });
const saidWith = (mark: string) => said.filter((line) => line.startsWith(mark)).join("\n");

/** Each table by its rows: what a probe leaves behind would show. How far the log is tidied is a node's own affair. */
async function tables(): Promise<Record<string, unknown>> {
  const names = await readRows<{ name: string }>(
    database.url,
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'auth') and tablename <> 'log_keeping' order by 1`,
    [],
  );
  const found: Record<string, unknown> = {};
  for (const { name } of names)
    found[name] = await readRows(
      database.url,
      `select * from ${name} as each order by each::text`,
      [],
    );
  return found;
}

describe("the doctor", { timeout: 60_000 }, () => {
  it("finds a healthy node right and leaves nothing behind", async () => {
    const { url } = await start();
    const before = await tables();
    expect(await examineAt([`${url}/`]), said.join("\n")).toBe(true);
    expect(await tables()).toEqual(before);
    expect(saidWith("wrong")).toBe("");
    const right = saidWith("right");
    expect(right).toMatch(/PostgreSQL answers/);
    expect(right).toMatch(/A sign-in at .* works/);
    expect(right).toMatch(/8 messages were acknowledged/);
    expect(right).toMatch(/The socket at .* told all in order/);
    expect(right).toMatch(/The event stream at .* told all in order/);
    expect(right).toMatch(/comes back with a cursor gets what they missed, and nothing else/);
    expect(right).toMatch(/all its connections close/);
    expect(right).toMatch(/consumers of the log .* keep up/);
    expect(right).toMatch(/nothing of it is left/);
  });

  it.skipIf(!inject("redisUrl"))("finds two nodes that wake each other right", async () => {
    const redisUrl = inject("redisUrl")!;
    const urls = [(await start({ redisUrl })).url, (await start({ redisUrl })).url];
    expect(await examineAt(urls, { REDIS_URL: redisUrl }), said.join("\n")).toBe(true);
    expect(saidWith("right").match(/told all in order/g)).toHaveLength(4);
    expect(saidWith("right")).toMatch(/A session of one node is good at the others/);
  });

  it("says when two nodes have different secrets and no Redis", async () => {
    const urls = [
      (await start()).url,
      (await start({ secret: "another secret of 32 characters or more" })).url,
    ];
    expect(await examineAt(urls)).toBe(false);
    expect(saidWith("wrong")).toMatch(/REDIS_URL is not set, and there are several nodes/);
    expect(saidWith("wrong")).toMatch(/A session of .* is not known at/);
  });

  it.skipIf(!inject("redisUrl"))("says that Redis is away, and that nothing is lost", async () => {
    const redis = (await startRedis())!;
    const { url } = await start({ redisUrl: redis.url });
    await redis.stop();
    const before = await tables();
    expect(await examineAt([url], { REDIS_URL: redis.url })).toBe(false);
    expect(saidWith("wrong")).toMatch(/^wrong +Redis cannot be reached at REDIS_URL.*$/);
    expect(saidWith("look")).toMatch(/says of its redis/);
    expect(saidWith("right")).toMatch(/told all in order/);
    expect(await tables()).toEqual(before);
  });

  it("says that a proxy swallows the upgrades of sockets", async () => {
    const { url } = await start();
    const proxy = await startDeafProxy(url);
    const before = await tables();
    expect(await examineAt([`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`])).toBe(
      false,
    );
    proxy.close();
    expect(saidWith("wrong")).toMatch(
      /^wrong +The socket at .* does not open: the upgrade was answered with 400\.$/,
    );
    expect(said.join("\n")).toMatch(/pass WebSocket upgrades on/);
    expect(saidWith("right")).toMatch(/The event stream at .* told all in order/);
    expect(await tables()).toEqual(before);
  });

  it("says that the database is away, and what the node says", async () => {
    const { url } = await start();
    const away = "postgresql://nobody@127.0.0.1:1/none";
    expect(await examineAt([url], { DATABASE_URL: away })).toBe(false);
    expect(saidWith("wrong")).toMatch(/PostgreSQL cannot be reached at DATABASE_URL/);
    expect(saidWith("right")).toMatch(/is ready and answers/);
  });

  it("says that nothing answers at an address", async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    expect(await examineAt([url])).toBe(false);
    expect(saidWith("wrong")).toContain(`Nothing answers at ${url} (ECONNREFUSED)`);
  });

  it("does not make a probe in tables that are not those of its version", async () => {
    const { url } = await start();
    await onServer(database.url, "insert into migration (name) values ('999-from-the-future')");
    try {
      expect(await examineAt([url])).toBe(false);
      expect(saidWith("wrong")).toMatch(/999-from-the-future.*older version/);
      expect(said.join("\n")).not.toMatch(/sign-in/);
    } finally {
      await onServer(database.url, "delete from migration where name = '999-from-the-future'");
    }
  });

  it("removes what a doctor that was killed left behind, and not what another one is at", async () => {
    const { url } = await start();
    const before = await tables();
    const left = await leaveBehind(url);
    const old = `update auth."user" set "createdAt" = now() - interval '1 hour' where email = '${left.email}'`;
    await withClient(database.url, async (client) => {
      expect(await findOldProbes(client)).toEqual([]);
      await client.query(old);
      expect(await findOldProbes(client)).toEqual([left.mark]);
    });
    expect(await examineAt([url]), said.join("\n")).toBe(true);
    expect(saidWith("right")).toMatch(/earlier doctor left behind was removed/);
    expect(await tables()).toEqual(before);
  });

  it("removes its probe when it is interrupted", async () => {
    const { url } = await start();
    const before = await tables();
    const enough = new AbortController();
    const examined = examineAt([url], {}, enough.signal);
    await expect.poll(() => saidWith("right"), { timeout: 15_000 }).toMatch(/sign-in/);
    enough.abort();
    expect(await examined).toBe(false);
    expect(saidWith("wrong")).toMatch(/interrupted/);
    expect(saidWith("right")).toMatch(/nothing of it is left/);
    expect(await tables()).toEqual(before);
  });
});

async function leaveBehind(url: string) {
  const probe = await makeProbe({
    databaseUrl: database.url,
    mark: newMark(),
    publicUrl: url,
    log,
  });
  const token = await signIn(url, probe);
  const key = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
  const { threadId } = await makeThread(url, token, { mark: probe.mark, clientKey: key(1) });
  await send(url, token, { threadId, body: "left behind", clientKey: key(2) });
  await ask(
    url,
    token,
    "mutation($input: MarkReadInput!) { markRead(input: $input) { errors { message } } }",
    { input: { threadId, seq: 1 } },
  );
  return probe;
}

/** Hands requests on, and has never heard of upgrades. */
async function startDeafProxy(target: string): Promise<Server> {
  const proxy = createServer((req, res) => {
    const onward = request(`${target}${req.url}`, { method: req.method, headers: req.headers });
    onward.on("response", (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
    });
    onward.on("error", () => res.destroy());
    res.on("close", () => onward.destroy());
    req.pipe(onward);
  });
  proxy.on("upgrade", (_req, socket) =>
    socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
  );
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  return proxy;
}
