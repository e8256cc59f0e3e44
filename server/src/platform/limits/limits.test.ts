import { setTimeout as delay } from "node:timers/promises";
import { Pool } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { databaseUrl, onServer } from "../../testing/database.ts";
import { createLimits, type Verdict } from "./limits.ts";
import { limitsSchemaSql } from "./schema.ts";
import { TooMany } from "./tooMany.ts";

let pool: Pool;
beforeAll(async () => {
  const name = `limits_${process.pid}`;
  await onServer(inject("postgresUrl"), `create database ${name}`);
  const url = databaseUrl(inject("postgresUrl"), name);
  await onServer(url, `create schema auth; ${limitsSchemaSql}`);
  pool = new Pool({ connectionString: url, max: 10 });
});
afterAll(() => pool.end());
beforeEach(() => pool.query("delete from auth.attempt_count"));

/** A node that has just started. */
const start = () => createLimits({ pool });
type Node = ReturnType<typeof start>;
/** What came of a guess: its own verdict, or the seconds to wait. */
async function guess(
  node: Node,
  email: string,
  verdict: Verdict,
  { address = "192.0.2.1", takes = 0 } = {},
): Promise<Verdict | number> {
  try {
    return await node.guess({ email, address }, async () => {
      await delay(takes);
      return { verdict, answer: verdict };
    });
  } catch (refusal) {
    if (refusal instanceof TooMany) return refusal.retryAfterSeconds;
    throw refusal;
  }
}
const times = async (count: number, once: (index: number) => Promise<unknown>) => {
  for (let index = 0; index < count; index += 1) await once(index);
};

describe("guesses at a password", () => {
  test("five wrong ones lock the account, from wherever they come, over a restart", async () => {
    const node = start();
    await times(5, async (index) =>
      expect(await guess(node, "a@x.example", "wrong", { address: `192.0.2.${index}` })).toBe(
        "wrong",
      ),
    );
    for (const each of [node, start()]) {
      const wait = await guess(each, "a@x.example", "right", { address: "198.51.100.1" });
      expect(wait).toBeGreaterThan(880);
      expect(wait).toBeLessThanOrEqual(900);
    }
    expect(await guess(node, "b@x.example", "right")).toBe("right");
  });

  test("count together under all spellings of a mailbox", async () => {
    const node = start();
    const spellings = [
      "an.na@gmail.com",
      "Anna@GMail.com",
      "anna+1@gmail.com",
      " a.n.n.a+x+y@googlemail.com ",
      "ann.a@gmail.com",
    ];
    for (const email of spellings) expect(await guess(node, email, "wrong")).toBe("wrong");
    expect(await guess(node, "anna@gmail.com", "wrong")).toBeTypeOf("number");
    expect(await guess(node, "an.na@x.example", "wrong")).toBe("wrong");
  });

  test("sent together get no further than one after another", async () => {
    const node = start();
    const all = await Promise.all(
      Array.from({ length: 50 }, () => guess(node, "a@x.example", "wrong", { takes: 5 })),
    );
    expect(all.filter((each) => each === "wrong")).toHaveLength(5);
    const spray = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        guess(node, `spray${index}@x.example`, "wrong", { takes: 5, address: "192.0.2.9" }),
      ),
    );
    expect(spray.filter((each) => each === "wrong")).toHaveLength(20);
  });

  test("that are right never count, however many at once", async () => {
    const node = start();
    const all = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        guess(node, `m${index % 4}@x.example`, "right", { takes: 2 }),
      ),
    );
    expect(new Set(all)).toEqual(new Set(["right"]));
    const { rows } = await pool.query("select * from auth.attempt_count");
    expect(rows).toEqual([]);
  });

  test("are forgiven by a right one, but only the account's own", async () => {
    const node = start();
    const from = (index: number) => ({ address: `192.0.2.${index}` });
    await times(4, (index) => guess(node, "a@x.example", "wrong", from(index)));
    expect(await guess(node, "a@x.example", "right")).toBe("right");
    await times(4, (index) => guess(node, "a@x.example", "wrong", from(index)));
    // Somebody else's account at an alias of the mailbox does not wipe the slate.
    expect(await guess(node, "a+eve@x.example", "right")).toBe("right");
    expect(await guess(node, "a@x.example", "wrong")).toBe("wrong");
    expect(await guess(node, "a@x.example", "wrong")).toBeTypeOf("number");
  });

  test("twenty wrong ones lock an address; an IPv6 caller is its network", async () => {
    const node = start();
    await times(20, (index) =>
      guess(node, `v${index}@x.example`, "wrong", { address: `2001:db8:0:1::${index}` }),
    );
    const next = (address: string) => guess(node, "w@x.example", "right", { address });
    expect(await next("2001:db8:0:1:ffff::1")).toBeTypeOf("number");
    expect(await next("2001:db8:0:2::1")).toBe("right");
  });

  test("cost more each time the lock falls, and nothing after the owner proved the mailbox", async () => {
    const node = start();
    const waits: (Verdict | number)[] = [];
    await times(4, async (round) => {
      await times(5, (index) =>
        guess(node, "a@x.example", "wrong", { address: `192.0.${round}.${index}` }),
      );
      waits.push(await guess(node, "a@x.example", "wrong"));
      await pool.query("update auth.attempt_count set expire = 0 where key !~ 'locks'");
    });
    expect(waits.map((wait) => Math.round(Number(wait) / 60))).toEqual([15, 30, 60, 60]);
    await times(5, (index) => guess(node, "a@x.example", "wrong", { address: `192.0.9.${index}` }));
    await node.unlock("A+tag@x.example");
    expect(await guess(node, "a@x.example", "right")).toBe("right");
  });

  test("that fail for another reason leave no trace and give their place back", async () => {
    const node = start();
    await times(10, () => guess(node, "a@x.example", "neither"));
    for (let time = 0; time < 10; time += 1)
      await expect(
        node.guess({ email: "a@x.example", address: "192.0.2.1" }, () =>
          Promise.reject(new Error("database away")),
        ),
      ).rejects.toThrow("database away");
    expect(await guess(node, "a@x.example", "right")).toBe("right");
  });
});

test("mails are three an hour of each kind to a mailbox", async () => {
  const node = start();
  await times(3, () => node.takeMail("reset", "a@x.example"));
  await expect(start().takeMail("reset", "A+b@x.example")).rejects.toThrow(TooMany);
  await node.takeMail("verify", "a@x.example");
  await node.takeMail("reset", "b@x.example");
});

test("sign-ups are 200 an hour from one address", async () => {
  const node = start();
  await Promise.all(Array.from({ length: 200 }, () => node.takeSignUp("192.0.2.1")));
  await expect(node.takeSignUp("192.0.2.1")).rejects.toThrow(
    /^Too many tries. Please wait 60 minutes and try again\.$/,
  );
  await node.takeSignUp("192.0.2.2");
});

test("the counters tell nobody's address", async () => {
  const node = start();
  await guess(node, "anna@x.example", "wrong", { address: "203.0.113.99" });
  await node.takeMail("reset", "anna@x.example");
  const { rows } = await pool.query("select key from auth.attempt_count");
  expect(rows.length).toBeGreaterThan(3);
  expect(JSON.stringify(rows)).not.toMatch(/anna|203\.0/);
});
