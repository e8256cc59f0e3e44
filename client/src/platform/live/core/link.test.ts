import { describe, expect, test, vi } from "vitest";
import { fakeClock } from "../testing/fake-clock.ts";
import { FakeServer } from "../testing/fake-server.ts";
import type { Subject } from "./follower.ts";
import { createLink } from "./link.ts";
import type { LiveAnswer } from "./position.ts";

function world(random = () => 0.5) {
  const clock = fakeClock();
  const server = new FakeServer();
  const checkSession = vi.fn(async () => true);
  const link = createLink({
    socket: server.transport("socket"),
    stream: async () => server.transport("stream"),
    clock,
    random,
    checkSession,
  });
  const seen: number[] = [];
  const batches: number[] = [];
  const reset = vi.fn(async (): Promise<string | null> => `c${server.log.length}`);
  const ended = vi.fn();
  const subject: Subject = {
    query: "",
    field: "threadUpdates",
    variables: { threadId: "t" },
    logged: true,
    after: "c0",
    apply(updates: readonly LiveAnswer[]) {
      batches.push(updates.length);
      seen.push(...updates.map((each) => each.seq));
    },
    reset,
    ended,
  };
  return { clock, server, link, seen, batches, reset, ended, subject, checkSession };
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);

describe("following", () => {
  test("replays from the cursor in one piece, then applies each at once", async () => {
    const w = world();
    w.server.publish(5);
    w.link.follow(w.subject);
    await w.clock.pass(1);
    expect(w.batches).toEqual([5]);
    w.server.publish(2);
    expect(w.seen).toEqual(upTo(7));
    expect(w.batches).toEqual([5, 1, 1]);
  });

  test("waits for a cursor, and starts anew from another snapshot", async () => {
    const w = world();
    const following = w.link.follow({ ...w.subject, after: null });
    w.server.publish(3);
    await w.clock.pass(1);
    expect(w.seen).toEqual([]);
    following.restart("c2");
    await w.clock.pass(1);
    expect(w.seen).toEqual([3]);
    following.restart("c1");
    await w.clock.pass(1);
    expect(w.seen).toEqual([3, 2, 3]);
    following.restart("c1");
    expect(w.server.asked).toHaveLength(2);
  });

  test("after a lost connection it asks from where it stands", async () => {
    const w = world();
    w.link.follow(w.subject);
    await w.clock.pass(1);
    w.server.publish(2);
    w.server.cut();
    w.server.publish(2);
    await w.clock.pass(1000);
    expect(w.seen).toEqual(upTo(4));
    expect(w.server.asked.map((each) => each.variables["after"])).toEqual(["c0", "c2"]);
  });

  test("a hole is not applied: it is counted and followed again", async () => {
    const w = world();
    w.link.follow(w.subject);
    await w.clock.pass(1);
    w.server.publish(1);
    w.server.fault = () => [];
    w.server.publish(1);
    w.server.fault = (answers) => answers;
    w.server.publish(1);
    expect(w.seen).toEqual([1]);
    expect(w.link.counts.holes).toBe(1);
    await w.clock.pass(1000);
    expect(w.seen).toEqual([1, 2, 3]);
  });

  test("a hole is told with the next subscription, once", async () => {
    const w = world();
    w.link.follow(w.subject);
    await w.clock.pass(1);
    w.server.publish(41);
    w.server.write(w.server.control("MessageSent", 44, { prev: 43 }));
    await w.clock.pass(1000);
    w.server.cut();
    await w.clock.pass(1000);
    expect(w.server.asked.map((each) => each.extensions)).toEqual([
      undefined,
      { hole: { last: 41, prev: 43, seq: 44 } },
      undefined,
    ]);
  });

  test("what is doubled is dropped", async () => {
    const w = world();
    w.link.follow(w.subject);
    await w.clock.pass(1);
    w.server.fault = (answers) => [...answers, ...answers];
    w.server.publish(3);
    expect(w.seen).toEqual([1, 2, 3]);
    expect(w.link.counts.dropped).toBe(3);
  });

  test("a reset asks for a snapshot, with pauses while that fails, and follows from it", async () => {
    const w = world();
    w.reset.mockRejectedValueOnce(new Error("no network"));
    w.link.follow(w.subject);
    await w.clock.pass(1);
    w.server.publish(3);
    w.server.write(w.server.control("Reset", 0, { reason: "TOO_FAR_BEHIND" }));
    await w.clock.pass(3000);
    expect(w.reset).toHaveBeenCalledTimes(2);
    expect(w.reset).toHaveBeenLastCalledWith("TOO_FAR_BEHIND");
    w.server.publish(1);
    expect(w.seen).toEqual(upTo(4));
  });

  test("an update that cannot be applied asks for a snapshot", async () => {
    const w = world();
    let broken = true;
    w.link.follow({
      ...w.subject,
      apply() {
        if (broken) throw new Error("unknown shape");
      },
    });
    await w.clock.pass(1);
    w.server.publish(1);
    broken = false;
    await w.clock.pass(1);
    expect(w.reset).toHaveBeenCalledWith("NOT_APPLIED");
  });

  test("an end is told once and nothing follows", async () => {
    const w = world();
    w.link.follow(w.subject);
    await w.clock.pass(1);
    w.server.write(w.server.control("Ended", 0, { endReason: "REMOVED" }));
    w.server.publish(1);
    await w.clock.pass(120_000);
    expect(w.ended).toHaveBeenCalledExactlyOnceWith("REMOVED");
    expect(w.seen).toEqual([]);
    expect(w.server.asked).toHaveLength(1);
  });

  test.each(["NOT_FOUND", "FORBIDDEN"])("%s ends it", async (code) => {
    const w = world();
    w.link.follow(w.subject);
    await w.clock.pass(1);
    w.server.refuse(code);
    expect(w.ended).toHaveBeenCalledExactlyOnceWith("CLOSED");
  });

  test("another refusal is asked again after a pause", async () => {
    const w = world(() => 1);
    w.link.follow(w.subject);
    await w.clock.pass(1);
    w.server.refuse("INTERNAL");
    await w.clock.pass(999);
    expect(w.server.asked).toHaveLength(1);
    await w.clock.pass(1);
    expect(w.server.asked).toHaveLength(2);
  });

  test("presence has no cursor: each answer is the state", async () => {
    const w = world();
    w.link.follow({ ...w.subject, logged: false, after: null });
    await w.clock.pass(1);
    expect(w.server.asked[0]?.variables).toEqual({ threadId: "t" });
    expect(w.batches).toEqual([1]);
  });
});

describe("silence", () => {
  test("a connection that says nothing for 50 s is replaced", async () => {
    const w = world();
    w.link.follow(w.subject);
    await w.clock.pass(49_000);
    expect(w.link.counts.connects).toBe(1);
    await w.clock.pass(2000);
    expect(w.link.counts.connects).toBe(2);
  });

  test("heartbeats keep it", async () => {
    const w = world();
    w.link.follow(w.subject);
    for (let n = 0; n < 8; n += 1) {
      await w.clock.pass(25_000);
      w.server.heartbeat();
    }
    expect(w.link.counts.connects).toBe(1);
  });

  test("one dead stream on a healthy connection is followed again alone", async () => {
    const w = world();
    w.link.follow(w.subject);
    const second = vi.fn();
    w.link.follow({
      ...w.subject,
      operationName: "inboxUpdates",
      field: "inboxUpdates",
      apply: second,
    });
    await w.clock.pass(1);
    const onlyInbox = w.server.control("Heartbeat", 0);
    for (let n = 0; n < 3; n += 1) {
      await w.clock.pass(20_000);
      w.server.write(onlyInbox, "inboxUpdates");
    }
    expect(w.link.counts.silences).toBe(1);
    expect(w.link.counts.connects).toBe(1);
    expect(w.server.asked).toHaveLength(3);
  });
});

/** Somebody sets it, or a phone without a battery learns what year it is. */
describe.each([
  ["two hours back", -7_200_000],
  ["five hours on", 18_000_000],
])("the clock of the device is set %s", (_name, by) => {
  test("while it is live: it stays live, and a connection that falls silent is replaced all the same", async () => {
    const w = world();
    w.link.follow(w.subject);
    await w.clock.pass(10_000);
    w.clock.set(by);
    w.server.publish(1);
    expect(w.seen).toEqual([1]);
    expect(w.link.state().state).toBe("live");
    await w.clock.pass(51_000);
    expect(w.link.counts.connects).toBe(2);
    expect(w.link.state().state).toBe("live");
  });

  test("while it is silent: it is replaced no later", async () => {
    const w = world();
    w.link.follow(w.subject);
    await w.clock.pass(10_000);
    w.clock.set(by);
    await w.clock.pass(41_000);
    expect(w.link.counts.connects).toBe(2);
  });

  test("while there is no link: it is not called live", async () => {
    const w = world(() => 1);
    w.link.follow(w.subject);
    await w.clock.pass(10_000);
    w.server.sockets = false;
    w.server.streams = false;
    w.server.cut();
    w.clock.set(by);
    await w.clock.pass(2000);
    expect(w.link.state().state).toBe("delayed");
    await w.clock.pass(20_000);
    expect(w.link.state().state).toBe("offline");
    w.server.sockets = true;
    w.server.publish(1);
    await w.clock.pass(60_000);
    expect(w.seen).toEqual([1]);
    expect(w.link.state().state).toBe("live");
  });

  test("while the device is offline: what is heard then counts", async () => {
    const w = world();
    w.link.follow(w.subject);
    await w.clock.pass(1);
    w.server.sockets = false;
    w.server.streams = false;
    w.link.setOnline(false);
    w.clock.set(by);
    expect(w.link.state().state).toBe("offline");
    w.server.sockets = true;
    await w.clock.pass(20_000);
    expect(w.link.state().state).toBe("live");
  });
});

describe("the connection", () => {
  test("is opened by the first follower and closed after the last", async () => {
    const w = world();
    expect(w.link.counts.connects).toBe(0);
    const following = w.link.follow(w.subject);
    await w.clock.pass(1);
    following.stop();
    await w.clock.pass(2000);
    const again = w.link.follow(w.subject);
    await w.clock.pass(1);
    expect(w.link.counts.connects).toBe(1);
    again.stop();
    await w.clock.pass(5000);
    expect(w.server.followers).toBe(0);
    w.link.follow(w.subject);
    await w.clock.pass(1);
    expect(w.link.counts.connects).toBe(2);
  });

  test("attempts are spread with growing pauses", async () => {
    const w = world(() => 1);
    w.server.sockets = false;
    w.server.streams = false;
    w.link.follow(w.subject);
    const times: number[] = [];
    let before = 0;
    for (let ms = 0; ms < 64_000; ms += 500) {
      if (w.link.counts.connects !== before) times.push(ms);
      before = w.link.counts.connects;
      await w.clock.pass(500);
    }
    expect(times.map((at, index) => at - (times[index - 1] ?? 0)).slice(1, 6)).toEqual([
      1000, 2000, 4000, 8000, 16_000,
    ]);
  });

  test("falls back to a stream where sockets do not open, and prefers it afterwards", async () => {
    const w = world();
    w.server.sockets = false;
    w.link.follow(w.subject);
    await w.clock.pass(20_000);
    expect(w.server.opened.map((each) => each.kind)).toEqual(["stream"]);
    w.server.publish(2);
    expect(w.seen).toEqual([1, 2]);
    const connects = w.link.counts.connects;
    w.server.cut(null);
    await w.clock.pass(2000);
    expect(w.link.counts.connects).toBe(connects + 1);
    expect(w.server.opened.map((each) => each.kind)).toEqual(["stream"]);
  });

  test("asks on for a socket where it has had one: refusals are a crowd at the door", async () => {
    const w = world();
    w.link.follow(w.subject);
    await w.clock.pass(1);
    w.server.sockets = false;
    w.server.cut();
    await w.clock.pass(15_000);
    expect(w.server.opened).toEqual([]);
    w.server.sockets = true;
    await w.clock.pass(10_000);
    expect(w.server.opened.map((each) => each.kind)).toEqual(["socket"]);
    // A crowd that never ends, or another network: a stream, and the next time a socket again.
    w.server.sockets = false;
    w.server.cut();
    await w.clock.pass(120_000);
    expect(w.server.opened.map((each) => each.kind)).toEqual(["stream"]);
    w.server.sockets = true;
    w.server.cut(null);
    await w.clock.pass(1000);
    expect(w.server.opened.map((each) => each.kind)).toEqual(["socket"]);
  });

  test("another network: sockets have to prove themselves again", async () => {
    const w = world();
    w.link.follow(w.subject);
    await w.clock.pass(1);
    w.link.setOnline(false);
    w.server.sockets = false;
    w.link.setOnline(true);
    await w.clock.pass(15_000);
    expect(w.server.opened.map((each) => each.kind).at(-1)).toBe("stream");
  });

  test.each([1012, 1013, 1006, 1000, 4500, 4400])("%i is tried again", async (code) => {
    const w = world();
    w.link.follow(w.subject);
    await w.clock.pass(1);
    w.server.cut(code);
    await w.clock.pass(1000);
    expect(w.link.state().state).toBe("live");
    expect(w.checkSession).not.toHaveBeenCalled();
  });

  test.each([4401, 4403])("%i asks for the session first", async (code) => {
    const w = world();
    w.link.follow(w.subject);
    await w.clock.pass(1);
    w.server.cut(code);
    await w.clock.pass(1000);
    expect(w.checkSession).toHaveBeenCalledTimes(1);
    expect(w.link.counts.connects).toBe(2);
    w.checkSession.mockResolvedValueOnce(false);
    w.server.cut(code);
    await w.clock.pass(60_000);
    expect(w.link.counts.connects).toBe(2);
  });

  test("waking tries at once, and distrusts a quiet connection only", async () => {
    const w = world(() => 1);
    w.link.follow(w.subject);
    await w.clock.pass(10_000);
    w.link.wake();
    expect(w.link.counts.connects).toBe(1);
    await w.clock.pass(25_000);
    w.link.wake();
    expect(w.link.counts.connects).toBe(2);
    await w.clock.pass(1);
    w.server.cut();
    w.link.wake();
    expect(w.link.counts.connects).toBe(3);
  });
});

describe("the word for the link", () => {
  test("live, then delayed after two seconds, then offline after four failures", async () => {
    const w = world(() => 1);
    w.link.follow(w.subject);
    expect(w.link.state().state).toBe("live");
    await w.clock.pass(10_000);
    const heardAt = w.clock.now() - 10_000;
    w.server.sockets = false;
    w.server.streams = false;
    w.server.cut();
    expect(w.link.state().state).toBe("live");
    await w.clock.pass(2000);
    expect(w.link.state()).toEqual({ state: "delayed", upTo: heardAt });
    await w.clock.pass(20_000);
    expect(w.link.state()).toEqual({ state: "offline", upTo: heardAt });
    w.server.sockets = true;
    await w.clock.pass(60_000);
    expect(w.link.state().state).toBe("live");
  });

  test("a replay that is not at the head is not live", async () => {
    const w = world();
    w.link.follow({ ...w.subject, after: null });
    await w.clock.pass(3000);
    expect(w.link.state().state).toBe("delayed");
  });

  test("offline when the device says so, unless something is heard all the same", async () => {
    const w = world();
    w.link.follow(w.subject);
    await w.clock.pass(1);
    const heard: string[] = [];
    w.link.subscribe(() => heard.push(w.link.state().state));
    w.server.sockets = false;
    w.server.streams = false;
    w.link.setOnline(false);
    expect(w.link.state().state).toBe("offline");
    await w.clock.pass(1);
    w.server.sockets = true;
    await w.clock.pass(20_000);
    expect(w.link.state().state).toBe("live");
    expect(heard).toEqual(["offline", "live"]);
  });
});
