import { EventEmitter } from "node:events";
import type { Redis } from "ioredis";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Subscriber } from "./pokesSubscriber.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("an answer that was on its way while slots moved still counts: the line is not silent for it", async () => {
  const answers: (() => void)[] = [];
  const redis = Object.assign(new EventEmitter(), {
    status: "ready",
    ssubscribe: () => Promise.resolve(1),
    ping: () => new Promise<void>((answer) => answers.push(answer)),
    disconnect: () => {},
  });
  const subscriber = new Subscriber({
    redis: redis as unknown as Redis,
    slotOf: () => 0,
    hear: () => {},
    onTurn: () => {},
    onAstray: () => {},
  });
  await subscriber.add(["a"]);
  redis.emit("ready");
  // It has asked whether Redis answers when the slots move, and all channels are asked for anew before the answer.
  await vi.advanceTimersByTimeAsync(200);
  expect(subscriber.ready).toBe(true);
  expect(answers).toHaveLength(1);
  redis.emit("moved");
  await vi.advanceTimersByTimeAsync(110);
  answers[0]();
  await vi.advanceTimersByTimeAsync(100);
  expect(answers).toHaveLength(2);
  expect(subscriber.ready).toBe(true);

  // One that does not answer at all is silent.
  await vi.advanceTimersByTimeAsync(1_000);
  expect(subscriber.ready).toBe(false);
  subscriber.close();
});
