import { createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import { expect, inject, test } from "vitest";
import { PlainError } from "../platform/config/plainError.ts";
import { startRedis } from "../testing/redis.ts";
import { findRedis, RedisAway } from "./findRedis.ts";

const refusal = async (url: string) => findRedis(url).catch((error: unknown) => error);

test("a Redis that is away is told apart from one that refuses", async () => {
  expect(await refusal("redis://127.0.0.1:1")).toBeInstanceOf(RedisAway);
  expect(await refusal("redis+cluster://127.0.0.1:1")).toBeInstanceOf(RedisAway);
});

test.skipIf(!inject("redisUrl"))("a Redis that refuses is no Redis that is away", async () => {
  const redis = (await startRedis())!;
  try {
    await findRedis(redis.url);
    const cluster = await refusal(redis.url.replace("redis:", "redis+cluster:"));
    expect(cluster).toBeInstanceOf(PlainError);
    expect(cluster).not.toBeInstanceOf(RedisAway);
  } finally {
    await redis.stop();
  }
});

test("one that takes connections and says nothing is away", { timeout: 20_000 }, async () => {
  const silent = createServer();
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port } = silent.address() as AddressInfo;
  try {
    expect(await refusal(`redis://127.0.0.1:${port}`)).toBeInstanceOf(RedisAway);
  } finally {
    silent.close();
  }
});
