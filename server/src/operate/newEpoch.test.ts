import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { cloneDatabase, onServer, readRows } from "../testing/database.ts";
import { RedisPokes } from "../live/pokesRedis.ts";
import type { Control } from "../live/pokes.ts";
import { PlainError } from "../platform/config/plainError.ts";
import { startRedis } from "../testing/redis.ts";
import { migrate } from "../platform/database/migrate.ts";
import { startEmbeddedPostgres } from "../platform/embedded/embedded.ts";
import { createLog } from "../platform/log/log.ts";
import { newEpoch } from "./newEpoch.ts";

const log = createLog({ level: "silent" });
let database: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  database = await cloneDatabase(inject("postgresUrl"));
});
afterAll(() => database.drop());

let said: string[];
beforeEach(() => {
  said = [];
});
const turn = (environment: NodeJS.ProcessEnv) =>
  newEpoch({ environment, say: (line) => void said.push(line) });
const epoch = async () =>
  (await readRows<{ epoch: string }>(database.url, "select epoch from installation", []))[0].epoch;

describe("a new epoch", { timeout: 60_000 }, () => {
  it("stands in the database, and says what comes of it", async () => {
    const before = await epoch();
    const turned = await turn({ DATABASE_URL: database.url });
    expect(turned).toEqual({ before, now: await epoch() });
    expect(turned.now).not.toBe(before);
    expect(said.join("\n")).toMatch(/cursor of before.*Reset[^]*within 3 seconds/);
  });

  it.skipIf(!inject("redisUrl"))("is told to the nodes through Redis", async () => {
    // A Redis of its own: an operator's command speaks to the installation, as other tests on a shared one do.
    const redis = (await startRedis())!;
    const node = new RedisPokes({ url: redis.url, prefix: "baraza", log });
    const heard: Control[] = [];
    node.onControl((message) => heard.push(message));
    await expect.poll(() => node.ready).toBe(true);
    await turn({ DATABASE_URL: database.url, REDIS_URL: redis.url });
    await expect.poll(() => heard).toEqual([{ kind: "epochTurned" }]);
    expect(said.at(-1)).toMatch(/were told through Redis/);
    await node.close();
    await redis.stop();
  });

  it("is begun without Redis too", async () => {
    const before = await epoch();
    await turn({ DATABASE_URL: database.url, REDIS_URL: "redis://127.0.0.1:1" });
    expect(await epoch()).not.toBe(before);
    expect(said.at(-1)).toMatch(/Redis does not answer.*by themselves/);
  });

  it("starts an embedded database that does not run, and refuses one without tables", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "bz-epoch-"));
    try {
      const refusal = await turn({ DATA_DIR: folder }).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(PlainError);
      expect((refusal as Error).message).toMatch(/no tables of Baraza.*restore/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("is begun in a data folder that was put back, and leaves nothing running there", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "bz-epoch-"));
    try {
      const embedded = await startEmbeddedPostgres({ dataDir: folder, log, durable: false });
      await migrate({ url: embedded.url });
      await embedded.stop();
      const { before, now } = await turn({ DATA_DIR: folder });
      expect(now).not.toBe(before);
      expect(existsSync(path.join(folder, "postgres/postmaster.pid"))).toBe(false);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each([
    ["away", "postgresql://nobody@127.0.0.1:1/none", /cannot be reached at DATABASE_URL/],
    ["without the tables", "postgres", /has no tables of Baraza/],
  ])("is refused in one sentence when the database is %s", async (_what, url, words) => {
    const there = url === "postgres" ? inject("postgresUrl") : url;
    const refusal = await turn({ DATABASE_URL: there }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(PlainError);
    expect((refusal as Error).message).toMatch(words);
  });

  it("is refused when the restore left the table empty", async () => {
    const empty = await cloneDatabase(inject("postgresUrl"));
    await onServer(empty.url, "delete from installation");
    await expect(turn({ DATABASE_URL: empty.url })).rejects.toThrow(/restore was not whole/);
    await empty.drop();
  });
});
