import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { afterAll, describe, expect, inject, test, vi } from "vitest";
import { LocalPresence } from "./presenceLocal.ts";
import { RedisPresence } from "./presenceRedis.ts";
import { Roster, SHOWN } from "./presenceRoster.ts";
import type { Glance, Place, PresenceStore, Report } from "./presenceStore.ts";
import { pause } from "./testing/ground.ts";

const redisUrl = inject("redisUrl");
const redis = redisUrl ? new Redis(redisUrl) : null;
afterAll(() => redis?.disconnect());

const kinds: [string, () => PresenceStore][] = [["local", () => new LocalPresence()]];
if (redis) kinds.push(["redis", () => new RedisPresence({ redis, prefix: randomUUID() })]);

const [one, two] = ["one", "two"];

/** A node with its people, as it looks into one group. */
class Node {
  readonly store: PresenceStore;
  readonly name: string;
  readonly people = new Set<string>();
  readonly roster = new Roster();
  place: Place | null = null;
  last: Glance | null = null;

  constructor(store: PresenceStore, name: string) {
    this.store = store;
    this.name = name;
  }

  async look(change: Partial<Report> = {}): Promise<string[]> {
    const { came = [], left = [] } = change;
    for (const person of came) this.people.add(person);
    for (const person of left) this.people.delete(person);
    const everybody = () => this.people;
    const report = { node: this.name, came, left, renew: true, everybody, ...change };
    this.last = await this.store.look("g", report, this.place);
    if (this.last) this.roster.take(this.last);
    this.place = this.last?.place ?? this.place;
    return this.roster.show().toSorted();
  }

  get typing(): string[] {
    return (this.last?.typing ?? []).map(({ threadId, personId }) => `${threadId} ${personId}`);
  }
}

describe.each(kinds)("presence is kept, %s", (kind, make) => {
  test("each node hears of the others' people, and of changes alone", async () => {
    const store = make();
    const [a, b] = [new Node(store, one), new Node(store, two)];
    expect(await a.look({ came: ["amina"] })).toEqual(["amina"]);
    expect(await b.look({ came: ["bwalya", "chipo"] })).toEqual(["amina", "bwalya", "chipo"]);
    expect(await a.look()).toEqual(["amina", "bwalya", "chipo"]);
    if (kind === "redis") expect(a.last?.stays.length).toBe(2);
    expect(await b.look({ left: ["chipo"] })).toEqual(["amina", "bwalya"]);
    expect(await a.look()).toEqual(["amina", "bwalya"]);
    await b.look({ renew: false });
    expect(b.last).toBeNull();
    await a.look({ renew: true });
    expect(a.last).toBeNull();
  });

  test("who is on two nodes is here until they have left both, and is counted once", async () => {
    const store = make();
    const [a, b] = [new Node(store, one), new Node(store, two)];
    await a.look({ came: ["amina"] });
    await b.look({ came: ["amina"] });
    await a.look();
    expect(a.roster.count).toBe(1);
    await a.look({ left: ["amina"] });
    expect(await b.look()).toEqual(["amina"]);
    await b.look({ left: ["amina"] });
    expect(await b.look()).toEqual([]);
  });

  test("who writes is known until their time or their end", async () => {
    const store = make();
    const a = new Node(store, one);
    await a.look({ came: ["amina"] });
    await store.typing("g", { personId: "amina", threadId: "t1" }, 10_000);
    await store.typing("g", { personId: "bwalya", threadId: "t1" }, 60);
    await store.typing("elsewhere", { personId: "amina", threadId: "t1" }, 10_000);
    await a.look({ renew: false });
    expect(a.typing.toSorted()).toEqual(["t1 amina", "t1 bwalya"]);
    expect(a.last?.typing.every(({ ms }) => ms > 0 && ms <= 10_000)).toBe(true);
    await pause(80);
    await store.typing("g", { personId: "amina", threadId: "t1" }, 0);
    await a.look({ renew: false });
    expect(a.typing).toEqual([]);
    await store.typing("g", { personId: "amina", threadId: "t1" }, 0);
    await a.look({ renew: false });
    expect(a.last).toBeNull();
  });
});

test("of very many the first are shown, all are counted, and places that become free are filled", () => {
  const roster = new Roster();
  const place = { epoch: "e", version: 1 };
  const glance = { place, ageMs: 0, whole: false, typing: [] };
  const stay = (n: number, here: boolean) => ({ personId: `${n}`, node: one, here });
  roster.take({ ...glance, stays: Array.from({ length: 500 }, (_, n) => stay(n, true)) });
  expect(roster.count).toBe(500);
  expect(roster.show()).toEqual(Array.from({ length: SHOWN }, (_, n) => `${n}`));
  roster.take({ ...glance, stays: [stay(3, false), stay(200, false)] });
  expect(roster.count).toBe(498);
  expect(roster.show()).toContain("50");
  expect(roster.show()).not.toContain("3");
  expect(roster.show()).toHaveLength(SHOWN);
});

describe.skipIf(!redis)("presence in Redis", () => {
  const nodeMs = 120;
  const fresh = (prefix = randomUUID()) => {
    const store = new RedisPresence({ redis: redis!, prefix, nodeMs });
    const keys = () => redis!.keys(`${prefix}:*`);
    return { store, keys, nodes: [one, two].map((name) => new Node(store, name)) };
  };

  test("the people of a node that says nothing more are forgotten, and told anew when it is back", async () => {
    const { nodes, keys } = fresh();
    const [a, b] = nodes;
    await a.look({ came: ["amina"] });
    await b.look({ came: ["bwalya"] });
    for (let i = 0; i < 5; i += 1) {
      await pause(50);
      await b.look();
    }
    expect(await b.look()).toEqual(["bwalya"]);
    expect(await a.look()).toEqual(["amina", "bwalya"]);
    expect(await b.look()).toEqual(["amina", "bwalya"]);
    await pause(3 * nodeMs);
    expect(await keys()).toEqual([]);
  });

  test("a node's own clock is asked for nothing", async () => {
    const { nodes } = fresh();
    const [a, b] = nodes;
    await a.look({ came: ["amina"] });
    const clock = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 7_200_000);
    try {
      expect(await b.look({ came: ["bwalya"] })).toEqual(["amina", "bwalya"]);
    } finally {
      clock.mockRestore();
    }
    expect(await a.look()).toEqual(["amina", "bwalya"]);
  });

  test("what Redis has lost is told to it again by each node", async () => {
    const { nodes, keys } = fresh();
    const [a, b] = nodes;
    await a.look({ came: ["amina"] });
    await b.look({ came: ["bwalya"] });
    const before = b.place;
    await redis!.del(...(await keys()));
    expect(await b.look({ renew: false })).toEqual(["bwalya"]);
    expect(b.place?.epoch).not.toBe(before?.epoch);
    await a.look();
    expect(await b.look()).toEqual(["amina", "bwalya"]);
  });

  test("who is too far behind for the changes reads all", async () => {
    const { nodes } = fresh();
    const [a, b] = nodes;
    await a.look({ came: ["amina"] });
    const crowd = Array.from({ length: 1_500 }, (_, n) => `p${n}`);
    await b.look({ came: crowd });
    await a.look();
    expect(a.last?.whole).toBe(true);
    expect(a.roster.count).toBe(1_501);
    await b.look({ left: crowd.slice(0, 900) });
    await a.look();
    expect(a.last?.whole).toBe(false);
    expect(a.roster.count).toBe(601);
  });
});
