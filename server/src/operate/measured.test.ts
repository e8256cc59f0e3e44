import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { startNode, type BarazaNode } from "../node.ts";
import type { Config } from "../platform/config/config.ts";
import { createLog } from "../platform/log/log.ts";
import { cloneDatabase, onServer } from "../testing/database.ts";
import { startRedis } from "../testing/redis.ts";
import { testConfig } from "../testing/world.ts";
import { signIn, signOut } from "./doctor/asking.ts";
import { followSocket } from "./doctor/followSocket.ts";
import { followStream } from "./doctor/followStream.ts";
import { untilEnded, type Following } from "./doctor/heard.ts";
import { makeProbe, makeThread, newMark, send, type Probe } from "./doctor/probe.ts";

const log = createLog({ level: "silent" });
let database: Awaited<ReturnType<typeof cloneDatabase>>;
let node: BarazaNode;
let open: Following[];
beforeAll(async () => {
  database = await cloneDatabase(inject("postgresUrl"));
});
afterAll(() => database.drop());
beforeEach(() => {
  open = [];
});
afterEach(async () => {
  for (const following of open) following.leave();
  await node.stop();
});

async function start(config: Partial<Config> = {}): Promise<void> {
  node = await startNode({
    config: { ...testConfig, databaseUrl: database.url, ...config },
    log,
    databaseUrl: database.url,
    clientFolder: null,
    graceMs: 0,
    limits: { drainMs: 0 },
  });
}

/** One measure of the node, by its name and labels as they are printed. */
async function measure(series: string): Promise<number> {
  const text = await (await fetch(`${node.url}/metrics`)).text();
  const line = text.split("\n").find((each) => each.startsWith(`${series} `));
  return Number(line?.slice(series.length + 1) ?? Number.NaN);
}

async function person(): Promise<{
  probe: Probe;
  token: string;
  threadId: string;
  cursor: string;
}> {
  const probe = await makeProbe({
    databaseUrl: database.url,
    mark: newMark(),
    publicUrl: node.url,
    log,
  });
  const token = await signIn(node.url, probe);
  const thread = await makeThread(node.url, token, { mark: probe.mark, clientKey: randomUUID() });
  return { probe, token, ...thread };
}

async function follow(follows: typeof followSocket, token: string, threadId: string) {
  const following = follows(node.url, token, { threadId });
  open.push(following);
  await following.live;
  return following;
}

describe("a node's measures", { timeout: 60_000 }, () => {
  it("tell commits, followers, and a reference that nobody has", async () => {
    await start();
    const { token, threadId } = await person();
    const before = await measure("baraza_write_seconds_count");
    await send(node.url, token, { threadId, body: "one", clientKey: randomUUID() });
    expect(await measure("baraza_write_seconds_count")).toBe(before + 1);

    for (const follows of [followSocket, followStream]) await follow(follows, token, threadId);
    expect(await measure("baraza_live_followers")).toBe(2);
    expect(await measure("baraza_live_hubs")).toBe(1);
    expect(await measure("baraza_hub_references_leaked")).toBe(0);

    const channelId = await theGroup();
    await node.house.live.hubs.acquire(channelId);
    expect(await measure("baraza_hub_references_leaked")).toBe(1);
    for (const following of open) following.leave();
    await expect.poll(() => measure("baraza_connections")).toBe(0);
    await expect.poll(() => measure("baraza_live_followers")).toBe(1);
    expect(await measure("baraza_hub_references_leaked")).toBe(1);
  });

  it("tell how long an ended session was heard, by what told of its end", async () => {
    await start();
    await expect.poll(() => node.house.clock.now()).not.toBeNull();
    const { probe, token, threadId } = await person();
    const other = await signIn(node.url, probe);
    const told = await follow(followSocket, token, threadId);
    const found = await follow(followSocket, other, threadId);
    await signOut(node.url, token);
    await untilEnded(told, 2_000);
    expect(told.ended?.code).toBe(4401);
    expect(await measure('baraza_revocation_seconds_count{by="control"}')).toBe(1);
    expect(await measure('baraza_revocation_seconds_bucket{le="1",by="control"}')).toBe(1);

    await onServer(database.url, "delete from auth.session");
    await untilEnded(found, 7_000);
    expect(found.ended?.code).toBe(4401);
    expect(await measure('baraza_revocation_seconds_count{by="sweep"}')).toBe(1);
    expect(await measure('baraza_revocation_seconds_bucket{le="6",by="sweep"}')).toBe(1);
  });

  it.skipIf(!inject("redisUrl"))("tell for how long Redis was away", async () => {
    const redis = (await startRedis())!;
    await start({ redisUrl: redis.url });
    await expect.poll(() => measure("baraza_pokes_ready")).toBe(1);
    const before = await measure("baraza_redis_unready_seconds_total");
    await redis.stop();
    await expect.poll(() => measure("baraza_pokes_ready")).toBe(0);
    const away = await measure("baraza_redis_unready_seconds_total");
    expect(away).toBeGreaterThan(before);
    await expect.poll(() => measure("baraza_redis_unready_seconds_total")).toBeGreaterThan(away);
  });
});

async function theGroup(): Promise<string> {
  const { id } = await node.house.database.db
    .selectFrom("group")
    .select("id")
    .where("kind", "=", "COHORT")
    .executeTakeFirstOrThrow();
  return id;
}
