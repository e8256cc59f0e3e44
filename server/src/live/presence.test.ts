import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { afterAll, afterEach, describe, expect, inject, test } from "vitest";
import { Presence, type Here, type PresenceStore } from "./presence.ts";
import { LocalPresence } from "./presenceLocal.ts";
import { RedisPresence } from "./presenceRedis.ts";
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
function presence(store: PresenceStore): Presence {
  const membersOf = async (_: string, people: string[]) =>
    new Set(people.filter((person) => !outsiders.has(person)));
  const made = new Presence({ store, membersOf, log: quiet });
  open.push(made);
  return made;
}
const names = ({ people }: Here) => people.toSorted();
async function hears(stream: AsyncIterableIterator<Here>, people: string[]): Promise<void> {
  for (;;) {
    const { value, done } = await stream.next();
    if (done) throw new Error("the stream ended");
    if (String(names(value)) === String(people)) return;
  }
}

describe.each(kinds)("presence, %s", (_, make) => {
  test("keeps people and who writes, each until its time or its end", async () => {
    const store = make();
    await store.enter("g", "amina", 10_000);
    await store.enter("g", "bwalya", 60);
    await store.enter("elsewhere", "chipo", 10_000);
    await store.typing("g", { personId: "amina", threadId: "t1" }, 10_000);
    await store.typing("g", { personId: "bwalya", threadId: "t1" }, 60);
    await store.typing("g", { personId: "amina", threadId: "t2" }, 10_000);
    const first = await store.read("g");
    expect(names(first)).toEqual(["amina", "bwalya"]);
    expect(first.typing.length).toBe(3);
    await pause(80);
    expect(names(await store.read("g"))).toEqual(["amina"]);
    await store.typing("g", { personId: "amina", threadId: "t1" }, 0);
    expect((await store.read("g")).typing).toEqual([{ personId: "amina", threadId: "t2" }]);
    await store.leave("g", "amina");
    expect(names(await store.read("g"))).toEqual([]);
    expect(await store.read("nowhere")).toEqual({ people: [], typing: [] });
  });

  test("a renewed stay counts from its renewal", async () => {
    const store = make();
    await store.enter("g", "amina", 50);
    await store.enter("g", "amina", 10_000);
    await pause(80);
    expect(names(await store.read("g"))).toEqual(["amina"]);
  });

  test("who follows is here, until their last connection ends", async () => {
    const here = presence(make());
    const first = here.follow("g", "amina");
    await hears(first, ["amina"]);
    const second = here.follow("g", "bwalya");
    await hears(first, ["amina", "bwalya"]);
    const again = here.follow("g", "bwalya");
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
    const stream = here.follow("g", "amina");
    await hears(stream, ["amina"]);
    const about = { personId: "amina", threadId: "t" };
    await here.signalTyping("g", about);
    expect((await stream.next()).value?.typing).toEqual([about]);
    await here.endTyping("g", about);
    expect((await stream.next()).value?.typing).toEqual([]);
    await stream.return?.();
  });

  test("only changes are told, and a slow reader gets the newest state alone", async () => {
    const here = presence(make());
    const slow = here.follow("g", "amina");
    await hears(slow, ["amina"]);
    const others = ["b", "c", "d"].map((person) => here.follow("g", person));
    await hears(others[2], ["amina", "b", "c", "d"]);
    expect(names((await slow.next()).value)).toEqual(["amina", "b", "c", "d"]);
    const silence = await Promise.race([slow.next(), pause(2_300)]);
    expect(silence).toBeNull();
    for (const stream of [slow, ...others]) await stream.return?.();
  });

  test("who is no member any more is not here any more, and hears nothing", async () => {
    const here = presence(make());
    const [removed, other] = [here.follow("g", "removed"), here.follow("g", "amina")];
    await hears(other, ["amina", "removed"]);
    outsiders.add("removed");
    await hears(other, ["amina"]);
    while (!(await removed.next()).done);
    outsiders.clear();
    await other.return?.();
    expect(here.watchers).toBe(0);
  });

  test("who closes the group on one node is still here on another", async () => {
    const store = make();
    const [one, two] = [presence(store), presence(store)];
    const watching = one.follow("g", "watcher");
    const phone = one.follow("g", "amina");
    const desk = two.follow("g", "amina");
    await hears(watching, ["amina", "watcher"]);
    await phone.return?.();
    await pause(1_500);
    expect(names(await store.read("g"))).toEqual(["amina", "watcher"]);
    for (const stream of [watching, desk]) await stream.return?.();
    expect(names(await store.read("g"))).toEqual([]);
  });
});

test("a store that is away is nobody's fault: the streams stay open and end", async () => {
  const away = async () => {
    throw new Error("away");
  };
  const here = presence({ enter: away, leave: away, typing: away, read: away });
  const stream = here.follow("g", "amina");
  await here.signalTyping("g", { personId: "amina", threadId: "t" });
  const waiting = stream.next();
  await pause(50);
  await stream.return?.();
  expect((await waiting).done).toBe(true);
});
