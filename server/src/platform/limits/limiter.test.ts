import type { IncomingMessage } from "node:http";
import { Redis } from "ioredis";
import { describe, expect, inject, test } from "vitest";
import { startRedis } from "../../testing/redis.ts";
import { callerOf, clientAddress } from "./clientAddress.ts";
import { createLimiter } from "./limiter.ts";

test("a limit in memory takes points and says what is left", async () => {
  const limiter = createLimiter({ name: "t", points: 100, seconds: 60, store: "memory" });
  expect(await limiter.peek("a")).toMatchObject({ allowed: true, remaining: 100, limit: 100 });
  const first = await limiter.take("a", 70);
  expect(first).toMatchObject({ allowed: true, remaining: 30 });
  expect(first.resetAt.getTime() - Date.now()).toBeGreaterThan(55_000);
  expect(await limiter.take("a", 40)).toMatchObject({ allowed: false, remaining: 0 });
  expect(await limiter.peek("a")).toMatchObject({ allowed: false });
  expect(await limiter.take("b")).toMatchObject({ allowed: true, remaining: 99 });
});

describe.skipIf(!inject("redisUrl"))("a limit in Redis", () => {
  test("is one for all nodes, and each node's own while Redis is away", async () => {
    const server = await startRedis();
    if (!server) throw new Error("no Redis");
    const connections = [1, 2].map(
      () => new Redis(server.url, { maxRetriesPerRequest: 1, retryStrategy: () => null }),
    );
    for (const each of connections) each.on("error", () => {});
    const [one, two] = connections.map((store) =>
      createLimiter({ name: "t", points: 10, seconds: 60, store }),
    );
    await Promise.all(connections.map((each) => each.ping()));
    await one?.take("a", 6);
    expect(await two?.peek("a")).toMatchObject({ allowed: true, remaining: 4 });
    expect(await two?.take("a", 6)).toMatchObject({ allowed: false });
    await server.stop();
    expect(await one?.take("a", 6)).toMatchObject({ allowed: true, remaining: 4 });
    expect(await one?.take("a", 6)).toMatchObject({ allowed: false });
    for (const each of connections) each.disconnect();
  });
});

describe("the client's address", () => {
  const from = (forwarded: string | undefined, proxies: number, socket = "::ffff:10.0.0.1") =>
    clientAddress(
      {
        headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
        socket: { remoteAddress: socket } as IncomingMessage["socket"],
      },
      proxies,
    );

  test("is believed from as many proxies as there are, and no more", () => {
    expect(from("1.1.1.1", 0)).toBe("10.0.0.1");
    expect(from(undefined, 1)).toBe("10.0.0.1");
    expect(from("1.1.1.1", 1)).toBe("1.1.1.1");
    expect(from("6.6.6.6, 1.1.1.1", 1)).toBe("1.1.1.1");
    expect(from("6.6.6.6, 1.1.1.1, 10.0.0.2", 2)).toBe("1.1.1.1");
    expect(from("1.1.1.1", 3)).toBe("1.1.1.1");
    expect(from("nonsense", 1)).toBe("10.0.0.1");
    expect(from("1.1.1.1:555", 1)).toBe("1.1.1.1");
    expect(from("[2001:db8::1]:555", 1)).toBe("2001:db8::1");
    expect(from("fe80::1%eth0", 1)).toBe("fe80::1");
  });

  test("counts by network where one caller has a whole one", () => {
    expect(callerOf("192.0.2.1")).toBe("192.0.2.1");
    expect(callerOf("2001:db8::1")).toBe(callerOf("2001:DB8:0000:0:ffff:1:2:3"));
    expect(callerOf("2001:db8:0:1::")).not.toBe(callerOf("2001:db8::1"));
    expect(callerOf("::1")).toBe("0:0:0:0");
  });
});
