import "fake-indexeddb/auto";
import { beforeEach, expect, test, vi } from "vitest";
import { fakeClock } from "../../live/testing/fake-clock.ts";
import { leaseLock } from "../exclusive.ts";
import { indexedStore, purgeOutbox, takeLease } from "../indexed-store.ts";
import { memoryStore } from "../memory-store.ts";
import { Outbox } from "./outbox.ts";
import type { Exclusive, Outcome, Peers, Queued } from "./outbox.ts";

interface Text {
  body: string;
}

const done: Outcome = { kind: "acknowledged" };
const unreachable: Outcome = { kind: "unreachable" };
const closedThread: Outcome = {
  kind: "refused",
  refusal: { code: "THREAD_CLOSED", message: "The thread is closed." },
};

let person = 0;
beforeEach(() => {
  person += 1;
});

/** Tabs of one device: one lock, one store, and word of each other's changes. */
function device() {
  let line = Promise.resolve();
  const exclusive: Exclusive = async (_name, run) => {
    const mine = line.then(run);
    line = mine.catch(() => {});
    await mine;
  };
  const ears = new Set<() => void>();
  return {
    exclusive,
    tab(send: (row: Queued<Text>) => Promise<Outcome>, clock = fakeClock()) {
      let key = 0;
      let mine = (): void => {};
      const peers: Peers = {
        tell: () => {
          for (const ear of ears) if (ear !== mine) ear();
        },
        listen(run) {
          mine = run;
          ears.add(run);
          return () => ears.delete(run);
        },
      };
      const id = `p${person}`;
      const outbox = new Outbox<Text>({
        personId: id,
        store: indexedStore(),
        exclusive,
        peers,
        clock,
        random: () => 1,
        newKey: () => `${id}-${(key += 1)}-${Math.random()}`,
        send,
      });
      return { outbox, clock };
    },
  };
}

const bodies = (outbox: Outbox<Text>): string[] =>
  outbox.list().map((row) => `${row.payload.body}: ${row.state}`);
const real = (ms = 30): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test("a row is shown at once, sent, and gone when acknowledged", async () => {
  const send = vi.fn(async () => done);
  const { outbox } = device().tab(send);
  outbox.add("g", { body: "one" });
  expect(bodies(outbox)).toEqual(["one: sending"]);
  await vi.waitFor(() => expect(bodies(outbox)).toEqual([]));
  expect(send).toHaveBeenCalledTimes(1);
});

test("the same key goes again until the answer comes, and the order is kept", async () => {
  const answers = [unreachable, unreachable, done, done];
  const sent: string[] = [];
  const { outbox, clock } = device().tab(async (row) => {
    sent.push(`${row.payload.body} ${row.clientKey}`);
    return answers.shift() ?? done;
  });
  const first = outbox.add("g", { body: "one" });
  const second = outbox.add("g", { body: "two" });
  await vi.waitFor(() => expect(bodies(outbox)).toEqual(["one: saved", "two: saved"]));
  await clock.pass(1000);
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  await real();
  await clock.pass(2000);
  await vi.waitFor(() => expect(bodies(outbox)).toEqual([]));
  expect(sent).toEqual([`one ${first}`, `one ${first}`, `one ${first}`, `two ${second}`]);
});

test("one in flight per channel; channels do not wait for each other", async () => {
  let inFlight = 0;
  let most = 0;
  const sent: string[] = [];
  const parallel: Exclusive = async (_name, run) => run();
  const { clock } = { clock: fakeClock() };
  const outbox = new Outbox<Text>({
    personId: `p${person}`,
    store: indexedStore(),
    exclusive: parallel,
    peers: { tell() {}, listen: () => () => {} },
    clock,
    random: () => 1,
    newKey: () => crypto.randomUUID(),
    send: async (row) => {
      if (row.channel === "slow") return unreachable;
      inFlight += 1;
      most = Math.max(most, inFlight);
      await real(5);
      inFlight -= 1;
      sent.push(row.payload.body);
      return done;
    },
  });
  outbox.add("slow", { body: "stuck" });
  for (const body of ["a", "b", "c"]) outbox.add("g", { body });
  await vi.waitFor(() => expect(sent).toEqual(["a", "b", "c"]));
  expect(most).toBe(1);
  expect(bodies(outbox)).toEqual(["stuck: saved"]);
});

test("a 429 waits as long as it is told", async () => {
  const answers: Outcome[] = [{ kind: "unreachable", retryAfter: 9000 }, done];
  const send = vi.fn(async () => answers.shift() ?? done);
  const { outbox, clock } = device().tab(send);
  outbox.add("g", { body: "one" });
  await vi.waitFor(() => expect(bodies(outbox)).toEqual(["one: saved"]));
  await clock.pass(8999);
  await real();
  expect(send).toHaveBeenCalledTimes(1);
  await clock.pass(1);
  await vi.waitFor(() => expect(bodies(outbox)).toEqual([]));
});

test("the link coming back ends the pause", async () => {
  const answers: Outcome[] = [{ kind: "unreachable", retryAfter: 600_000 }];
  const { outbox } = device().tab(async () => answers.shift() ?? done);
  outbox.add("g", { body: "one" });
  await vi.waitFor(() => expect(bodies(outbox)).toEqual(["one: saved"]));
  outbox.retry();
  await vi.waitFor(() => expect(bodies(outbox)).toEqual([]));
});

test("a refusal keeps the text with its reason, lets the others pass, and gives the text back", async () => {
  const { outbox } = device().tab(async (row) =>
    row.payload.body === "bad" ? closedThread : done,
  );
  const key = outbox.add("g", { body: "bad" });
  outbox.add("g", { body: "good" });
  await vi.waitFor(() => expect(bodies(outbox)).toEqual(["bad: refused"]));
  expect(outbox.list()[0]?.refusal?.message).toBe("The thread is closed.");
  expect(outbox.take(key)).toEqual({ body: "bad" });
  expect(bodies(outbox)).toEqual([]);
});

test("a row that may have arrived cannot be taken back", async () => {
  const { outbox } = device().tab(async () => unreachable);
  const key = outbox.add("g", { body: "one" });
  await vi.waitFor(() => expect(bodies(outbox)).toEqual(["one: saved"]));
  expect(outbox.take(key)).toBeNull();
});

test("rows survive a reload, refused ones with their reason", async () => {
  const here = device();
  const before = here.tab(async (row) => (row.payload.body === "bad" ? closedThread : unreachable));
  before.outbox.add("g", { body: "bad" });
  before.outbox.add("g", { body: "late" });
  await vi.waitFor(() => expect(bodies(before.outbox)).toEqual(["bad: refused", "late: saved"]));
  const keys = before.outbox.list().map((row) => row.clientKey);
  before.outbox.close();
  const sent: string[] = [];
  const after = here.tab(async (row) => {
    sent.push(row.clientKey);
    return done;
  });
  await after.outbox.load();
  await vi.waitFor(() => expect(bodies(after.outbox)).toEqual(["bad: refused"]));
  expect(sent).toEqual([keys[1]]);
});

test("two tabs share the rows and send each once", async () => {
  const here = device();
  const sent: string[] = [];
  const send = async (row: Queued<Text>): Promise<Outcome> => {
    sent.push(row.payload.body);
    await real(5);
    return done;
  };
  const one = here.tab(send);
  const two = here.tab(send);
  for (const body of ["a", "b", "c", "d"]) {
    one.outbox.add("g", { body });
    await real(8);
    expect(two.outbox.list().length).toBeGreaterThanOrEqual(0);
  }
  await vi.waitFor(() => expect([...bodies(one.outbox), ...bodies(two.outbox)]).toEqual([]));
  expect(sent).toEqual(["a", "b", "c", "d"]);
});

test("rows of another person are neither shown nor sent, and sign-out deletes them", async () => {
  const here = device();
  const first = here.tab(async () => unreachable);
  first.outbox.add("g", { body: "private" });
  await vi.waitFor(() => expect(bodies(first.outbox)).toEqual(["private: saved"]));
  first.outbox.close();
  const owner = person;
  person += 1000;
  const send = vi.fn(async () => done);
  const other = here.tab(send);
  await other.outbox.load();
  expect(bodies(other.outbox)).toEqual([]);
  await purgeOutbox(`p${owner}`);
  expect(await indexedStore().list(`p${owner}`)).toEqual([]);
  expect(send).not.toHaveBeenCalled();
});

test("without storage it still sends, and is not called saved", async () => {
  const clock = fakeClock();
  const outbox = new Outbox<Text>({
    personId: "p",
    store: memoryStore(),
    exclusive: async (_name, run) => run(),
    peers: { tell() {}, listen: () => () => {} },
    clock,
    random: () => 1,
    newKey: () => "k",
    send: async () => unreachable,
  });
  outbox.add("g", { body: "one" });
  await vi.waitFor(() => expect(bodies(outbox)).toEqual(["one: unsaved"]));
});

test("without web locks a lease lets one tab at a time, and runs out with its tab", async () => {
  const order: string[] = [];
  const pause = (): Promise<void> => real(2);
  const one = leaseLock("one", pause);
  const two = leaseLock("two", pause);
  await Promise.all([
    one("g", async () => {
      order.push("one in");
      await real(10);
      order.push("one out");
    }),
    two("g", async () => {
      order.push("two in");
      await real(1);
      order.push("two out");
    }),
  ]);
  const [first = ""] = order;
  const name = first.slice(0, 3);
  expect(order.slice(0, 2)).toEqual([`${name} in`, `${name} out`]);
  expect(order).toHaveLength(4);
});

test("a lease from before the clock was set back holds nobody up", async () => {
  const until = Date.now() + 7_200_000;
  await takeLease({ name: "set back", owner: "a tab that is gone", until }, Date.now());
  const run = vi.fn(async () => {});
  await leaseLock("me", () => real(2))("set back", run);
  expect(run).toHaveBeenCalledTimes(1);
});
