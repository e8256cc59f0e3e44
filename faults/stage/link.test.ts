import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from "vitest";
import { Link } from "./link.ts";

const text = "x".repeat(200_000);
const server = createServer((_request, response) => void response.end(text));
let link: Link;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());
beforeEach(async () => {
  link = await Link.open({ port: (server.address() as AddressInfo).port });
});
afterEach(() => link.close());

const get = async (ms = 5_000) => {
  const answer = await fetch(`http://127.0.0.1:${link.port}`, {
    headers: { connection: "close" },
    signal: AbortSignal.timeout(ms),
  });
  return answer.text();
};

test("a link carries everything", async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => get()));
  expect(answers.every((answer) => answer === text)).toBe(true);
});

test("a link that holds says nothing, and goes on where it was", async () => {
  link.hold();
  const answer = get();
  await expect(
    Promise.race([answer, new Promise((go) => setTimeout(go, 200, "nothing"))]),
  ).resolves.toBe("nothing");
  link.release();
  await expect(answer).resolves.toBe(text);
});

test("a link that is cut breaks what is under way", async () => {
  link.hold();
  setTimeout(() => {
    link.cut();
    link.release();
  }, 50);
  await expect(get()).rejects.toThrow(/fetch failed|terminated|reset/);
});

test("a link that refuses, and one that swallows the answer", async () => {
  link.refuse(true);
  await expect(get()).rejects.toThrow(/fetch failed|terminated|reset/);
  link.refuse(false);
  link.set({ swallow: 1 });
  await expect(get()).rejects.toThrow(/fetch failed|terminated|reset/);
  link.set();
  await expect(get()).resolves.toBe(text);
});

test("a slow link is slow, a lossy one late, and both are whole", async () => {
  link.set({ bytesPerSecond: 400_000, lossy: 0.2 });
  const start = performance.now();
  await expect(get(20_000)).resolves.toBe(text);
  expect(performance.now() - start).toBeGreaterThan(300);
});
