import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import type { Seat, Teller } from "../platform/graphql/liveSource.ts";
import { Presence } from "./presence.ts";
import { LocalPresence } from "./presenceLocal.ts";
import { RedisPresence } from "./presenceRedis.ts";
import { SHOWN } from "./presenceRoster.ts";
import type { PresenceStore } from "./presenceStore.ts";
import type { PresenceTold } from "./presenceTold.ts";
import { pause, quiet } from "./testing/ground.ts";

const redisUrl = inject("redisUrl");
const redis = redisUrl ? new Redis(redisUrl) : null;
afterAll(() => redis?.disconnect());

const kinds: [string, () => PresenceStore][] = [["local", () => new LocalPresence()]];
if (redis) kinds.push(["redis", () => new RedisPresence({ redis, prefix: randomUUID() })]);

const open: Presence[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});
const outsiders = new Set<string>();
beforeEach(() => outsiders.clear());

function presence(store: PresenceStore): Presence {
  const rightsOf = () => ({
    holdsHub: false,
    lost: async (people: ReadonlyMap<string, unknown>) =>
      [...people.keys()].filter((person) => outsiders.has(person)),
    close: () => undefined,
  });
  const made = new Presence({ store, rightsOf, log: quiet });
  open.push(made);
  return made;
}
const asItIs = (told: PresenceTold) => told;
const follow = (here: Presence, person: string) => here.follow("g", person, asItIs);
type Stream = ReturnType<typeof follow>;

async function hears(stream: Stream, people: string[]): Promise<PresenceTold> {
  for (;;) {
    const { value, done } = await stream.next();
    if (done) throw new Error("the stream ended");
    if (String(value.here.toSorted()) === String(people)) return value;
  }
}

/** Sits in step as a transport does and keeps what it was told. */
class Sitter {
  readonly heard: PresenceTold[] = [];
  readonly stream: Stream;
  blocked = false;
  ended = false;
  #drained: () => void = () => undefined;

  constructor(stream: Stream) {
    this.stream = stream;
    void this.#run();
  }

  drain(): void {
    this.blocked = false;
    this.#drained();
  }

  async #run(): Promise<void> {
    const alone = () => void this.#run();
    const seat: Seat & { take: (told: PresenceTold) => boolean } = {
      alone,
      take: (told) => !this.blocked && this.heard.push(told) > 0,
    };
    for (;;) {
      if (this.blocked) await new Promise<void>((resolve) => (this.#drained = resolve));
      if (this.stream.stepIn("all", seat, () => teller)) return;
      const { value, done } = await this.stream.next();
      if (done) return void (this.ended = true);
      this.heard.push(value);
    }
  }
}

/** How often an answer was made for those who sit together. */
let made = 0;
const teller: Teller<PresenceTold> = {
  async tell([told], seats) {
    made += 1;
    const refused: Seat[] = [];
    for (const seat of seats())
      if (!(seat as Seat & { take: (told: PresenceTold) => boolean }).take(told))
        refused.push(seat);
    return refused;
  },
};

describe.each(kinds)("presence, %s", (_, make) => {
  test("who follows is here, until their last connection ends", async () => {
    const here = presence(make());
    const first = follow(here, "amina");
    // Whoever comes is in the first that they are told.
    expect((await first.next()).value?.here).toEqual(["amina"]);
    const second = follow(here, "bwalya");
    expect((await second.next()).value?.here.toSorted()).toEqual(["amina", "bwalya"]);
    await hears(first, ["amina", "bwalya"]);
    const again = follow(here, "bwalya");
    expect(here.watchers).toBe(3);
    await second.return?.();
    await hears(again, ["amina", "bwalya"]);
    await again.return?.();
    await hears(first, ["amina"]);
    await first.return?.();
    expect(await first.next()).toEqual({ done: true, value: undefined });
    expect(here.watchers).toBe(0);
  });

  test("who writes is told, and that they have sent", async () => {
    const here = presence(make());
    const stream = follow(here, "amina");
    await hears(stream, ["amina"]);
    const about = { personId: "amina", threadId: "t" };
    await here.signalTyping("g", about);
    expect((await stream.next()).value?.typing).toEqual([about]);
    await here.endTyping("g", about);
    expect((await stream.next()).value?.typing).toEqual([]);
  });

  test("many who come at once are told of together, once a second, as changes", async () => {
    const here = presence(make());
    const sitter = new Sitter(follow(here, "amina"));
    await expect.poll(() => sitter.heard.length).toBe(1);
    expect(sitter.heard[0]).toMatchObject({ whole: true, here: ["amina"], count: 1 });
    made = 0;
    const crowd = Array.from({ length: 30 }, (__, n) => new Sitter(follow(here, `p${n}`)));
    await expect.poll(() => sitter.heard.at(-1)?.count, { timeout: 3_000 }).toBe(31);
    const changes = sitter.heard.slice(1);
    expect(changes.length).toBeLessThanOrEqual(2);
    expect(changes.every(({ whole }) => !whole)).toBe(true);
    expect(changes.flatMap(({ came }) => came).length).toBe(30);
    // Whoever has just come was told the whole, once.
    for (const { heard } of crowd) expect(heard.filter(({ whole }) => whole).length).toBe(1);
    const before = made;
    await crowd[3].stream.return?.();
    await expect
      .poll(() => sitter.heard.at(-1), { timeout: 3_000 })
      .toMatchObject({
        whole: false,
        came: [],
        went: ["p3"],
        count: 30,
        retyped: false,
      });
    expect(made - before).toBe(1);
    await pause(1_300);
    expect(made - before).toBe(1);
  });

  test("who takes nothing is told nothing, and the whole when they take it again", async () => {
    const here = presence(make());
    const [slow, other] = [new Sitter(follow(here, "amina")), new Sitter(follow(here, "b"))];
    await expect.poll(() => slow.heard.at(-1)?.count, { timeout: 3_000 }).toBe(2);
    await expect.poll(() => other.heard.at(-1)?.count, { timeout: 3_000 }).toBe(2);
    slow.blocked = true;
    const before = slow.heard.length;
    const third = new Sitter(follow(here, "c"));
    await expect.poll(() => other.heard.at(-1)?.count, { timeout: 3_000 }).toBe(3);
    await here.signalTyping("g", { personId: "b", threadId: "t" });
    await expect.poll(() => other.heard.at(-1)?.typing.length, { timeout: 3_000 }).toBe(1);
    expect(slow.heard.length).toBe(before);
    slow.drain();
    await expect.poll(() => slow.heard.length).toBe(before + 1);
    expect(slow.heard.at(-1)).toMatchObject({ whole: true, count: 3, retyped: true });
    await third.stream.return?.();
    await expect.poll(() => slow.heard.at(-1)?.went, { timeout: 3_000 }).toEqual(["c"]);
  });

  test("of a large room all are counted and some are told", async () => {
    const here = presence(make());
    const crowd = Array.from({ length: 200 }, (__, n) => follow(here, `p${n}`));
    const last = crowd.at(-1) as Stream;
    const { value } = await last.next();
    expect(value).toMatchObject({ count: 200, whole: true });
    expect(value?.here).toHaveLength(SHOWN);
  });

  test("who is no member any more is not here any more, and hears nothing", async () => {
    const here = presence(make());
    const [removed, other] = [new Sitter(follow(here, "removed")), follow(here, "amina")];
    await hears(other, ["amina", "removed"]);
    outsiders.add("removed");
    await hears(other, ["amina"]);
    await expect.poll(() => removed.ended).toBe(true);
    await other.return?.();
    expect(here.watchers).toBe(0);
  });

  test("who closes the group on one node is still here on another", async () => {
    const store = make();
    const [first, second] = [presence(store), presence(store)];
    const watching = follow(first, "watcher");
    const phone = follow(first, "amina");
    const desk = follow(second, "amina");
    await hears(watching, ["amina", "watcher"]);
    await hears(desk, ["amina", "watcher"]);
    await phone.return?.();
    expect(await Promise.race([watching.next(), pause(2_300)])).toBeNull();
    await desk.return?.();
    await hears(watching, ["watcher"]).catch(() => undefined);
  });
});

test("while the store is away it is said that nothing is known, and it comes back by itself", async () => {
  const local = new LocalPresence();
  let away = false;
  const store: PresenceStore = {
    look: (...all) => (away ? Promise.reject(new Error("away")) : local.look(...all)),
    typing: (...all) => (away ? Promise.reject(new Error("away")) : local.typing(...all)),
  };
  const here = presence(store);
  const stream = new Sitter(follow(here, "amina"));
  await expect.poll(() => stream.heard.at(-1)?.count).toBe(1);
  away = true;
  await here.signalTyping("g", { personId: "amina", threadId: "t" });
  await expect
    .poll(() => stream.heard.at(-1), { timeout: 5_000 })
    .toMatchObject({ whole: true, count: null, here: [], typing: [] });
  // Whoever comes meanwhile is told that, and not that nobody is here.
  const late = new Sitter(follow(here, "bwalya"));
  await expect.poll(() => late.heard.at(-1)?.count, { timeout: 3_000 }).toBeNull();
  away = false;
  for (const each of [stream, late])
    await expect
      .poll(() => each.heard.at(-1), { timeout: 3_000 })
      .toMatchObject({ whole: true, count: 2 });
  await stream.stream.return?.();
  await late.stream.return?.();
  expect(here.watchers).toBe(0);
});

test("a store that has lost all is believed when every node has had the time to say who is on it", async () => {
  let local = new LocalPresence();
  const store: PresenceStore = {
    look: (group, report, since) =>
      local.look(group, since ? report : { ...report, came: [...report.everybody()] }, since),
    typing: async () => undefined,
  };
  const watcher = new Sitter(follow(presence(store), "amina"));
  await expect.poll(() => watcher.heard.at(-1)?.count).toBe(1);
  local = new LocalPresence();
  await expect.poll(() => watcher.heard.at(-1)?.count, { timeout: 3_000 }).toBeNull();
  await expect
    .poll(() => watcher.heard.at(-1), { timeout: 8_000 })
    .toMatchObject({ whole: true, count: 1, here: ["amina"] });
}, 15_000);
